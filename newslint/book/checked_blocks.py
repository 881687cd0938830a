"""Blocks of a compiled book: each is held against its checksum before it is first read.

To read a whole book through at every start would take longer than most articles. So a block is
checked when it is wanted: whatever damaged the file, and whenever, what is said of a name is what
was written. A block that is damaged is made good from the files that the book was compiled from.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from mmap import mmap
from zlib import crc32

from newslint.lexicon.hash_index import Index

SHIFT = 14

BLOCK = 1 << SHIFT
"""Bytes of a block."""


class DamagedError(Exception):
    """The file is not a compiled book, or no longer what we wrote."""


def sums_of(body: bytes) -> bytes:
    """The checksum of each block of `body`."""
    view = memoryview(body)
    return array("I", (crc32(view[at : at + BLOCK]) for at in range(0, len(body), BLOCK))).tobytes()


class CheckedBlocks:
    """The blocks between two places of a book, and which of them were checked."""

    def __init__(
        self,
        data: bytes | mmap,
        begin: int,
        end: int,
        sums: bytes,
        heal: Callable[[], bytes] | None,
    ) -> None:
        """`heal` gives the whole book as it was written; None: damage is an error."""
        self._data = data
        self._begin, self._end = begin, end
        self._sums = memoryview(sums).cast("I")
        self._unread = bytearray(b"\1" * len(self._sums))
        self._heal = heal

    def see(self, begin: int, end: int) -> None:
        """Check the blocks from one place to another, unless they were; heal what is damaged."""
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
        """Put what was written in the place of what is there, in memory."""
        fresh = self._heal() if self._heal else b""
        if len(fresh) != len(self._data) or not isinstance(self._data, mmap):
            raise DamagedError("it was changed")
        self._data[self._begin :] = fresh[self._begin :]
        self._unread = bytearray(len(self._unread))


class CheckedIndex(Index):
    """An index in a book, whose parts are checked before they are read."""

    def __init__(self, view: memoryview, begin: int, blocks: CheckedBlocks) -> None:
        """Take the index in `view`, which begins at this place of the book."""
        blocks.see(begin, begin + 8)  # how many rows there are
        super().__init__(view)
        self._blocks = blocks
        self._rows_begin = begin + 8
        self._heads_begin = self._rows_begin + 8 * len(self._rows)
        # Nearly all that is asked for has no mark, and a mark is asked too often to check each.
        blocks.see(self._heads_begin + 4 * len(self._heads), begin + len(view))

    def _under(self, hash_: int) -> list[int]:
        bucket = hash_ >> self._shift
        head = self._heads_begin + 4 * bucket
        self._blocks.see(head, head + 8)
        begin, end = self._heads[bucket], self._heads[bucket + 1]
        self._blocks.see(self._rows_begin + 8 * begin, self._rows_begin + 8 * end)
        return super()._under(hash_)
