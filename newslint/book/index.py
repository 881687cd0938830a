"""The index of a compiled book: in comes a key, out come the places of what may have that key.

    how many rows | rows | heads

It is a hash table. A row is the CRC-32 of a key (its upper half) and a place (its lower half); rows
are sorted, so that those whose hashes begin with the same bits lie together, and the heads say
where each such bucket begins. Most keys that are asked for are not there; an empty bucket, or one
that holds a row or two, says so at once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from zlib import crc32

LARGEST = 1 << 32
"""Bytes that a place can reach."""


def rows_of(keys: Iterable[str], place: int) -> Iterator[int]:
    """The rows that lead from each of `keys` to `place`."""
    return (hash_ << 32 | place for hash_ in {crc32(key.encode()) for key in keys})


def indexed(rows: array[int]) -> bytes:
    """The index of `rows`."""
    ordered = array("Q", sorted(rows))
    bits = max(len(rows).bit_length() - 1, 0)
    held = array("I", bytes(4 * (1 + (1 << bits))))
    for row in rows:
        held[1 + (row >> 64 - bits)] += 1
    heads = array("I", accumulate(held))
    return b"".join(part.tobytes() for part in (array("Q", [len(rows)]), ordered, heads))


class Index:
    """The index, open for reading."""

    def __init__(self, view: memoryview) -> None:
        """Take what `indexed` gave."""
        (count,) = view[:8].cast("Q")
        self._rows = view[8 : 8 + 8 * count].cast("Q")
        self._heads = view[8 + 8 * count :].cast("I")
        self._shift = 33 - (len(self._heads) - 1).bit_length()

    def places(self, key: str) -> list[int]:
        """The places under the hash of `key`: what lies there need not have it."""
        wanted, rows = crc32(key.encode()), self._rows
        bucket = wanted >> self._shift
        at, end = self._heads[bucket], self._heads[bucket + 1]
        if at == end:
            return []
        at = bisect_left(rows, wanted << 32, at, end)
        found = []
        while at < end and rows[at] >> 32 == wanted:
            found.append(rows[at] & LARGEST - 1)
            at += 1
        return found
