"""The book of a desk."""

from pathlib import Path

import pytest

from tests.book.books import DESK


@pytest.fixture
def desk(tmp_path: Path) -> str:
    path = tmp_path / "desk.yaml"
    path.write_text(DESK, encoding="utf-8")
    return str(path)
