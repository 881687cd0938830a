"""Write a fixed file back.

Nothing outside an edit changes by a byte, and a file is either the old one or the new one.
"""

# ruff: noqa: PTH105, PTH108, PTH116, PTH120, PTH123

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newslint.core.errors import SourceError, os_error_reason
from newslint.text.source import Source, read_bytes


def write(source: Source, text: str) -> None:
    """Put `text` in place of `source` in its file, all of it or, with a SourceError, none.

    A link is followed, and the file keeps its mode and, as far as we may, its owner. Where it
    is no longer what we read, somebody else is working on it, and we leave it alone.
    """
    if text == source.text:
        return
    new = source.to_bytes(text)
    path = os.path.realpath(source.path)
    try:
        if os.access(path, os.F_OK) and not os.access(path, os.W_OK):
            raise SourceError(source.path, "not fixed: the file is read-only")
        with _beside(path, new) as temporary:
            if _bytes_now(path) != source.to_bytes():
                raise SourceError(source.path, "not fixed: the file changed while we read it")
            os.replace(temporary, path)
        _sync(os.path.dirname(path))
    except OSError as error:
        raise SourceError(source.path, f"not fixed: {os_error_reason(error)}") from None


def _bytes_now(path: str) -> bytes | None:
    """What the file holds by now; None if it is none any more."""
    try:
        return read_bytes(path)
    except SourceError:
        return None


@contextmanager
def _beside(path: str, data: bytes) -> Iterator[str]:
    """A file with `data` in the folder of `path`, safely on disk; gone if nobody takes it."""
    from tempfile import mkstemp

    descriptor, temporary = mkstemp(prefix=".newslint-", dir=os.path.dirname(path))
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _dress_like(path, descriptor)
            os.fsync(descriptor)
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temporary)


def _dress_like(path: str, descriptor: int) -> None:
    """Give the open file the owner, if we may, and the mode of the one at `path`."""
    model = os.stat(path)
    for owner, group in ((-1, model.st_gid), (model.st_uid, -1)):
        with suppress(PermissionError):
            os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, model.st_mode & 0o7777)


def _sync(folder: str) -> None:
    """Make the new name of a file safe too; some file systems know no such thing."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
