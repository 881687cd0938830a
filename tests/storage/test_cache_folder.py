"""Caches: the user's alone, or none; links in them lead nowhere."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from newslint.engine.books import open_book
from newslint.storage.cache_folder import lock_folder, prepare, prune_oldest
from newslint.storage.digests import digest_of
from newslint.storage.key_value_store import Store


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Where caches are, with a folder beside it that is none of ours."""
    (tmp_path / "base").mkdir(mode=0o700)
    (tmp_path / "elsewhere").mkdir()
    return tmp_path / "base"


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    path = tmp_path / "precious"
    path.write_text("precious")
    return path


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_all_folders_that_are_made_are_the_users_alone(base: Path) -> None:
    before = os.umask(0)
    try:
        assert prepare(str(base / "newslint" / "books"))
    finally:
        os.umask(before)
    assert [mode(base / name) for name in ("newslint", "newslint/books")] == [0o700, 0o700]


def test_one_that_was_open_is_closed_and_what_others_may_have_put_there_is_gone(
    base: Path,
) -> None:
    for name, allowed in (("read", 0o755), ("written", 0o777)):
        folder = base / name
        folder.mkdir()
        (folder / "old.book").touch()
        folder.chmod(allowed)
        assert prepare(str(folder))
        assert mode(folder) == 0o700
    assert (base / "read/old.book").exists()
    assert not (base / "written/old.book").exists()


def test_what_is_not_ours_is_no_cache(base: Path) -> None:
    (base / "link").symlink_to(base.parent / "elsewhere")
    (base / "file").touch()
    assert not prepare(str(base / "link"))
    assert not prepare(str(base / "link" / "books"))
    assert not prepare(str(base / "file"))
    assert not prepare(str(base / "file" / "books"))
    (base / "everybodys").mkdir()
    (base / "everybodys").chmod(0o777)
    assert not prepare(str(base / "everybodys" / "books"))
    (base / "everybodys").chmod(0o1777)  # as /tmp is
    assert prepare(str(base / "everybodys" / "books"))
    assert list((base.parent / "elsewhere").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give folders away")
def test_what_belongs_to_another_user_is_no_cache(base: Path) -> None:
    (base / "theirs").mkdir()
    os.chown(base / "theirs", 12345, 12345)
    assert not prepare(str(base / "theirs"))
    assert not prepare(str(base / "theirs" / "books"))


def test_without_a_cache_all_is_as_with_one(base: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text("- name: Lena Harstorm\n  misspellings: [Harstom]\n")
    (base / "link").symlink_to(tmp_path / "elsewhere")
    book = open_book([str(desk)], shipped=False, cache=str(base / "link"))
    assert [ruling.name.name for ruling in book.names.lookup("harstom")] == ["Lena Harstorm"]
    store = Store(str(base / "link" / "a.sqlite"))
    store.put([(b"key", b"value")])
    assert store.get(b"key") is None
    assert digest_of([str(desk)], str(base / "link")) == digest_of([str(desk)], str(base / "x"))
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("hard", [False, True])
def test_links_among_the_results_are_not_followed(
    base: Path, precious: Path, ending: str, hard: bool
) -> None:
    planted = base / f"a.sqlite{ending}"
    planted.hardlink_to(precious) if hard else planted.symlink_to(precious)
    store = Store(str(base / "a.sqlite"))
    store.put([(b"key", b"value")])
    store.close()
    assert precious.read_text() == "precious"
    assert Store(str(base / "a.sqlite")).get(b"key") == b"value"


def test_a_lock_that_is_a_link_or_a_pipe_is_no_lock(base: Path, precious: Path) -> None:
    (base / "lock").symlink_to(precious)
    with lock_folder(str(base)):
        pass
    assert precious.read_text() == "precious"
    (base / "lock").unlink()
    os.mkfifo(base / "lock")
    with lock_folder(str(base)):
        pass


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_note_that_is_no_file_is_not_believed(
    base: Path, precious: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.storage.digests.SETTLED", -(10**12))
    right = digest_of([str(precious)], str(base))
    (note,) = base.glob("*.seen")
    note.unlink()
    if kind == "link":
        note.symlink_to(precious)
    elif kind == "pipe":
        os.mkfifo(note)
    else:
        note.mkdir()
    assert digest_of([str(precious)], str(base)) == right
    assert precious.read_text() == "precious"


def test_the_oldest_go(base: Path) -> None:
    for number in range(5):
        (base / f"{number}.book").touch()
        os.utime(base / f"{number}.book", (number, number))
    (base / "other").touch()
    prune_oldest(str(base), 2, end=".book")
    assert sorted(path.name for path in base.iterdir()) == ["3.book", "4.book", "other"]


def test_sqlite_is_what_the_store_is_made_of(base: Path) -> None:
    store = Store(str(base / "a.sqlite"))
    store.put([(b"key", b"value")])
    store.close()
    with sqlite3.connect(base / "a.sqlite") as kept:
        assert kept.execute("SELECT count(*) FROM results").fetchone() == (1,)
