"""The files of a book: folders are read in order, what is no book is said."""

from pathlib import Path

import pytest

from newslint.core.errors import BookError
from tests.book.books import book_file, load_names


def test_a_folder_is_read_in_order_and_leaves_out_what_is_no_book(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    book_file(tmp_path / "b", "- name: Second", "x.yml")
    book_file(tmp_path / ".hidden", "- name: Never", "x.yaml")
    book_file(tmp_path, "- name: First", "a.yaml")
    book_file(tmp_path, "read me", "README.md")
    assert [name.name for name in load_names(str(tmp_path))] == ["First", "Second"]


@pytest.mark.parametrize("name", ["none.yaml", "desk.txt"])
def test_what_cannot_be_a_book_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "desk.txt").write_text("- name: A")
    with pytest.raises(BookError) as caught:
        load_names(str(tmp_path / name))
    assert str(caught.value).startswith(str(tmp_path / name))
