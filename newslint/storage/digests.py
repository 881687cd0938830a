"""A digest of the content of files.

The digest is noted under the files' sizes, times and inodes, so that they are read again only if
one was touched.
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
"""Nanoseconds after which a change of a file shows in its times, on every file system."""


LARGEST = 1 << 30
"""Maximum bytes of a file."""


SIZE = 32
"""Number of bytes of a digest."""

_KEPT = 48
"""Maximum notes in a folder; each change of a file adds one."""


def digest_of(paths: Sequence[str], notes: str) -> bytes:
    """The digest of the content of the files at `paths`, in this order; their names do not count.

    Digests are noted in the folder `notes`; if it cannot be used, all files are read. A file that
    was touched less than `SETTLED` ago may change again with the same times, so its digest is not
    noted. Raises an OSError if a file cannot be read.
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
