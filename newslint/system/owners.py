"""Whose files are: on Windows, where a user's own folders are closed to others, the user's."""

# ruff: noqa: PTH101

from __future__ import annotations

import os
import stat

OTHERS_WRITE = 0o022

HAS_OWNERS = hasattr(os, "geteuid")


def is_own(state: os.stat_result) -> bool:
    """Whether a file belongs to the user who runs newslint."""
    return not HAS_OWNERS or state.st_uid == os.geteuid()


def is_safe_above(state: os.stat_result) -> bool:
    """Whether only the user and root can replace the folders in this one.

    A link that root owns is safe, such as that to /private/tmp.
    """
    if not HAS_OWNERS:
        return stat.S_ISDIR(state.st_mode)
    if stat.S_ISLNK(state.st_mode):
        return state.st_uid == 0 != os.geteuid()
    closed = state.st_mode & stat.S_ISVTX or not state.st_mode & stat.S_IWOTH
    return bool(closed) and state.st_uid in (0, os.geteuid())


def close_to_others(folder: str, state: os.stat_result) -> bool:
    """Close a folder to everybody but its user; return whether others could write to it before."""
    if not HAS_OWNERS or stat.S_IMODE(state.st_mode) == 0o700:
        return False
    os.chmod(folder, 0o700)
    return bool(state.st_mode & OTHERS_WRITE)
