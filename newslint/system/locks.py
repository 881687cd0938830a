"""Locks on files, and who has a file open: what Unix can tell, and Windows not in this way."""

from __future__ import annotations

import errno
from contextlib import suppress


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


def is_being_written(file: int) -> bool:
    """Whether another program has an open file open for writing, where that can be known."""
    try:
        import fcntl
    except ImportError:
        return False
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    with suppress(OSError):
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False
