"""The cache of compiled books: in come the files of a book, out comes an open Shelf.

A compiled book is named after what it was compiled from, so that it is never out of date; it
appears all at once under its name, so that nobody sees half of one; and whatever is amiss with
it or with the folder means compiling again, in memory if need be: slower, never wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from newslint import __version__
from newslint.book.files import BookFile
from newslint.book.progress import told
from newslint.book.shelf import FORMAT, DamagedError, Header, Shelf, build, open_shelf
from newslint.rule import Name, Rule

KEPT = 12
"""Compiled books kept in the cache; a desk's book gets a new one with every change."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file must show in its times, on any file system."""

Reader = Callable[[], Iterable[Rule | Name]]


def cache_folder() -> Path:
    """Where compiled books are kept."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("newslint", appauthor=False)) / "books"


def cached(files: Sequence[BookFile], read: Reader, folder: Path | None) -> Shelf:
    """The shelf compiled from `files`, of which `read` gives the content; None: keep nothing."""
    if folder is None:
        return Shelf(build(told(read(), files), b""))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    digest = _known_digest(files, folder)
    path = folder / f"{digest.hex()}.book"
    with suppress(DamagedError):
        return open_shelf(path, digest)
    with _alone(folder):
        with suppress(DamagedError):  # whoever was here before us has compiled it
            return open_shelf(path, digest)
        data = build(told(read(), files), digest)
        with suppress(OSError, DamagedError):
            write(path, data)
            _prune(folder)
            return open_shelf(path, digest)
    return Shelf(data)


def write(path: Path, data: bytes) -> None:
    """Put a compiled book at `path`, all at once."""
    from tempfile import NamedTemporaryFile

    written = Header.of(data).written
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            part.chmod(0o644)  # temporary files are private, a wheel's are not
            os.utime(part, ns=(written, written))
            file.close()
            part.replace(path)
        except BaseException:
            file.close()
            part.unlink(missing_ok=True)
            raise


def _digest(files: Sequence[BookFile]) -> bytes:
    """What the files say, how they are called and who reads them, as one number."""
    whole = blake2b(f"{FORMAT} {__version__}".encode(), digest_size=32)
    for file in files:
        whole.update(blake2b(file.shown.encode()).digest())
        whole.update(blake2b(file.read()).digest())
    return whole.digest()


def _known_digest(files: Sequence[BookFile], folder: Path) -> bytes:
    """The digest of the files, read again only if one of them was touched since it was taken.

    A file that was touched in the last moments may be touched again without its times telling;
    what is said of it is not kept.
    """
    import time

    stats = [file.path.stat() for file in files]
    state = repr([(s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for s in stats])
    paths = "\0".join(f"{file.path.absolute()}\0{file.shown}" for file in files)
    identity = f"{FORMAT} {__version__} {paths} {state}".encode()
    note = folder / f"{blake2b(identity, digest_size=16).hexdigest()}.seen"
    with suppress(OSError, ValueError):
        digest = bytes.fromhex(note.read_text("ascii"))
        if len(digest) == 32:
            return digest
    now, digest = time.time_ns(), _digest(files)
    if all(max(s.st_mtime_ns, s.st_ctime_ns) < now - SETTLED for s in stats):
        with suppress(OSError):
            note.write_text(digest.hex(), "ascii")
    return digest


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
    """Throw away what has not been compiled or noted lately."""
    for ending, kept in (("book", KEPT), ("seen", 4 * KEPT), ("part", KEPT)):
        aged = sorted(folder.glob(f"*.{ending}"), key=lambda file: -file.stat().st_mtime_ns)
        for file in aged[kept:]:
            file.unlink(missing_ok=True)
