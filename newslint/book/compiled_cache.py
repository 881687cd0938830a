"""Open the compiled book of some files, compiling it only when they changed.

A compiled book is named after what it was compiled from, so it is never out of date. It appears all
at once under its name, so nobody sees half of one. Whatever is wrong with it or with the folder
means compiling again, in memory if need be: slower, never wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from newslint.book.book_files import BookFile
from newslint.book.compiled import FORMAT, CompiledBook, DamagedError, Header, open_compiled
from newslint.core.name import Name
from newslint.core.rule import Rule
from newslint.core.version import __version__
from newslint.storage.atomic_write import atomic_write
from newslint.storage.digests import blake2b, digest_of

KEPT = 12
"""Compiled books kept in the cache; a desk's book gets a new one with every change."""


Reader = Callable[[], Iterable[Rule | Name]]


def cached(files: Sequence[BookFile], read: Reader, folder: Path | None) -> CompiledBook:
    """The shelf compiled from `files`, of which `read` gives the content; None: keep nothing."""
    if folder is None:
        return CompiledBook(_compiled(files, read, b""))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    digest = _digest(files, folder)
    path = folder / f"{digest.hex()}.book"
    with suppress(DamagedError):
        return open_compiled(path, digest)
    with _alone(folder):
        with suppress(DamagedError):  # whoever was here before us has compiled it
            return open_compiled(path, digest)
        data = _compiled(files, read, digest)
        with suppress(OSError, DamagedError):
            write(path, data)
            _prune(folder)
            return open_compiled(path, digest)
    return CompiledBook(data)


def _compiled(files: Sequence[BookFile], read: Reader, digest: bytes) -> bytes:
    from newslint.book.compile_progress import with_progress
    from newslint.book.compiler import build

    return build(with_progress(read(), files), digest)


def write(path: Path, data: bytes) -> None:
    """Put a compiled book at `path`, all at once."""
    written = Header.of(data).written
    with atomic_write(path) as file:
        file.write(data)
        file.flush()
        Path(file.name).chmod(0o644)  # whatever we are allowed: a wheel's files are everybody's
        os.utime(file.name, ns=(written, written))


def _digest(files: Sequence[BookFile], folder: Path) -> bytes:
    """What the files say, how they are called and who reads them, as one number."""
    try:
        held = digest_of([str(file.path) for file in files], str(folder))
    except OSError:
        for file in files:
            file.read()  # a BookError says which of them cannot be read
        raise
    known = "\0".join([f"{FORMAT} {__version__}", *(file.shown for file in files)])
    return blake2b(known.encode("utf-8", "surrogateescape") + held, digest_size=32).digest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else compiles; where files cannot be locked, do not wait."""
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            import fcntl

            file = stack.enter_context((folder / "lock").open("wb"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _prune(folder: Path) -> None:
    """Throw away what has not been compiled lately."""
    for ending in ("book", "part"):
        aged = sorted(folder.glob(f"*.{ending}"), key=lambda file: -file.stat().st_mtime_ns)
        for file in aged[KEPT:]:
            file.unlink(missing_ok=True)
