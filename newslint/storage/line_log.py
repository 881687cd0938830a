"""A log that many processes append lines to: bounded, private, in a folder of its own.

It is a convenience: where it cannot be written nothing happens, and a line that cannot be read is
for the reader of the log to count.
"""

# ruff: noqa: PTH105, PTH107, PTH118

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from newslint.core.regular_file import open_regular
from newslint.storage.cache_folder import lock_folder, prepare, refuse_strange
from newslint.system.files import APPENDING, open_file

NOW, BEFORE = "log.jsonl", "log-before.jsonl"
"""The file that grows, and the one that grew before it."""

LARGEST = 1 << 20
"""Bytes after which a file is full; so a log has at most twice as many."""


def append(folder: str, lines: Iterable[str]) -> bool:
    """Add lines to the log in a folder; return whether they were written."""
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
    if not data or not prepare(folder):
        return False
    path = os.path.join(folder, NOW)
    try:
        with lock_folder(folder):
            refuse_strange(path)
            file = open_file(path, APPENDING, mode=0o600)
            try:
                _write(file, data)
                full = os.fstat(file).st_size > LARGEST
            finally:
                os.close(file)
            if full:
                os.replace(path, os.path.join(folder, BEFORE))
    except OSError:
        return False
    return True


def _write(file: int, data: bytes) -> None:
    """Write lines, beginning one of their own if the last writer was killed within his."""
    size = os.lseek(file, 0, os.SEEK_END)
    if size:
        os.lseek(file, size - 1, os.SEEK_SET)
        if os.read(file, 1) != b"\n":
            data = b"\n" + data
    os.write(file, data)


def lines(folder: str) -> list[str]:
    """The lines of the log, the oldest first; the last ones, if somebody made it too long."""
    found: list[str] = []
    for name in (BEFORE, NOW):
        with suppress(OSError):
            text = _end_of(os.path.join(folder, name), 2 * LARGEST)
            found += text.decode("utf-8", "surrogateescape").split("\n")
    return [line for line in found if line.strip()]


def _end_of(path: str, most: int) -> bytes:
    """The last lines of a file, of at most so many bytes."""
    file = open_regular(path, follows=False)
    try:
        start = max(0, os.fstat(file).st_size - most)
        os.lseek(file, start, os.SEEK_SET)
        data = os.read(file, most)
    finally:
        os.close(file)
    return data.partition(b"\n")[2] if start else data


def remove(folder: str) -> None:
    """Remove the log; an OSError if that is impossible."""
    for name in (BEFORE, NOW):
        with suppress(FileNotFoundError):
            os.remove(os.path.join(folder, name))
