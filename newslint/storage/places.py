"""Resolve a path to a folder and a way below it without links.

A path may be a link, and a stranger's checkout may hold links to anywhere. A link is followed only
if it does not lead out of the given folder.
"""

# ruff: noqa: PTH100, PTH109, PTH118, PTH120, PTH206

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from newslint.core.errors import SourceError
from newslint.core.record import NamedTuple
from newslint.core.regular_file import open_regular, read_open
from newslint.system.files import Folder, open_below


class Place(NamedTuple):
    """A folder, and a relative path from there that goes through no link."""

    root: str
    name: str

    @property
    def path(self) -> str:
        """The whole path."""
        return self.root if self.name == os.curdir else os.path.join(self.root, self.name)


class LinkedOutError(SourceError):
    """A link leads out of the given folder."""


def place_of(path: str, follow_links: bool = False) -> Place:
    """The place of `path`, whether or not it exists.

    A link in the current folder must not lead out of that, and a link elsewhere not out of its own
    folder; otherwise a LinkedOutError is raised, unless `follow_links`.
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
    """Whether an absolute path is the folder, or in it."""
    return path == folder or path.startswith(os.path.join(folder, ""))


class OpenFile:
    """An open file, and its open folder."""

    def __init__(self, folder: Folder, name: str, file: int) -> None:
        self.folder = folder
        self.name = name
        self.file = file
        self.state = os.fstat(file)

    def read(self) -> bytes:
        """The bytes of the file; an OSError if it is no regular file."""
        return read_open(self.file)

    def close(self) -> None:
        """Close the file."""
        file, self.file = self.file, -1
        if file >= 0:
            os.close(file)


@contextmanager
def opened(place: Place) -> Iterator[OpenFile]:
    """Open the file at a place; an OSError if a link is on the way now."""
    *folders, name = place.name.split(os.sep)
    with open_below(place.root, folders) as folder:
        file = OpenFile(folder, name, open_regular(name, follows=False, folder=folder))
        try:
            yield file
        finally:
            file.close()
