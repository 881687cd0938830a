"""Pipes, devices, circles and giants where a file is expected: one clear line, and an end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.book.book_files import LARGEST_TABLE, LARGEST_YAML, files_of
from newslint.core.errors import BookError
from newslint.core.regular_file import IrregularError, read_regular
from newslint.sources import opening
from newslint.storage import files_below as files_below_
from newslint.storage.files_below import files_below
from tests.builders import write
from tests.conftest import Run

KINDS = ["pipe", "device", "folder", "giant"]


def make(path: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as file:
            file.truncate(LARGEST_TABLE + 1)  # a sparse file, which takes no room


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_only_a_regular_file_is_read(tmp_path: Path, kind: str) -> None:
    make(tmp_path / "x", kind)
    with pytest.raises(IrregularError, match=f"is a (named )?{kind}, not a file"):
        read_regular(tmp_path / "x")


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * (2 << 20))
    assert len(read_regular(tmp_path / "x", most=2 << 20)) == 2 << 20
    with pytest.raises(IrregularError, match="is larger than 1 MB"):
        read_regular(tmp_path / "x", most=1 << 20)
    with pytest.raises(IrregularError, match="is larger than 0 MB"):
        read_regular("/proc/self/environ", most=1)  # whose size nobody knows


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("b.yaml", ("--names", "b.yaml")),
        ("b.csv", ("--names", "b.csv")),
        ("b.jsonl", ("--names", "b.jsonl")),
        ("r.yaml", ("--rules", "r.yaml")),
        ("c.toml", ("--config", "c.toml")),
        ("known.json", ("--baseline", "known.json")),
        (".gitignore", (".",)),
    ],
)
def test_whatever_is_no_file_is_one_line(
    newslint: Run, folder: Path, kind: str, name: str, options: tuple[str, ...]
) -> None:
    if (kind, name) in [("giant", "known.json"), ("folder", "b.yaml"), ("folder", "r.yaml")]:
        pytest.skip("a baseline is as large as it is; a folder may be a book")
    (folder / "a.md").write_text("The ferry.\n")
    (folder / ".git").mkdir()
    make(folder / name, kind)
    done = newslint(*options, "--jobs", "1", "-q", *([] if "." in options else ["a.md"]))
    if kind == "folder" and name in ("b.csv", "b.jsonl"):
        assert done.exit_code == 0  # a folder with no books in it
        return
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert name in done.stderr


def test_folders_that_lead_to_themselves_are_said_and_end(newslint: Run, folder: Path) -> None:
    (folder / "a.md").write_text("The ferry.\n")
    (folder / "rules").mkdir()
    for name in ("a", "b"):
        (folder / "rules" / name).symlink_to(".")
    (folder / "newslint.toml").write_text('rules = ["rules"]\n')
    done = newslint("--jobs", "1", "a.md")
    said = "error: rules/a: a link to a folder that is read already\n"
    assert (done.exit_code, done.stderr) == (2, said)


def test_folders_that_lead_to_each_other_are_each_walked_once(tmp_path: Path) -> None:
    for number in range(40):  # of which the last has two to the fortieth names
        (tmp_path / f"{number}").mkdir()
        for name in ("a", "b"):
            (tmp_path / f"{number}" / name).symlink_to(f"../{number + 1}")
    (tmp_path / "40").mkdir()
    (tmp_path / "40" / "x.yaml").touch()
    assert len(list(files_below(str(tmp_path / "0")))) == 1
    with pytest.raises(BookError, match="a link to a folder that is read already"):
        files_of(tmp_path / "0")


@pytest.mark.slow
def test_folders_may_be_as_deep_as_the_system_lets_them(tmp_path: Path) -> None:
    made = [tmp_path / "d"]
    made[0].mkdir()
    while len(made) < 1500:  # more than Python would follow calls
        made.append(made[-1] / "d")
        made[-1].mkdir()
    book = made[-1] / "x.yaml"
    book.touch()
    found = [file.path for file in files_of(tmp_path)]
    book.unlink()
    for folder in reversed(made):
        folder.rmdir()
    assert found == [str(book)]


def test_yaml_may_be_as_large_as_said(tmp_path: Path) -> None:
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(LARGEST_YAML + 1)
    (book,) = files_of(tmp_path / "x.yaml")
    with pytest.raises(BookError, match="is larger than 64 MB"):
        book.read()


def test_a_source_has_fewer_files_than_a_book(
    folder: Path, newslint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_FILES", 5)
    for number in range(6):
        write(folder, {f"wires/{number}.txt": "The ferry was late.\n"})
    write(folder, {"a.md": "The ferry was late.\n", "newslint.toml": 'sources = ["wires"]\n'})
    message = "error: wires: more than 5 files and folders are in it\n"
    assert newslint("a.md", "--no-cache").stderr == message


@pytest.mark.parametrize("key", ["names", "rules", "sources"])
def test_a_folder_with_more_in_it_than_anybody_means_is_one_line(
    folder: Path, newslint: Run, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_below_, "MOST", 500)
    for number in range(501):
        (folder / f"disk/{number}").mkdir(parents=True)
    (folder / "a.md").write_text("The ferry was late.\n")
    (folder / "newslint.toml").write_text(f'{key} = ["disk"]\n')
    result = newslint("a.md", "--no-cache")
    assert result.exit_code == 2
    assert result.stderr == "error: disk: more than 500 files and folders are in it\n"
