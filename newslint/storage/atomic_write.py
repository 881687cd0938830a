"""Write a file atomically: it appears under its name complete, or not at all.

This is for files that newslint makes: books, caches, reports, tables. An article that is fixed is
somebody else's file, which must not have changed since it was read: see replace.py.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from newslint.storage.places import place_of
from newslint.storage.temporary import clear_leftovers, temporary
from newslint.system.dress import dress_like
from newslint.system.files import NO_FOLLOW, READING, Folder, open_file, open_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

STREAMS = ("/dev/std", "/dev/fd/", "/proc/self/fd/")
"""Beginnings of the system's own names for open streams."""


@contextmanager
def write_output(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open an output that the user named, as `atomic_write`; a pipe or device stays one."""
    path = os.fspath(path)
    if _is_stream(path):
        with open(path, "wb") as stream:  # noqa: PTH123
            yield stream
    else:
        with atomic_write(path) as file:
            yield file


@contextmanager
def atomic_write(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file to write, which replaces the one at `path` at the end unless anything fails.

    Until it is complete and on disk, it is a temporary file in the same folder. Owner and mode of
    a replaced file are kept. Raises an OSError or a SourceError.
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
    """Whether `path` is a pipe or a device, which cannot be replaced."""
    if path.startswith(STREAMS):
        return True
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode))


def _dress(file: int, folder: Folder, name: str) -> None:
    """Give the open file the owner and mode of the file that it replaces, if there is one."""
    try:
        old = open_file(name, READING | NO_FOLLOW, folder)
    except OSError:  # there is none, or none that we may look at
        return
    try:
        if stat.S_ISREG(os.fstat(old).st_mode):
            dress_like(file, old)
    finally:
        os.close(old)
