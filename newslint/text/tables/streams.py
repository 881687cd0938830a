"""Bytes of a file, unpacked, one line at a time if wanted."""

# ruff: noqa: PTH123

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from newslint.core.optional import load
from newslint.core.record import NamedTuple
from newslint.core.regular_file import open_regular

LONGEST = 1 << 25
"""Maximum bytes of a row, to bound memory."""


TOO_LONG = f"longer than {LONGEST >> 20} MB"


class Stream(NamedTuple):
    """The unpacked bytes of a file, and the file, whose position says how much was read."""

    data: IO[bytes]
    file: IO[bytes]


class RowError(ValueError):
    """A table cannot be read from this line on."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


UNREADABLE = (OSError, EOFError, zlib.error)
"""Errors of reading a damaged file; a damaged .zst raises OSError."""


@contextmanager
def opened(path: str, most: int = 0) -> Iterator[Stream]:
    """Open the file at `path`; one with a compressed ending is unpacked.

    A file of more than `most` bytes is refused with an OSError, unless that is 0.
    """
    with open(open_regular(path, most=most), "rb") as file:
        if path.lower().endswith(".gz"):
            yield Stream(cast("IO[bytes]", gzip.GzipFile(fileobj=file)), file)
        elif path.lower().endswith(".zst"):
            yield Stream(_Unpacked.of(file), file)
        else:
            yield Stream(file, file)


def lines(
    data: IO[bytes], beyond: Callable[[bytes], object] = lambda part: None
) -> Iterator[bytes | None]:
    """The lines of a stream, each with its end.

    A line that is too long is given to `beyond` in parts; then None is yielded for it.
    """
    while line := data.readline(LONGEST):
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield line
            continue
        beyond(line)
        while (line := data.readline(LONGEST)) and not line.endswith(b"\n"):
            beyond(line)
        beyond(line)
        yield None


PIECE = 1 << 10
"""Bytes that are unpacked at a time: a kilobyte of Zstandard can hold 32 MB."""


class _Unpacked(io.RawIOBase):
    """A Zstandard stream whose faults are those of a file; one that is cut off is a fault."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zstd = load("zstandard", "archive", "reading .zst")
        self._file = file
        self._packed = b""
        self._frame: Any = None
        self._ready = b""

    @classmethod
    def of(cls, file: IO[bytes]) -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(cls(file), 1 << 17))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready and self._unpack():
            pass
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _unpack(self) -> bool:
        """Unpack the next piece, of this frame or of the next; return whether there was one."""
        self._packed = self._packed or self._file.read(PIECE)
        if not self._packed:
            if self._frame is not None:
                raise EOFError("the file ends within a frame of Zstandard")
            return False
        if self._frame is None:
            self._frame = self._zstd.ZstdDecompressor().decompressobj()
        try:
            self._ready = self._frame.decompress(self._packed)
        except self._zstd.ZstdError as error:
            raise OSError(str(error)) from None
        self._packed = b""
        if self._frame.eof:
            self._packed, self._frame = self._frame.unused_data, None
        return True
