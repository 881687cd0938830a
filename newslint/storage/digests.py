"""One number that says what some files hold.

What a file held is noted with its size, its times and its inode, so that it is read again only if
it was touched since.
"""

# ruff: noqa: PTH100, PTH116, PTH117, PTH118, PTH120

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress

from newslint.core.errors import SourceError
from newslint.core.regular_file import read_regular
from newslint.storage.cache_folder import prepare, prune_oldest, read_kept

try:  # hashlib loads OpenSSL for it, which takes as long as all the rest of a lookup
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


__all__ = ["blake2b", "digest_of"]


SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file must show in its times, on any file system."""


LARGEST = 1 << 30
"""Bytes of a file that is read for its digest."""


SIZE = 32
"""Bytes of a digest."""

_KEPT = 48
"""Notes that are kept in a folder; a change of any file makes a new one."""


def digest_of(paths: Sequence[str], notes: str) -> bytes:
    """What the files at `paths` hold, in this order, whatever they are called.

    The folder `notes` remembers what was read; where it cannot be, all is read again.
    An OSError says which file cannot be read. A file that was touched in the last moments may be
    touched again without its times telling; what is said of it is not noted.
    """
    stats = [os.stat(path) for path in paths]
    state = [(s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino, s.st_dev) for s in stats]
    places = [path if os.path.isabs(path) else os.path.abspath(path) for path in paths]
    if not prepare(notes):
        return _read(paths)
    name = blake2b(repr((places, state)).encode("utf-8", "surrogateescape"), digest_size=16)
    note = os.path.join(notes, f"{name.hexdigest()}.seen")
    with suppress(OSError, ValueError):
        digest = bytes.fromhex(read_kept(note, 2 * SIZE).decode("ascii"))
        if len(digest) == SIZE:
            return digest
    now, digest = time.time_ns(), _read(paths)
    if all(max(s.st_mtime_ns, s.st_ctime_ns) < now - SETTLED for s in stats):
        _keep(note, digest)
    return digest


def _keep(note: str, digest: bytes) -> None:
    from newslint.storage.atomic_write import atomic_write

    with suppress(OSError, SourceError):
        with atomic_write(note) as file:
            file.write(digest.hex().encode("ascii"))
        prune_oldest(os.path.dirname(note), _KEPT, end=".seen")


def _read(paths: Sequence[str]) -> bytes:
    whole = blake2b(digest_size=SIZE)
    for path in paths:
        whole.update(blake2b(read_regular(path, LARGEST)).digest())
    return whole.digest()
