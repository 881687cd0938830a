"""Replacing an article: nothing that belongs to it, and nothing newer, goes lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.storage import replace as module
from newslint.storage.places import Place, opened
from newslint.storage.replace import ChangedError, replace
from newslint.system.exchange import exchange

OLD, NEW, THEIRS, LAST = b"old", b"the new one", b"theirs", b"saved last"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_bytes(OLD)
    return path


def put_new(story: Path) -> None:
    with opened(Place(str(story.parent), story.name)) as file:
        replace(file, file.read(), NEW)


def in_place(story: Path, data: bytes) -> None:
    story.write_bytes(data)


def by_renaming(story: Path, data: bytes) -> None:
    other = story.with_name("other")
    other.write_bytes(data)
    other.replace(story)


Save = Callable[[Path, bytes], None]
SAVES = pytest.mark.parametrize("save", [in_place, by_renaming])


def at_each_exchange(monkeypatch: pytest.MonkeyPatch, *before: Callable[[], None]) -> None:
    """Do something before the first exchange, something before the second."""
    real, waiting = exchange, list(before)

    def late(folder: int, one: str, other: str) -> bool:
        if waiting:
            waiting.pop(0)()
        return real(folder, one, other)

    monkeypatch.setattr(module, "exchange", late)


@SAVES
def test_a_text_that_is_saved_in_the_last_moment_stays(
    story: Path, monkeypatch: pytest.MonkeyPatch, save: Save
) -> None:
    at_each_exchange(monkeypatch, lambda: save(story, THEIRS))
    with pytest.raises(ChangedError):
        put_new(story)
    assert story.read_bytes() == THEIRS
    assert list(story.parent.iterdir()) == [story]


@SAVES
def test_of_two_that_are_saved_none_goes_lost(
    story: Path, monkeypatch: pytest.MonkeyPatch, save: Save
) -> None:
    at_each_exchange(monkeypatch, lambda: save(story, THEIRS), lambda: by_renaming(story, LAST))
    with pytest.raises(ChangedError, match=r"what was saved last is in story\.md\.saved-"):
        put_new(story)
    assert {path.read_bytes() for path in story.parent.iterdir()} == {THEIRS, LAST}


def test_a_file_that_is_open_for_writing_is_not_taken_from_its_writer(story: Path) -> None:
    with story.open("ab") as file:
        with pytest.raises(ChangedError):
            put_new(story)
        file.write(b" and more")
    assert story.read_bytes() == b"old and more"
    put_new(story)
    assert story.read_bytes() == NEW


def test_one_that_reads_is_in_nobodys_way(story: Path) -> None:
    with story.open("rb") as file:
        put_new(story)
        assert file.read() == OLD
    assert story.read_bytes() == NEW


def test_an_error_while_the_old_one_is_looked_at_puts_it_back(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def failing_once(*_: object, **__: object) -> None:
        monkeypatch.setattr(os, "stat", real)
        raise OSError(errno.EIO, "Input/output error")

    at_each_exchange(monkeypatch, lambda: monkeypatch.setattr(os, "stat", failing_once))
    with pytest.raises(OSError, match="Input"):
        put_new(story)
    assert story.read_bytes() == OLD
    assert list(story.parent.iterdir()) == [story]


def test_where_files_cannot_be_exchanged_they_are_replaced(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "exchange", lambda *_: False)
    put_new(story)
    assert story.read_bytes() == NEW
    assert list(story.parent.iterdir()) == [story]


def attributes(path: Path) -> dict[str, bytes]:
    return {name: os.getxattr(path, name) for name in os.listxattr(path)}


def with_attribute(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip(f"no {name} on this file system")


ACL = bytes.fromhex(
    "02000000 01000600 ffffffff 02000400 39300000 04000400 ffffffff"
    "10000400 ffffffff 20000000 ffffffff"
)
"""An access control list that lets user 12345 read."""


def test_attributes_and_access_lists_are_kept(story: Path) -> None:
    with_attribute(story, "user.desk", b"city")
    with_attribute(story, "system.posix_acl_access", ACL)
    before, mode = attributes(story), story.stat().st_mode
    assert len(before) == 2
    put_new(story)
    assert story.read_bytes() == NEW
    assert (attributes(story), story.stat().st_mode) == (before, mode)


def test_what_the_folder_gives_to_new_files_is_not_given_to_this_one(story: Path) -> None:
    with_attribute(story.parent, "system.posix_acl_default", ACL)
    put_new(story)
    assert attributes(story) == {}


def test_an_attribute_that_cannot_be_kept_is_a_reason_to_leave_the_file_alone(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_attribute(story, "user.desk", b"city")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "setxattr", refuse)
    with pytest.raises(OSError, match=r"its attribute user\.desk cannot be kept"):
        put_new(story)
    assert (story.read_bytes(), attributes(story)) == (OLD, {"user.desk": b"city"})


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_file_that_would_change_its_owner_is_left_alone(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(story, 12345, -1)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    with pytest.raises(OSError, match="it belongs to another user"):
        put_new(story)
    assert story.read_bytes() == OLD


def test_a_file_with_two_names_is_left_alone(story: Path) -> None:
    other = story.with_name("other.md")
    other.hardlink_to(story)
    with pytest.raises(OSError, match="the file has 2 names"):
        put_new(story)
    assert story.samefile(other)
    assert other.read_bytes() == OLD
