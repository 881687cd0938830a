"""Open, look at, rename and remove files of an open folder.

On Unix a folder is opened once, and its files are reached from there: nothing that takes the place
of the folder meanwhile is met. Windows opens no folders; there it is its path.
"""

# ruff: noqa: PTH108, PTH116, PTH118

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

Folder = int | str
"""An open folder: a file descriptor on Unix, a path on Windows."""

OPENS_FOLDERS = os.open in os.supports_dir_fd

REPLACES_OPEN_FILES = OPENS_FOLDERS
"""Whether a file may be renamed or replaced while it is open, which Windows forbids."""


def _flags(*names: str) -> int:
    """The flags of open(2) that this system has; what Windows translates is left as it is."""
    together = getattr(os, "O_BINARY", 0)
    for name in names:
        together |= getattr(os, f"O_{name}", 0)
    return together


NO_FOLLOW = _flags("NOFOLLOW")
"""A link is not followed; without effect where the system cannot say so."""

READING = _flags("RDONLY", "CLOEXEC", "NONBLOCK", "NOCTTY")
"""Flags to open a file for reading; a pipe or device in its place cannot block the run."""

CREATING = _flags("RDWR", "CREAT", "EXCL", "NOFOLLOW", "CLOEXEC")
"""Flags to create a file that must not exist yet, not even as a link."""

KEEPING = _flags("RDWR", "CREAT", "NOFOLLOW", "NONBLOCK", "CLOEXEC")
"""Flags to open a file that may exist, or to create it."""

APPENDING = _flags("RDWR", "APPEND", "CREAT", "NOFOLLOW", "NONBLOCK", "CLOEXEC")
"""Flags to open a file that grows; a link in its place is not followed."""

_FOLDER = _flags("RDONLY", "DIRECTORY", "CLOEXEC")

_WAY = _flags("PATH" if hasattr(os, "O_PATH") else "RDONLY", "DIRECTORY", "CLOEXEC")
"""Flags to open a folder only to go through it."""


@contextmanager
def open_folder(path: str) -> Iterator[Folder]:
    """Open a folder, so that all operations are in this one even if its path changes."""
    folder = _opened(path or os.curdir, _FOLDER)
    try:
        yield folder
    finally:
        _close(folder)


@contextmanager
def open_below(root: str, names: list[str]) -> Iterator[Folder]:
    """Open the folder that is reached from `root` by names; an OSError if a link is on the way."""
    folder = _opened(root, _WAY)
    try:
        for name in names:
            above = folder
            try:
                folder = _opened(name, _WAY | NO_FOLLOW, above)
            finally:
                _close(above)
        yield folder
    finally:
        _close(folder)


def _opened(name: str, flags: int, above: Folder | None = None) -> Folder:
    if OPENS_FOLDERS:
        return open_file(name, flags, above)
    path = _path(name, above)
    if above is not None and os.path.islink(path):  # noqa: PTH114
        raise NotADirectoryError(f"{path} is a link")
    os.scandir(path).close()  # an OSError if there is no such folder
    return path


def _close(folder: Folder) -> None:
    if isinstance(folder, int):
        os.close(folder)


def open_file(
    name: str | os.PathLike[str], flags: int, folder: Folder | None = None, mode: int = 0o777
) -> int:
    """Open a file of a folder, or one by its path."""
    if isinstance(folder, str):
        return os.open(_path(name, folder), flags, mode)
    return os.open(name, flags, mode, dir_fd=folder)


def state_of(
    name: str | os.PathLike[str], folder: Folder | None = None, follows: bool = False
) -> os.stat_result:
    """The state of a file of a folder, or of one by its path; of a link itself unless `follows`."""
    if isinstance(folder, str):
        return os.stat(_path(name, folder), follow_symlinks=follows)
    return os.stat(name, dir_fd=folder, follow_symlinks=follows)


def is_writable(name: str, folder: Folder) -> bool:
    """Whether the user may write to a file of a folder."""
    if isinstance(folder, str):
        return os.access(_path(name, folder), os.W_OK)
    return os.access(name, os.W_OK, dir_fd=folder)


def remove(name: str, folder: Folder) -> None:
    """Remove a file of a folder."""
    if isinstance(folder, str):
        os.unlink(_path(name, folder))
    else:
        os.unlink(name, dir_fd=folder)


def rename(name: str, new: str, folder: Folder) -> None:
    """Rename a file of a folder; a file of the new name is replaced in the same step."""
    if isinstance(folder, str):
        os.replace(_path(name, folder), _path(new, folder))  # noqa: PTH105
    else:
        os.replace(name, new, src_dir_fd=folder, dst_dir_fd=folder)


def sync(folder: Folder) -> None:
    """Flush a folder to disk, so that a new name is safe; not all file systems can."""
    if isinstance(folder, int):
        with suppress(OSError):
            os.fsync(folder)


def _path(name: str | os.PathLike[str], folder: Folder | None) -> str:
    path = os.fspath(name)
    return os.path.join(folder, path) if isinstance(folder, str) else path
