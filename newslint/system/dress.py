"""Copy the metadata of a file to its replacement: owner, mode, extended attributes.

Access control lists and security labels are extended attributes, too. If something cannot be kept,
that is an error, so that nothing is lost silently.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress


class CannotKeepError(OSError):
    """The metadata of a file cannot be given to its replacement."""


def dress_like(file: int, model: int) -> None:
    """Give an open file owner, group, mode and extended attributes of another open file."""
    wanted = os.fstat(model)
    if not hasattr(os, "fchown"):  # Windows: what a new file is given, it has from its folder
        return
    for owner, group in ((-1, wanted.st_gid), (wanted.st_uid, -1)):
        with suppress(PermissionError):
            os.fchown(file, owner, group)
    os.fchmod(file, wanted.st_mode & 0o7777)
    _copy_attributes(file, model)
    now = os.fstat(file)
    if now.st_uid != wanted.st_uid:
        raise CannotKeepError("it belongs to another user, and would be ours")
    if now.st_gid != wanted.st_gid:
        raise CannotKeepError("it belongs to another group, and would be of ours")


def _copy_attributes(file: int, model: int) -> None:
    """Give an open file exactly the extended attributes that another has."""
    wanted, given = _attributes(model), _attributes(file)
    name = ""
    try:
        for name in given.keys() - wanted.keys():  # such as an ACL that the folder gives the new
            os.removexattr(file, name)
        for name, value in wanted.items():
            if given.get(name) != value:
                os.setxattr(file, name, value)
    except OSError as error:
        raise CannotKeepError(f"its attribute {name} cannot be kept ({error.strerror})") from None


def _attributes(file: int) -> dict[str, bytes]:
    """The extended attributes of an open file; none where there is no such thing."""
    if not hasattr(os, "listxattr"):  # not on this system
        return {}
    found = {}
    try:
        names = os.listxattr(file)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.ENOSYS):
            return {}
        raise
    for name in names:
        try:
            found[name] = os.getxattr(file, name)
        except OSError as error:
            if error.errno != errno.ENODATA:  # removed meanwhile
                raise CannotKeepError(f"its attribute {name} cannot be read") from None
    return found
