"""Temporary files: nobody can guess or plant them, and none stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from newslint.storage.atomic_write import atomic_write, write_output
from newslint.storage.places import LinkedOutError
from newslint.storage.temporary import NAME, PREFIX, clear_leftovers, temporary
from newslint.system.files import Folder, open_folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    inside.mkdir()
    return inside


@pytest.fixture
def opened(place: Path) -> Iterator[Folder]:
    with open_folder(str(place)) as folder:
        yield folder


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def left_by_the_dead(place: Path) -> Path:
    """A temporary file of a process that was killed."""
    code = (
        "import os, sys; from newslint.storage.temporary import temporary\n"
        "from newslint.system.files import open_folder\n"
        "with open_folder(sys.argv[1]) as f, temporary(f): os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=False)
    (path,) = place.glob(f"{PREFIX}*")
    return path


def test_two_names_have_nothing_in_common_but_the_process(opened: Folder) -> None:
    with temporary(opened) as one, temporary(opened) as two:
        found = [NAME.match(made.name) for made in (one, two)]
        assert all(found)
        tails = {made.name.rpartition("-")[2] for made in (one, two)}
        assert len(tails) == 2
        assert {len(tail) for tail in tails} == {32}  # 128 bits of chance


def test_a_file_that_became_nothing_is_gone(place: Path, opened: Folder) -> None:
    with suppress(KeyboardInterrupt), temporary(opened) as made:
        made.write(b"half")
        raise KeyboardInterrupt
    assert names(place) == []


def test_what_the_dead_left_is_cleared(place: Path, opened: Folder) -> None:
    left_by_the_dead(place)
    clear_leftovers(opened)
    assert names(place) == []


def test_what_somebody_is_at_work_on_is_not(place: Path, opened: Folder) -> None:
    with temporary(opened) as made:
        clear_leftovers(opened)
        assert names(place) == [made.name]


@pytest.mark.parametrize("how", ["link", "hard link", "folder", "name", "process", "owner"])
def test_what_only_looks_left_over_is_left_alone(place: Path, opened: Folder, how: str) -> None:
    left = left_by_the_dead(place)
    precious = place.parent / "precious"
    precious.write_text("precious")
    if how == "link":
        left.unlink()
        left.symlink_to(precious)
    elif how == "hard link":
        left.unlink()
        left.hardlink_to(precious)
    elif how == "folder":
        left.unlink()
        left.mkdir()
    elif how == "name":
        left.rename(place / f"{PREFIX}notes")
    elif how == "process":
        left.rename(place / f"{PREFIX}{os.getppid()}-{'0' * 32}")
    elif os.geteuid() == 0:
        os.chown(left, 12345, 12345)
    else:
        pytest.skip("only root may give files away")
    clear_leftovers(opened)
    assert len(names(place)) == 1
    assert precious.read_text() == "precious"


def test_what_is_written_appears_all_at_once(place: Path) -> None:
    (place / "a").write_text("old")
    with atomic_write(place / "a") as file:
        file.write(b"new")
        file.flush()
        assert (place / "a").read_text() == "old"
    assert (place / "a").read_text() == "new"
    assert names(place) == ["a"]


def test_what_fails_changes_nothing(place: Path) -> None:
    (place / "a").write_text("old")
    with pytest.raises(ZeroDivisionError), atomic_write(place / "a"):
        _ = 1 / 0
    assert (place / "a").read_text() == "old"
    assert names(place) == ["a"]


def test_a_file_that_was_there_keeps_its_mode_and_a_new_one_has_the_usual(place: Path) -> None:
    (place / "a").touch(mode=0o640)
    (place / "a").chmod(0o640)
    before = os.umask(0o027)
    try:
        for name in ("a", "b"):
            with atomic_write(place / name) as file:
                file.write(b"new")
    finally:
        os.umask(before)
    assert [(place / name).stat().st_mode & 0o777 for name in ("a", "b")] == [0o640, 0o640]


def test_a_link_within_the_folder_is_followed_and_one_that_leads_out_is_not(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    outside = place.parent / "outside"
    outside.write_text("precious")
    (place / "real").write_text("old")
    (place / "in").symlink_to("real")
    (place / "out").symlink_to(outside)
    with atomic_write("in") as file:
        file.write(b"new")
    assert (place / "in").is_symlink()
    assert (place / "real").read_text() == "new"
    with pytest.raises(LinkedOutError, match="out: a link leads out of"), atomic_write("out"):
        pass
    assert outside.read_text() == "precious"


def test_a_pipe_that_is_named_as_an_output_stays_one(place: Path) -> None:
    read_end, write_end = os.pipe()
    with write_output(f"/dev/fd/{write_end}") as file:
        file.write(b"said")
    os.close(write_end)
    assert os.read(read_end, 9) == b"said"
    os.close(read_end)
    with write_output(os.devnull) as file:
        file.write(b"said")
    assert Path(os.devnull).is_char_device()
