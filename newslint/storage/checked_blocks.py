"""Blocks of a mapped file: each is checked against its checksum before it is first read.

Checking a whole book or memory at every start would take longer than most articles. So a block is
checked when it is needed, and damage never changes what the file says. A book that is damaged is
restored by compiling its files again; a memory that is damaged is refused.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from mmap import mmap
from zlib import crc32

SHIFT = 12

BLOCK = 1 << SHIFT
"""Number of bytes of a block: a look-up in a large file reads few of them."""


class DamagedError(Exception):
    """The file is not one that newslint wrote, or it was changed."""


class BlockSums:
    """The checksums of the blocks of a body that comes in pieces."""

    def __init__(self) -> None:
        self._whole = array("I")
        self._begun, self._sum = 0, 0

    def add(self, piece: bytes | bytearray) -> None:
        """Take the next piece of the body."""
        at = 0
        with memoryview(piece) as view:
            while at < len(view):
                part = view[at : at + BLOCK - self._begun]
                self._sum = crc32(part, self._sum)
                self._begun += len(part)
                at += len(part)
                if self._begun == BLOCK:
                    self._whole.append(self._sum)
                    self._begun, self._sum = 0, 0

    def packed(self) -> bytes:
        """The checksums, the last one of a block that may be shorter."""
        return self._whole.tobytes() + array("I", [self._sum] * bool(self._begun)).tobytes()


def sums_of(body: bytes) -> bytes:
    """The checksum of each block of `body`."""
    sums = BlockSums()
    sums.add(body)
    return sums.packed()


def sums_size(length: int) -> int:
    """Number of bytes of the checksums of a body of `length` bytes."""
    return 4 * (-(-length // BLOCK))


class CheckedBlocks:
    """The blocks between two places of a file, and which of them are checked."""

    def __init__(
        self,
        data: bytes | mmap,
        begin: int,
        end: int,
        sums: bytes,
        heal: Callable[[], bytes] | None = None,
    ) -> None:
        """Take the file; `heal` returns it as it was written, or raises what is to be said."""
        self._data = data
        self._begin, self._end = begin, end
        self._sums = memoryview(sums).cast("I")
        self._unread = bytearray(b"\1" * len(self._sums))
        self._heal = heal

    def see(self, begin: int, end: int) -> None:
        """Check the blocks between two places, once; restore them if one is damaged."""
        first, last = begin - self._begin >> SHIFT, end - 1 - self._begin >> SHIFT
        at = self._unread.find(1, first, last + 1)
        while at >= 0:
            if not self._is_sound(at):
                self._make_good()
                return
            self._unread[at] = 0
            at = self._unread.find(1, at + 1, last + 1)

    def _is_sound(self, number: int) -> bool:
        begin = self._begin + (number << SHIFT)
        with memoryview(self._data) as view:
            return crc32(view[begin : min(begin + BLOCK, self._end)]) == self._sums[number]

    def _make_good(self) -> None:
        """Restore the whole file in memory, as it was written."""
        fresh = self._heal() if self._heal else b""
        if len(fresh) != len(self._data) or not isinstance(self._data, mmap):
            raise DamagedError("it was changed")
        self._data[self._begin :] = fresh[self._begin :]
        self._unread = bytearray(len(self._unread))
