"""Open the compiled book of some files, compiling it only when they changed.

A compiled book is named after what it was compiled from, so it is never out of date. It appears all
at once under its name, so nobody sees half of one. Whatever is wrong with it or with the folder
means compiling again, in memory if need be: slower, never wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from newslint.book.book_files import BookFile
from newslint.book.checked_blocks import DamagedError
from newslint.book.compiled import CompiledBook, open_compiled
from newslint.book.version import version_of_files
from newslint.core.errors import SourceError
from newslint.core.name import Name
from newslint.core.rule import Rule
from newslint.storage.atomic_write import atomic_write
from newslint.storage.cache_folder import lock_folder, prepare, prune_oldest

KEPT = 12
"""Compiled books kept in the cache; a desk's book gets a new one with every change."""

Reader = Callable[[], Iterable[Rule | Name]]


def cached(files: Sequence[BookFile], read: Reader, folder: Path | None) -> CompiledBook:
    """The shelf compiled from `files`, of which `read` gives the content; None: keep nothing."""
    if folder is None or not prepare(str(folder)):
        return CompiledBook(_compiled(files, read, b""))
    digest = version_of_files(files, str(folder))
    path = folder / f"{digest.hex()}.book"

    def healed() -> bytes:
        with suppress(OSError):  # so that the next run compiles it
            path.unlink()
        return _compiled(files, read, digest)

    with suppress(DamagedError):
        return open_compiled(path, digest, healed)
    with lock_folder(str(folder)):
        with suppress(DamagedError):  # whoever was here before us has compiled it
            return open_compiled(path, digest, healed)
        data = _compiled(files, read, digest)
        with suppress(OSError, SourceError, DamagedError):
            write(path, data)
            prune_oldest(str(folder), KEPT, end=".book")
            return open_compiled(path, digest, healed)
    return CompiledBook(data)


def _compiled(files: Sequence[BookFile], read: Reader, digest: bytes) -> bytes:
    from newslint.book.compile_progress import with_progress
    from newslint.book.compiler import build

    return build(with_progress(read(), files), digest)


def write(path: Path, data: bytes) -> None:
    """Put a compiled book at `path`, all at once."""
    with atomic_write(path) as file:
        file.write(data)
