"""`newslint cache ...`: what is kept, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import Run

STORY = "\ufeffLena Harstorm spoke.\r\nThen Harstom left, becuase the the rain fell — “Zoë” said.\n"


@pytest.fixture
def story(folder: Path, home: Path) -> Path:
    path = folder / "a.md"
    path.write_bytes(STORY.encode())
    return path


def cache(*args: str) -> Result:
    from newslint.cli.groups import load_command

    command = load_command("cache")

    return CliRunner().invoke(command, args)


def test_stats_say_what_is_kept(
    newslint: Run, story: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = cache("stats")
    assert empty.exit_code == 0
    assert f"{home / 'results'}: 0 results, 0.0 MB\n" in empty.stdout
    newslint("a.md")
    assert f"{home / 'results'}: 2 results, " in cache("stats").stdout  # a.md, and the task


def test_clean_leaves_nothing_of_ours(newslint: Run, story: Path, home: Path) -> None:
    newslint("a.md")
    (home / "books").unlink()
    (home / "books").mkdir()
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
