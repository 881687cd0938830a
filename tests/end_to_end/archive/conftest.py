"""What tests of archives share: a desk, and the command."""

from __future__ import annotations

import pytest
from click.testing import Result

from tests.builders import invoke
from tests.conftest import DESK, Run
from tests.end_to_end.archive.tables import COLUMNS


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One names book for all of these tests, which is compiled once."""
    path = tmp_path_factory.mktemp("desk") / "desk.yaml"
    path.write_text(DESK)
    return str(path)


@pytest.fixture
def archive(desk: str) -> Run:
    """Run `newslint archive` in this process."""

    def run(*args: str) -> Result:
        return invoke("archive", *args, *COLUMNS, "--names", desk)

    return run
