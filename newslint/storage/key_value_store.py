"""Keys and values of bytes in a SQLite file that all runs share.

SQLite keeps processes apart and makes writes atomic; each value has a check of its own. After any
error (a damaged file, a full disk, a folder that cannot be written) nothing is found, or kept:
newslint is slower, never wrong.
"""

# ruff: noqa: PTH108, PTH113, PTH120

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from newslint.storage.cache_folder import prepare, refuse_strange
from newslint.storage.digests import blake2b

LIMIT = 100 << 20
"""Maximum bytes of the file; beyond it, the oldest quarter of the values is removed."""

_PATIENCE = 2.0
"""Seconds to wait for another process that is writing, before giving up."""

_CHECK = 8
"""Bytes of the check before each value."""

_TABLE = "CREATE TABLE IF NOT EXISTS results (id INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB)"

_GET = "SELECT value FROM results WHERE key = ?"

_PUT = "INSERT OR REPLACE INTO results (key, value) VALUES (?, ?)"

_COUNT = "SELECT count(*) FROM results"

_FORGET = """
DELETE FROM results WHERE id <= (SELECT min(id) + (max(id) - min(id)) / 4 FROM results)
"""


class Store:
    """The store in the file `path`, which is created with the first value."""

    def __init__(self, path: str, limit: int = LIMIT) -> None:
        self.path = path
        self._limit = limit
        self._writes = self._is_safe()
        self._reads = self._writes and os.path.isfile(path)
        self._ready = False  # whether the table is there beyond doubt
        self._opened: sqlite3.Connection | None = None

    def get(self, key: bytes) -> bytes | None:
        """The value of `key`; None if there is none, or if it is damaged."""
        if not self._reads:
            return None
        try:
            row = self._connection().execute(_GET, (key,)).fetchone()
        except sqlite3.Error as error:
            self._reads = False
            self._see_to(error)
            return None
        if not row or not isinstance(row[0], bytes):
            return None
        check, value = row[0][:_CHECK], row[0][_CHECK:]
        return value if check == _check(key, value) else None

    def put(self, items: Sequence[tuple[bytes, bytes]]) -> None:
        """Store pairs of key and value: all of them, or none."""
        if not self._writes:
            return
        try:
            with self._table() as table:
                table.executemany(_PUT, [(key, _check(key, value) + value) for key, value in items])
            if _size(table) > self._limit:
                with table:
                    table.execute(_FORGET)
            self._reads = True
        except (OSError, sqlite3.Error) as error:
            self._writes = False
            self._see_to(error)

    def count(self) -> int:
        """The number of values."""
        if not self._reads:
            return 0
        try:
            return int(self._connection().execute(_COUNT).fetchone()[0])
        except sqlite3.Error:
            return 0

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.close()
            self._opened = None

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = sqlite3.connect(self.path, timeout=_PATIENCE)
        return self._opened

    def _table(self) -> sqlite3.Connection:
        """The connection, with a table to write to."""
        if not self._ready:
            # Those who read and those who write do not wait for each other.
            self._connection().execute("PRAGMA journal_mode = WAL")
            self._connection().execute(_TABLE)
            self._ready = True
        return self._connection()

    def _see_to(self, error: Exception) -> None:
        """Remove a file that is damaged, or no store; the next run creates a new one."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            self._writes = False
            self.close()
            for path in self._files():
                with suppress(OSError):
                    os.unlink(path)

    def _files(self) -> list[str]:
        """The file, and those that SQLite puts beside it."""
        return [self.path + ending for ending in ("", "-wal", "-shm", "-journal")]

    def _is_safe(self) -> bool:
        """Whether the folder is the user's own, and no file of the store is a link."""
        if not prepare(os.path.dirname(self.path)):
            return False
        try:
            for path in self._files():
                refuse_strange(path)
        except OSError:
            return False
        return True


def _check(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECK, key=key).digest()


def _size(table: sqlite3.Connection) -> int:
    """Bytes of the file that are in use."""
    numbers = ("page_count", "freelist_count", "page_size")
    pages, free, size = (table.execute(f"PRAGMA {number}").fetchone()[0] for number in numbers)
    return int((pages - free) * size)
