"""Mapped files: sections of bytes after a header with checksums.

Opening reads the header alone: its checksum, the length of the file, and the time of writing. A
file that was touched or copied since is read through once, and its time is then set back.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING
from zlib import crc32

from newslint.core.regular_file import open_regular

if TYPE_CHECKING:
    from pathlib import Path

MAGIC_SIZE = 32

_STAMP = 1 << 8
"""Number of bytes that include the whole header of a file with few sections."""


class DamagedError(Exception):
    """The file is not one that newslint wrote, or it was changed."""


def magic(kind: str, version: int) -> bytes:
    """The first bytes of a file of a kind and version, with this machine's byte order."""
    mark = f"newslint {kind} {version} {sys.byteorder}\n".encode()
    return mark.ljust(MAGIC_SIZE, b"\0")


class Sections:
    """A file of sections, open for reading."""

    def __init__(self, path: str | Path, kind: str, version: int, count: int) -> None:
        """Map the file.

        Raises a DamagedError unless it is complete and of this kind, an OSError if there is none.
        """
        header = _header(count)
        file = open_regular(path)
        try:
            self._data = mmap(file, 0, access=ACCESS_READ)
            time = os.fstat(file).st_mtime_ns
        except ValueError:
            raise DamagedError("it is empty") from None
        finally:
            os.close(file)
        if self._data[:MAGIC_SIZE] != magic(kind, version):
            raise DamagedError(self._fault_of_magic(kind))
        if len(self._data) < header.size:
            raise DamagedError("it is cut short")
        _, written, *lengths, body, own = header.unpack(self._data[: header.size])
        if crc32(self._data[: header.size - 4]) != own:
            raise DamagedError("its header does not add up")
        if len(self._data) != header.size + sum(lengths):
            raise DamagedError("it is cut short, or too long")
        self.view = memoryview(self._data)
        self.check = body
        """A checksum of the content."""
        if time != written:
            if crc32(self.view[header.size :]) != body:
                raise DamagedError("it was changed")
            with suppress(OSError):
                os.utime(path, ns=(written, written))
        self._starts = [header.size]
        for length in lengths:
            self._starts.append(self._starts[-1] + length)

    def section(self, number: int) -> memoryview:
        """The bytes of section `number`."""
        return self.view[self._starts[number] : self._starts[number + 1]]

    def _fault_of_magic(self, kind: str) -> str:
        ours = self._data[:MAGIC_SIZE].startswith(f"newslint {kind} ".encode())
        return "another version of newslint wrote it" if ours else f"it is no {kind} of newslint"


def write_sections(
    path: str | Path, kind: str, version: int, sections: Sequence[Callable[[], bytes | bytearray]]
) -> None:
    """Write a file of sections atomically; each section is a function that returns its bytes."""
    from newslint.storage.atomic_write import atomic_write

    header = _header(len(sections))
    with atomic_write(path) as file:
        file.write(bytes(header.size))
        lengths, body = [], 0
        for section in sections:  # one after another, so that no two need be in memory
            made = section()
            file.write(made)
            lengths.append(len(made))
            body = crc32(made, body)
        file.flush()
        written = os.fstat(file.fileno()).st_mtime_ns
        packed = header.pack(magic(kind, version), written, *lengths, body, 0)[:-4]
        file.seek(0)
        file.write(packed + crc32(packed).to_bytes(4, sys.byteorder))
        file.flush()
        os.utime(file.name, ns=(written, written))


def stamp(path: str | Path) -> bytes:
    """The first bytes of a file, which contain a checksum of its content."""
    file = open_regular(path)
    try:
        return os.read(file, _STAMP)
    finally:
        os.close(file)


def _header(count: int) -> struct.Struct:
    """Magic, time written, lengths of the sections, CRC of all of them, CRC of the header."""
    return struct.Struct(f"={MAGIC_SIZE}sQ{count}QII")
