"""What the clients ask: a server of this newslint on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import ENVIRONMENT, _own_cache
from tests.end_to_end.served import Server

__all__ = ["ENVIRONMENT", "_own_cache"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    book = tmp_path_factory.mktemp("desk") / "names.yaml"
    book.write_text("- name: Lena Harstorm\n  misspellings: [Harstom]\n")
    begun = Server("--isolated", "--names", str(book), "--write-names", str(book))
    yield begun
    begun.process.terminate()
    begun.process.wait()
