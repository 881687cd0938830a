"""Write a file that appears under its name all at once, or not at all.

For files that newslint makes: books, caches, reports, tables. An article that is being fixed is
somebody else's file, which was read before and must not have changed since: see replace.py.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newslint.core.regular_file import READING
from newslint.storage.dress import dress_like
from newslint.storage.places import place_of
from newslint.storage.temporary import clear_leftovers, open_folder, temporary

STREAMS = ("/dev/std", "/dev/fd/", "/proc/self/fd/")
"""How the names begin that the system itself has for streams that are open."""


@contextmanager
def write_output(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A file to write to that somebody named, as `atomic_write`; a pipe or a device stays one."""
    path = os.fspath(path)
    if _is_stream(path):
        with open(path, "wb") as stream:  # noqa: PTH123
            yield stream
    else:
        with atomic_write(path) as file:
            yield file


@contextmanager
def atomic_write(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A file to write to, which is then the one at `path`; if anything fails, nothing changes.

    It lies in the same folder until it is whole and safely on disk. A file that was there keeps
    its owner and its mode. An OSError or a SourceError says what failed.
    """
    folder_path, name = os.path.split(place_of(os.fspath(path)).path)
    with open_folder(folder_path) as folder:
        clear_leftovers(folder)
        with temporary(folder, 0o666) as made, open(made.file, "wb", closefd=False) as file:
            yield file
            file.flush()
            _dress(made.file, folder, name)
            made.become(name)


def _is_stream(path: str) -> bool:
    """Whether there is a pipe or a device at `path`, which nothing can take the place of."""
    if path.startswith(STREAMS):
        return True
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode))


def _dress(file: int, folder: int, name: str) -> None:
    """Give the open file what the one that it replaces has, if there is one."""
    try:
        old = os.open(name, READING | os.O_NOFOLLOW, dir_fd=folder)
    except OSError:  # there is none, or none that we may look at
        return
    try:
        if stat.S_ISREG(os.fstat(old).st_mode):
            dress_like(file, old)
    finally:
        os.close(old)
