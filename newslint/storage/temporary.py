"""Temporary files with names that nobody can guess; leftovers of killed runs are removed.

A temporary file lies in the folder of the file that it becomes. Its name contains the process that
made it, which also holds a lock on it. If nobody has a lock and the process is gone, the run was
killed, and the next run removes the file.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newslint.core.lazy_pattern import lazy_pattern

PREFIX = ".newslint-"


NAME = lazy_pattern(rf"{re.escape(PREFIX)}(\d{{1,10}})-[0-9a-f]{{32}}\Z")
"""Names of temporary files: the process that made it, and a random number."""


NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
"""Flags to create a file that must not exist yet, not even as a link."""


class Temporary:
    """A temporary file in an open folder; its name is empty once it has become another file."""

    def __init__(self, folder: int) -> None:
        self.folder = folder
        self.name = ""
        self.file = -1

    def make(self, mode: int) -> None:
        """Create the file, open and locked."""
        while True:
            self.name = f"{PREFIX}{os.getpid()}-{os.urandom(16).hex()}"
            self.file = os.open(self.name, NEW, mode, dir_fd=self.folder)
            if lock(self.file) is not False and os.fstat(self.file).st_nlink:
                return
            self.close()  # another run took it for one of the dead, in the moment before the lock

    def write(self, data: bytes) -> None:
        """Write all of the data."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.file, view) :]

    def become(self, name: str) -> None:
        """Replace `name` in the same folder atomically, after it is on disk."""
        os.fsync(self.file)
        os.replace(self.name, name, src_dir_fd=self.folder, dst_dir_fd=self.folder)
        self.name = ""
        sync(self.folder)

    def close(self) -> None:
        """Close the file, and remove it unless it has become another."""
        file, self.file = self.file, -1
        try:
            if self.name:
                with suppress(FileNotFoundError):
                    os.unlink(self.name, dir_fd=self.folder)
        finally:
            if file >= 0:
                os.close(file)


@contextmanager
def temporary(folder: int, mode: int = 0o600) -> Iterator[Temporary]:
    """Create a file in an open folder; at the end remove it unless it has become another."""
    made = Temporary(folder)
    try:
        made.make(mode)
        yield made
    finally:
        made.close()


@contextmanager
def open_folder(path: str) -> Iterator[int]:
    """Open a folder, so that all operations are in this one even if its path changes."""
    folder = os.open(path or os.curdir, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield folder
    finally:
        os.close(folder)


def clear_leftovers(folder: int) -> None:
    """Remove the temporary files that killed runs left in an open folder."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(PREFIX) and (made := NAME.match(name)):
                with suppress(OSError):
                    _clear(folder, name, int(made[1]))


def _clear(folder: int, name: str, maker: int) -> None:
    """Remove a temporary file if it is the user's own and nobody has it locked."""
    if maker != os.getpid() and _is_alive(maker):
        return
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    try:
        state = os.fstat(file)
        ours = stat.S_ISREG(state.st_mode) and state.st_uid == os.geteuid()
        if ours and state.st_nlink == 1 and lock(file):
            os.unlink(name, dir_fd=folder)
    finally:
        os.close(file)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True


def lock(file: int, wait: bool = False) -> bool | None:
    """Lock an open file; False if somebody else has the lock, None if files cannot be locked."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # not on this system, not on this disk
        return None
    return True


def sync(folder: int) -> None:
    """Flush a folder to disk, so that a new name is safe; not all file systems can."""
    with suppress(OSError):
        os.fsync(folder)
