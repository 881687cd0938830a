"""The version of books: another whenever something else may be found with them, the same else."""

import shutil
from pathlib import Path

import pytest

from newslint.book.book_files import BookFile
from newslint.book.version import version_of_books, version_of_files
from newslint.core.errors import BookError

NAMES = "- name: Lena Harstorm\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "names.yaml").write_text(NAMES)
    return folder


def version(*books: Path, memories: tuple[str, ...] = ()) -> bytes:
    return version_of_books(map(str, books), memories)


def test_it_is_the_same_wherever_the_books_lie(folder: Path, tmp_path: Path) -> None:
    there = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    assert version(folder) == version(there) != version()


def test_a_file_that_changed_or_has_another_name_is_another_version(folder: Path) -> None:
    names = folder / "names.yaml"
    versions = {version(folder)}
    names.write_text(NAMES.replace("Lena", "Lina"))
    versions.add(version(folder))
    names.rename(folder / "people.yaml")
    versions.add(version(folder))
    (folder / "places.yaml").write_text("- name: Brannock Bay\n")
    versions.add(version(folder))
    assert len(versions) == 4


def test_a_memory_that_is_written_anew_is_another_version(folder: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    memory.write_bytes(b"one")
    before = version(folder, memories=(str(memory),))
    memory.write_bytes(b"two")
    assert version(folder, memories=(str(memory),)) != before


def test_what_is_not_there_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        version(folder, tmp_path / "gone.yaml")
    with pytest.raises(BookError, match=r"gone\.yaml: No such file"):
        version_of_files([BookFile(str(tmp_path / "gone.yaml"), "gone.yaml")], str(tmp_path))


def test_what_errors_call_the_files_is_part_of_a_compiled_book(folder: Path) -> None:
    path = folder / "names.yaml"
    versions = {
        version_of_files([BookFile(str(path), shown)], "") for shown in ("a.yaml", "b.yaml")
    }
    assert len(versions) == 2
