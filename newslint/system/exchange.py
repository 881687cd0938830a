"""Exchange two files of a folder in one step, which Linux can do on most of its file systems."""

from __future__ import annotations

import errno
import os
from functools import cache
from typing import Any

from newslint.system.files import Folder

EXCHANGE = 2
"""The flag of renameat2(2)."""


UNKNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)
"""Errors that mean that the system cannot do that here."""


def exchange(folder: Folder, one: str, other: str) -> bool:
    """Exchange the names of two files of an open folder; False if the system cannot.

    Raises an OSError if one of them does not exist.
    """
    call = _call()
    if call is None or isinstance(folder, str):
        return False
    import ctypes

    if call(folder, os.fsencode(one), folder, os.fsencode(other), EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), other)


@cache
def _call() -> Any:
    """The function of the C library; None if it has none."""
    try:
        import ctypes

        return ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError, TypeError):
        return None
