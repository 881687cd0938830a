"""Compiled books among processes: compiled once, never seen half, slower at worst, never wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.book.compiled import open_compiled
from newslint.engine.books import open_book
from newslint.storage.checked_blocks import DamagedError
from newslint.storage.temporary import PREFIX
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

DESK = "- name: Stephen Biegun\n  misspellings: [Beigun]\n" + "".join(
    f"- name: Nora Example{number}\n" for number in range(50)
)

USE = """
import sys
from pathlib import Path
from newslint.book import compiler as binding
from newslint.engine.books import open_book

build = binding.build

def told(*args):
    print("compiled", flush=True)
    return build(*args)

binding.build = told
"""
ANSWER = """
book = open_book([sys.argv[1]], shipped=False, cache=Path(sys.argv[2]))
print(*(ruling.name.name for ruling in book.names.lookup("beigun")))
"""
TOGETHER = """
print("ready", flush=True)
sys.stdin.read()
"""
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
"""
KILLED = """
import os
os.fsync = lambda _: os._exit(9)
"""
"""What a process does when the book is written but for its name."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.yaml"
    path.write_text(DESK, encoding="utf-8")
    return path


def started(desk: Path, folder: Path, before: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USE + before + ANSWER, str(desk), str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(desk: Path, folder: Path, before: str = "") -> list[str]:
    process = started(desk, folder, before)
    return process.communicate()[0].splitlines()


def kept(folder: Path) -> list[str]:
    """What there is of books: whole ones, and those that are being written."""
    kinds = {".book": ".book", PREFIX: "part"}
    names = [path.name for path in folder.iterdir()]
    return sorted(kind for name in names for mark, kind in kinds.items() if mark in name)


def test_processes_that_need_it_at_once_compile_it_once(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    processes = [started(desk, folder, TOGETHER) for _ in range(4)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    lines = [line for process in processes for line in process.communicate()[0].splitlines()]
    assert sorted(lines) == ["Stephen Biegun"] * 4 + ["compiled"]
    assert kept(folder) == [".book"]


def test_nobody_sees_a_book_before_it_is_whole(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(kept(tmp_path / "cache")))
    open_book([str(desk)], shipped=False, cache=tmp_path / "cache")
    assert seen[0] == ["part"]
    assert kept(tmp_path / "cache") == [".book"]


def test_whoever_is_killed_while_writing_is_in_nobodys_way(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert said(desk, folder, KILLED) == ["compiled"]
    assert kept(folder) == ["part"]
    assert said(desk, folder) == ["compiled", "Stephen Biegun"]
    assert said(desk, folder) == ["Stephen Biegun"]


def test_half_a_book_is_none(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    said(desk, folder)
    (path,) = folder.glob("*.book")
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedError):
            open_compiled(path)


def test_on_a_full_disk_it_is_compiled_in_memory(desk: Path, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    folder = tmp_path / "cache"
    for _ in range(2):
        assert said(desk, folder, FULL) == ["compiled", "Stephen Biegun"]
        assert kept(folder) == []
    assert said(desk, folder) == ["compiled", "Stephen Biegun"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_where_nothing_may_be_written_it_is_compiled_in_memory(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o500)
    assert said(desk, folder) == ["compiled", "Stephen Biegun"]
    assert kept(folder) == []


def test_a_file_in_the_folders_place_is_left_alone(desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.write_text("in the way")
    assert said(desk, folder) == ["compiled", "Stephen Biegun"]
    assert folder.read_text() == "in the way"
