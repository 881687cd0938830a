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
from newslint.system.files import (
    CREATING,
    NO_FOLLOW,
    READING,
    REPLACES_OPEN_FILES,
    Folder,
    open_file,
    remove,
    rename,
    sync,
)
from newslint.system.locks import lock
from newslint.system.owners import is_own
from newslint.system.processes import is_alive

PREFIX = ".newslint-"


NAME = lazy_pattern(rf"{re.escape(PREFIX)}(\d{{1,10}})-[0-9a-f]{{32}}\Z")
"""Names of temporary files: the process that made it, and a random number."""


class Temporary:
    """A temporary file in an open folder; its name is empty once it has become another file."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.name = ""
        self.file = -1

    def make(self, mode: int) -> None:
        """Create the file, open and locked."""
        while True:
            self.name = f"{PREFIX}{os.getpid()}-{os.urandom(16).hex()}"
            self.file = open_file(self.name, CREATING, self.folder, mode)
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
        if not REPLACES_OPEN_FILES:
            self.release()
        rename(self.name, name, self.folder)
        self.name = ""
        sync(self.folder)

    def release(self) -> None:
        """Close the file, which keeps its name."""
        file, self.file = self.file, -1
        if file >= 0:
            os.close(file)

    def close(self) -> None:
        """Close the file, and remove it unless it has become another."""
        try:
            if self.name:
                if not REPLACES_OPEN_FILES:
                    self.release()
                with suppress(FileNotFoundError):
                    remove(self.name, self.folder)
        finally:
            self.release()


@contextmanager
def temporary(folder: Folder, mode: int = 0o600) -> Iterator[Temporary]:
    """Create a file in an open folder; at the end remove it unless it has become another."""
    made = Temporary(folder)
    try:
        made.make(mode)
        yield made
    finally:
        made.close()


def clear_leftovers(folder: Folder) -> None:
    """Remove the temporary files that killed runs left in an open folder."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208
            if name.startswith(PREFIX) and (made := NAME.match(name)):
                with suppress(OSError):
                    _clear(folder, name, int(made[1]))


def _clear(folder: Folder, name: str, maker: int) -> None:
    """Remove a temporary file if it is the user's own and nobody has it locked."""
    if maker != os.getpid() and is_alive(maker):
        return
    file = open_file(name, READING | NO_FOLLOW, folder)
    try:
        state = os.fstat(file)
        ours = stat.S_ISREG(state.st_mode) and is_own(state)
        if ours and state.st_nlink == 1 and lock(file):
            remove(name, folder)
    finally:
        os.close(file)
