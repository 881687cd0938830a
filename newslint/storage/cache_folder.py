"""A folder of the user's cache: private, locked while it is written, with old files removed.

The content of a cache decides what is found. So its folder belongs to the user and is closed to
everybody else. Where that is impossible there is no cache, and newslint is only slower.
"""

# ruff: noqa: PTH102, PTH103, PTH108, PTH118, PTH120, PTH208

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newslint.core.regular_file import read_regular
from newslint.system.files import KEEPING, open_file
from newslint.system.locks import lock
from newslint.system.owners import close_to_others, is_own, is_safe_above


def prepare(folder: str) -> bool:
    """Create a cache folder, or check it; False if somebody else could change it."""
    try:
        above = os.path.dirname(os.path.abspath(folder))  # noqa: PTH100
        for each in (os.path.dirname(above), above):
            _make(each)
            if not is_safe_above(os.lstat(each)):
                return False
        _make(folder)
        state = os.lstat(folder)
        if not (stat.S_ISDIR(state.st_mode) and is_own(state)):
            return False
        if close_to_others(folder, state):
            _empty(folder)
    except OSError:
        return False
    return True


def _make(folder: str) -> None:
    if not os.path.lexists(folder):
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):  # by another run, just now
            os.mkdir(folder, 0o700)


def _empty(folder: str) -> None:
    """Remove all files of a folder that others could write to until now."""
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))


def refuse_strange(path: str) -> None:
    """Remove the file at `path` unless it is the user's own regular file with one name.

    A cache that somebody else packed may contain links. Raises an OSError if it cannot be removed.
    """
    try:
        state = os.lstat(path)
    except FileNotFoundError:
        return
    ours = stat.S_ISREG(state.st_mode) and is_own(state)
    if not ours or state.st_nlink > 1:
        os.unlink(path)


def read_kept(path: str, most: int) -> bytes:
    """The content of a small file of the cache; an OSError if it is a link or no regular file."""
    return read_regular(path, most, follows=False)


@contextmanager
def lock_folder(folder: str) -> Iterator[None]:
    """Wait for the folder's lock and hold it; if it cannot be locked, go on without."""
    path = os.path.join(folder, "lock")
    try:
        refuse_strange(path)
        file = open_file(path, KEEPING, mode=0o600)
    except OSError:
        yield
        return
    try:
        lock(file, wait=True)
        yield
    finally:
        os.close(file)


def newest_first(folder: str, begin: str = "", end: str = "") -> list[str]:
    """The paths of the files whose names have this beginning and end, the newest first."""
    aged = []
    with suppress(OSError), os.scandir(folder) as listing:
        for entry in listing:
            if entry.name.startswith(begin) and entry.name.endswith(end):
                aged.append((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path))
    return [path for _, path in sorted(aged, reverse=True)]


def prune_oldest(folder: str, kept: int, begin: str = "", end: str = "") -> None:
    """Remove the oldest of the files that `newest_first` finds; keep so many."""
    for path in newest_first(folder, begin, end)[kept:]:
        with suppress(OSError):
            os.unlink(path)
