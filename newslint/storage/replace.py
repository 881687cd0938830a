"""Replace a file that was read by a new one, unless somebody changed it meanwhile.

The two are exchanged in one step, and then the displaced file is checked: if it is not what was
read, or is open for writing, it is put back. So a newer text never gets lost silently.
docs/trust.md says what remains where the system cannot exchange files.
"""

from __future__ import annotations

import os
from contextlib import suppress

from newslint.core.regular_file import read_regular
from newslint.storage.places import OpenFile
from newslint.storage.temporary import temporary
from newslint.system.dress import dress_like
from newslint.system.exchange import exchange
from newslint.system.files import (
    REPLACES_OPEN_FILES,
    Folder,
    is_writable,
    remove,
    rename,
    state_of,
    sync,
)
from newslint.system.locks import is_being_written
from newslint.system.signals import undisturbed


class ChangedError(OSError):
    """The file changed since it was read."""

    def __init__(self, more: str = "") -> None:
        super().__init__(f"the file changed while we read it{more}")


def replace(file: OpenFile, old: bytes, new: bytes) -> None:
    """Replace `file`, whose content was `old`, by one with `new`, or raise an OSError.

    Owner, mode, extended attributes and ACLs are kept. A file with several names (hard links) is
    refused, since it would lose them.
    """
    if not is_writable(file.name, file.folder):
        _see(file, old)
        raise PermissionError("the file is read-only")
    with temporary(file.folder) as made:
        made.write(new)
        dress_like(made.file, file.file)
        os.fsync(made.file)
        _see(file, old)
        with undisturbed():
            # What is displaced may be newer than ours: it is removed once it was looked at.
            displaced, made.name = made.name, ""
            if exchange(file.folder, displaced, file.name):
                _settle(file, displaced, old, new)
            else:
                made.name = displaced
                if not REPLACES_OPEN_FILES:
                    file.close()
                made.become(file.name)


def _see(file: OpenFile, old: bytes) -> None:
    """Raise an OSError unless the file still exists, has one name and is unchanged."""
    try:
        state = state_of(file.name, file.folder)
    except OSError:
        raise ChangedError from None
    if not os.path.samestat(state, file.state) or _held(file.folder, file.name) != old:
        raise ChangedError
    if state.st_nlink > 1:
        raise OSError(f"the file has {state.st_nlink} names (hard links), which it would lose")


def _settle(file: OpenFile, displaced: str, old: bytes, new: bytes) -> None:
    """Remove the displaced file if it is what was read; otherwise put it back."""
    try:
        expected = _is_ours_to_drop(file, displaced, old)
    except BaseException:
        _put_back(file, displaced, new)
        raise
    if not expected:
        _put_back(file, displaced, new)
        raise ChangedError
    with suppress(OSError):  # it is left over, and the next run clears it away
        remove(displaced, file.folder)
    sync(file.folder)


def _put_back(file: OpenFile, displaced: str, new: bytes) -> None:
    """Put the displaced file back; a file that was saved over ours meanwhile gets another name."""
    exchange(file.folder, displaced, file.name)
    if _held(file.folder, displaced) == new:
        remove(displaced, file.folder)
        return
    saved = f"{file.name}.saved-{os.urandom(4).hex()}"
    rename(displaced, saved, file.folder)
    raise ChangedError(f"; what was saved last is in {saved}")


def _is_ours_to_drop(file: OpenFile, name: str, old: bytes) -> bool:
    """Whether the file now called `name` is the one that was read, and nobody writes to it."""
    state = state_of(name, file.folder)
    if not os.path.samestat(state, file.state) or is_being_written(file.file):
        return False
    return _held(file.folder, name) == old


def _held(folder: Folder, name: str) -> bytes | None:
    """The bytes of a file in an open folder; None if it is no regular file, or gone."""
    try:
        return read_regular(name, follows=False, folder=folder)
    except OSError:
        return None
