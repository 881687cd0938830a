"""Where a file stands: below which folder, by a way that leads through no link.

A path that somebody names may be a link, and a checkout that a stranger submits may hold links to
anywhere. A link is followed as long as it does not lead out of the folder that we were given.
"""

# ruff: noqa: PTH100, PTH109, PTH118, PTH120, PTH206

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from newslint.core.errors import SourceError
from newslint.core.regular_file import READING, read_open, refuse_irregular

FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC


class Place(NamedTuple):
    """A folder, and the way from there to a file or folder, on which there are no links."""

    root: str
    name: str

    @property
    def path(self) -> str:
        """The whole path."""
        return self.root if self.name == os.curdir else os.path.join(self.root, self.name)


class LinkedOutError(SourceError):
    """A link that leads out of the folder that we were given."""


def place_of(path: str, follow_links: bool = False) -> Place:
    """Where `path` leads, or would lead if there were something.

    What lies in the current folder must not lead out of that, and what lies elsewhere not out of
    the folder it is in; a LinkedOutError says where a link leads. `follow_links` lets it.
    """
    here = os.getcwd()
    whole = os.path.abspath(path)
    tree = here if _is_below(whole, here) else os.path.dirname(whole)
    real, root = os.path.realpath(whole), os.path.realpath(tree)
    if not _is_below(real, root):
        if not follow_links:
            raise LinkedOutError(path, f"a link leads out of {tree}, to {real}: not followed")
        root = os.path.dirname(real)
    return Place(root, os.path.relpath(real, root))


def _is_below(path: str, folder: str) -> bool:
    """Whether an absolute path is that of the folder, or of something in it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


class OpenFile:
    """A file that is open, and the very folder that it lies in."""

    def __init__(self, folder: int, name: str, file: int) -> None:
        self.folder = folder
        self.name = name
        self.file = file
        self.state = os.fstat(file)

    def read(self) -> bytes:
        """What the file holds; an OSError if it is no regular file."""
        return read_open(self.file)


@contextmanager
def opened(place: Place) -> Iterator[OpenFile]:
    """The file at a place, open; an OSError if a link has come onto the way there."""
    *folders, name = place.name.split(os.sep)
    folder = os.open(place.root, FOLDER)
    try:
        for each in folders:
            above = folder
            try:
                folder = os.open(each, FOLDER | os.O_NOFOLLOW, dir_fd=above)
            finally:
                os.close(above)
        refuse_irregular(os.stat(name, dir_fd=folder, follow_symlinks=False))
        file = os.open(name, READING | os.O_NOFOLLOW, dir_fd=folder)
        try:
            yield OpenFile(folder, name, file)
        finally:
            os.close(file)
    finally:
        os.close(folder)
