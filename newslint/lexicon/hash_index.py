"""A mapped hash table: the places of what may have a key.

    how many rows | bits of a place | rows | heads | marks

It is a hash table. Keys whose hashes (CRC-32) begin with the same bits share a bucket, and the
heads say where each begins. A row has 32 bits: the next bits of a hash, and a place, which takes as
many as the largest needs. So what lies under a hash need not have the key: a place of 20 bits
leaves room for 12 of the hash beside those of the bucket, one of 32 for none. Most keys that are
asked for are not there: a mark is a bit that is set where any key's hash ends in its number, and of
ten keys that are not there nine have none.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from zlib import crc32

from newslint.lexicon.edit_distance import deletions, forms_slipped_once
from newslint.native.choice import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.native._scanner import Forms

LARGEST = 1 << 32
"""Bytes that a place can reach."""

SPARSE = 8
"""Marks there are at least for each row."""

BUCKETS = 3
"""Buckets there are, as a power of two less than that of rows: each has eight to sixteen."""

PART = 500_000
"""Rows that are sorted at once, more or less."""

ALL = (1 << 32) - 1
"""All bits of a hash, of a place or of a row."""


def rows_of(keys: Iterable[str], place: int) -> Iterator[int]:
    """What leads from each of `keys` to `place`: the hash in the upper half, below it the place."""
    return (hash_ << 32 | place for hash_ in {crc32(key.encode()) for key in keys})


def build_index(rows: array[int]) -> bytes:
    """The index of `rows`."""
    bits = max(len(rows).bit_length() - 1 - BUCKETS, 0)
    reach = max((row & ALL for row in rows), default=0).bit_length()
    ordered = _sorted(rows, max(reach - bits, 0))
    held = array("I", bytes(4 * (1 + (1 << bits))))
    for at, row in enumerate(ordered):
        held[1 + (row >> 64 - bits)] += 1
        ordered[at] = row >> 32 << bits & ALL | row & ALL
    marks = bytearray(_marks_size(len(ordered)))
    for row in rows:
        mark = (row >> 32) & 8 * len(marks) - 1
        marks[mark >> 3] |= 1 << (mark & 7)
    heads = array("I", accumulate(held))
    sizes = array("I", (len(ordered), reach))
    return b"".join(map(bytes, (sizes, array("I", ordered), heads, marks)))


def _marks_size(rows: int) -> int:
    """Number of bytes of the marks of so many rows."""
    return 1 << (SPARSE * rows // 8).bit_length()


def _sorted(rows: array[int], lost: int) -> array[int]:
    """The distinct rows in order, without the `lost` last bits of the hashes.

    They are sorted part by part, since a list takes five times the room.
    """
    kept = ALL >> lost << lost + 32 | ALL
    parts = [array("Q") for _ in range(1 + len(rows) // PART)]
    for row in rows:
        parts[row * len(parts) >> 64].append(row & kept)
    ordered = array("Q")
    for part in parts:
        ordered.extend(sorted({*part}))
        del part[:]
    return ordered


class Index:
    """The index, open for reading."""

    def __init__(self, view: memoryview) -> None:
        """Take what `build_index` gave; a ValueError or TypeError if it is something else."""
        count, self._reach = view[:8].cast("I")
        heads, marks = 8 + 4 * count, len(view) - _marks_size(count)
        if marks < heads + 8 or (marks - heads - 4).bit_count() != 1 or self._reach > 32:
            raise ValueError("no index")
        self._rows = view[8:heads].cast("I")
        self._heads = view[heads:marks].cast("I")
        self._marks = view[marks:]
        self._last_mark = 8 * len(self._marks) - 1
        self._bits = (len(self._heads) - 1).bit_length() - 1

    def places(self, key: str, most: int = LARGEST) -> list[int]:
        """The places under the hash of `key`, at most `most`: what lies there need not have it."""
        hash_ = crc32(key.encode())
        mark = hash_ & self._last_mark
        return self._under(hash_, most) if self._marks[mark >> 3] >> (mark & 7) & 1 else []

    def may_have(self, key: str) -> bool:
        """Whether anything may be under `key`; of ten keys that have nothing nine are told."""
        mark = crc32(key.encode()) & self._last_mark
        return bool(self._marks[mark >> 3] >> (mark & 7) & 1)

    @cached_property
    def _forms(self) -> Forms | None:
        """The index for the compiled scanner, a seam of which are the next two."""
        held = self._rows, self._heads, self._marks, self._bits, self._reach
        forms: Forms | None = compiled.Forms(*held) if compiled else None
        return forms

    def places_near(self, word: str) -> set[int]:
        """The places of `word` and of its shortened forms."""
        found = self._forms.near(word) if self._forms else None
        return self.places_of((word, *deletions(word))) if found is None else found

    def places_further(self, word: str) -> set[int]:
        """The places of all `forms_slipped_once`."""
        found = self._forms.further(word) if self._forms else None
        return self.places_of(forms_slipped_once(word)) if found is None else found

    def places_of(self, keys: Iterable[str]) -> set[int]:
        """The places under the hashes of any of `keys`, of which nearly all may be missing."""
        marks, last = self._marks, self._last_mark
        found: set[int] = set()
        for key in keys:  # no call for each: this is asked of every spelling a slip away
            mark = (hash_ := crc32(key.encode())) & last
            if marks[mark >> 3] >> (mark & 7) & 1:
                found.update(self._under(hash_))
        return found

    def _under(self, hash_: int, most: int = LARGEST) -> list[int]:
        rows, bucket, places = self._rows, hash_ >> 32 - self._bits, (1 << self._reach) - 1
        end = min(self._heads[bucket + 1], len(rows))
        rest = hash_ << self._bits & ALL & ~places
        at = bisect_left(rows, rest, self._heads[bucket], end)
        found: list[int] = []
        while at < end and len(found) < most and rows[at] & ~places == rest:
            found.append(rows[at] & places)
            at += 1
        return found
