"""One number that says what some files hold.

What a file held is noted with its size, its times and its inode, so that it is read again only if
it was touched since.
"""

# ruff: noqa: PTH100, PTH103, PTH108, PTH112, PTH116, PTH117, PTH118, PTH123

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress

try:  # hashlib loads OpenSSL for it, which takes as long as all the rest of a lookup
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


__all__ = ["blake2b", "digest_of", "files_below"]


SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file must show in its times, on any file system."""


SIZE = 32
"""Bytes of a digest."""


_KEPT = 48
"""Notes that are kept in a folder; a change of any file makes a new one."""


def digest_of(paths: Sequence[str], notes: str) -> bytes:
    """What the files at `paths` hold, in this order, whatever they are called.

    The folder `notes` remembers what was read; where it cannot be written, all is read again.
    An OSError says which file cannot be read. A file that was touched in the last moments may be
    touched again without its times telling; what is said of it is not noted.
    """
    stats = [os.stat(path) for path in paths]
    state = [(s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino, s.st_dev) for s in stats]
    places = [path if os.path.isabs(path) else os.path.abspath(path) for path in paths]
    name = blake2b(repr((places, state)).encode("utf-8", "surrogateescape"), digest_size=16)
    note = os.path.join(notes, f"{name.hexdigest()}.seen")
    with suppress(OSError, ValueError), open(note, "rb") as file:
        digest = bytes.fromhex(file.read().decode("ascii"))
        if len(digest) == SIZE:
            return digest
    now, digest = time.time_ns(), _read(paths)
    if all(max(s.st_mtime_ns, s.st_ctime_ns) < now - SETTLED for s in stats):
        with suppress(OSError):
            os.makedirs(notes, 0o700, exist_ok=True)
            with open(note, "w", encoding="ascii") as file:
                file.write(digest.hex())
            _prune(notes)
    return digest


def files_below(path: str) -> Iterator[str]:
    """The file at `path`, or every file below that folder, in order; bytecode left out."""
    if not os.path.isdir(path):
        yield path
        return
    with os.scandir(path) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir():
            yield entry.path
        elif entry.name != "__pycache__":
            yield from files_below(entry.path)


def _read(paths: Sequence[str]) -> bytes:
    whole = blake2b(digest_size=SIZE)
    for path in paths:
        with open(path, "rb") as file:
            whole.update(blake2b(file.read()).digest())
    return whole.digest()


def _prune(notes: str) -> None:
    """Throw away the oldest notes."""
    with os.scandir(notes) as listing:
        aged = sorted(
            (entry.stat().st_mtime_ns, entry.path)
            for entry in listing
            if entry.name.endswith(".seen")
        )
    for _, path in aged[:-_KEPT]:
        with suppress(OSError):
            os.unlink(path)
