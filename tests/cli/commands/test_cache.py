"""`newslint cache ...`: what is kept, and how to be rid of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.builders import invoke
from tests.conftest import Run

cache = partial(invoke, "cache")


def test_stats_say_what_is_kept(newslint: Run, folder: Path, home: Path) -> None:
    (folder / "a.md").write_text("Quiet.\n")
    empty = cache("stats")
    assert empty.exit_code == 0
    assert f"{home / 'results'}: 0 results, 0.0 MB\n" in empty.stdout
    newslint("a.md")
    assert f"{home / 'results'}: 2 results, " in cache("stats").stdout  # a.md, and the task


def test_clean_leaves_nothing_of_ours(newslint: Run, folder: Path, home: Path) -> None:
    (folder / "a.md").write_text("Quiet.\n")
    newslint("a.md")
    (home / "books" / "old.book").write_bytes(b"x")
    (home / "other").mkdir()
    assert cache("clean").stdout == f"Removed {home / 'results'}\nRemoved {home / 'books'}\n"
    assert [left.name for left in home.iterdir()] == ["other"]
    assert (cache("clean").exit_code, cache("clean").stdout) == (0, "")


def test_clean_says_what_it_cannot_remove(home: Path) -> None:
    (home / "results").symlink_to(home)
    done = cache("clean")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert str(home / "results") in done.stderr
