"""Read a regular file: never a pipe, a device or a folder, and never more than is wanted.

Whoever may put a link into a folder that we read could otherwise block us for ever, or fill the
memory. The file is looked at before it is opened, and again once it is open.
"""

from __future__ import annotations

import os
import stat

from newslint.system.files import NO_FOLLOW, READING, Folder, open_file, state_of

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISLNK, "a link"),
)


class IrregularError(OSError):
    """A file is no regular file, or too large."""


def read_regular(
    path: str | os.PathLike[str], most: int = 0, follows: bool = True, folder: Folder | None = None
) -> bytes:
    """The bytes of the regular file at `path`; an OSError if it cannot be read.

    A file of more than `most` bytes is refused, unless that is 0; and a link, unless it
    `follows`. The path is relative to the open `folder`, if there is one.
    """
    file = open_regular(path, follows, folder)
    try:
        return read_open(file, most)
    finally:
        os.close(file)


def open_regular(
    path: str | os.PathLike[str], follows: bool = True, folder: Folder | None = None, most: int = 0
) -> int:
    """Open the regular file at `path` for reading, as `read_regular` does."""
    refuse_irregular(state_of(path, folder, follows=follows))
    file = open_file(path, READING | (0 if follows else NO_FOLLOW), folder)
    try:
        refuse_irregular(os.fstat(file), most)
    except OSError:
        os.close(file)
        raise
    return file


def read_open(file: int, most: int = 0) -> bytes:
    """The bytes of an open file from its position on; an OSError if it is no regular file."""
    state = os.fstat(file)
    refuse_irregular(state, most)
    # A file object takes as long to make as the whole of an article to read.
    data = os.read(file, state.st_size + 1)
    if len(data) == state.st_size:
        return data
    pieces = [data]  # it changed, or is one of those whose size nobody knows
    length = len(data)
    while data:
        data = os.read(file, 1 << 16)
        pieces.append(data)
        length += len(data)
        if most and length > most:
            raise IrregularError(f"is larger than {most >> 20} MB")
    return b"".join(pieces)


def refuse_irregular(state: os.stat_result, most: int = 0) -> None:
    """Raise an IrregularError for an irregular file, or one of more than `most` bytes if not 0."""
    if not stat.S_ISREG(state.st_mode):
        kind = next((kind for test, kind in KINDS if test(state.st_mode)), "something else")
        raise IrregularError(f"is {kind}, not a file")
    if most and state.st_size > most:
        raise IrregularError(f"is larger than {most >> 20} MB")
