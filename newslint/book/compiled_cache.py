"""Open the compiled book of some files, compiling it only when they changed.

A compiled book is named after the version of its files, so it is never out of date. It is written
atomically, so nobody sees half of one. After any error with the file or the folder the book is
compiled again, in memory if need be: that is slower, never wrong.
"""

# ruff: noqa: PTH108, PTH118

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from newslint.book.book_files import BookFile
from newslint.book.compiled import CompiledBook, open_compiled
from newslint.book.kind import Kinds
from newslint.book.version import version_of_files
from newslint.core.errors import SourceError
from newslint.core.name import Name
from newslint.core.rule import Rule
from newslint.storage.atomic_write import atomic_write
from newslint.storage.cache_folder import lock_folder, prepare, prune_oldest
from newslint.storage.checked_blocks import DamagedError

KEPT = 12
"""Maximum compiled books in the cache; every change of a desk's book adds one."""

Reader = Callable[[], Iterable[Rule | Name]]


def cached(
    files: Sequence[BookFile], read: Reader, kinds: Kinds, folder: str | None
) -> CompiledBook:
    """The book compiled from `files`, whose content `read` returns; kept in `folder` if any."""
    if folder is None or not prepare(folder):
        return CompiledBook(_compiled(files, read, kinds, b""))
    digest = version_of_files(files, folder)
    path = os.path.join(folder, f"{digest.hex()}.book")

    def healed() -> bytes:
        with suppress(OSError):  # so that the next run compiles it
            os.unlink(path)
        return _compiled(files, read, kinds, digest)

    with suppress(DamagedError):
        return open_compiled(path, digest, healed)
    with lock_folder(folder):
        with suppress(DamagedError):  # whoever was here before us has compiled it
            return open_compiled(path, digest, healed)
        data = _compiled(files, read, kinds, digest)
        with suppress(OSError, SourceError, DamagedError):
            write(path, data)
            prune_oldest(folder, KEPT, end=".book")
            return open_compiled(path, digest, healed)
    return CompiledBook(data)


def _compiled(files: Sequence[BookFile], read: Reader, kinds: Kinds, digest: bytes) -> bytes:
    from newslint.book.compile_progress import with_progress
    from newslint.book.compiler import build

    return build(with_progress(read(), files), kinds, digest)


def write(path: str, data: bytes) -> None:
    """Write a compiled book to `path` atomically."""
    with atomic_write(path) as file:
        file.write(data)
