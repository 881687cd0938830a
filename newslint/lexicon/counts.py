"""How often words, pairs and triples of words stand in a large body of news, and with whom.

    magic | how many words, pairs, triples | words | heads of pairs | pairs | heads of triples | triples

A word's number is its place in `words.marisa`. The pairs that begin with one word lie together;
a pair is its second word's number and a byte, which says how often it stands and with how many
publishers. Triples lie in blocks of sixteen pairs: the pair within its block, the third word's
number and a byte. All of it is sorted, mapped and exact but for the steps that counts go in; what
stands with fewer than three publishers is not there.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import marisa_trie

DATA = Path(__file__).parent.parent / "data" / "counts"

MAGIC = b"newslint counts\x01"
BLOCK = 16
"""Pairs whose triples lie together."""

TIMES = (
    *(3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 55, 75, 100, 140, 190, 260, 360, 500, 700, 1_000, 1_500),
    *(2_500, 4_000, 7_000, 12_000, 20_000, 40_000, 80_000, 160_000, 400_000, 1_000_000),
)
PUBLISHERS = (3, 4, 6, 9, 14, 25, 50, 100)
"""The steps that counts go in; each stands for what is less than the next."""


class Count(NamedTuple):
    """At least how often something stands in news, and with at least how many publishers."""

    times: int
    publishers: int


NONE = Count(0, 0)
LEVELS = tuple(Count(*level) for level in product(TIMES, PUBLISHERS))
"""What each byte stands for."""


class Counts:
    """The counts in `folder`."""

    def __init__(self, folder: Path = DATA) -> None:
        self._trie = marisa_trie.Trie().mmap(str(folder / "words.marisa"))
        view = memoryview(map_file(folder / "counts.bin"))
        begin = len(MAGIC) + 12
        if view[: len(MAGIC)] != MAGIC or len(view) < begin:
            raise ValueError(f"{folder / 'counts.bin'}: not a file of counts")
        words, pairs, triples = view[len(MAGIC) : begin].cast("I")
        sizes = (words + -words % 4, 4 * (words + 1), 4 * pairs, 4 * (pairs // BLOCK + 2), 4 * triples)
        if len(view) != begin + sum(sizes) or words != len(self._trie):
            raise ValueError(f"{folder / 'counts.bin'}: damaged, or of another word list")
        parts = []
        for size in sizes:
            parts.append(view[begin : begin + size])
            begin += size
        self._words = parts[0]
        self._heads, self._pairs, self._blocks, self._triples = (part.cast("I") for part in parts[1:])
        self._numbers: dict[str, int] = {}

    def is_counted(self, word: str) -> bool:
        """Whether the lower-case `word` is counted by itself."""
        return self._number(word) >= 0

    def word(self, token: str) -> Count:
        """Return how often `token` stands."""
        number = self._number(token)
        return LEVELS[self._words[number]] if number >= 0 else NONE

    def pair(self, first: str, second: str) -> Count:
        """Return how often `second` follows `first`."""
        at = self._pair(first, second)
        return LEVELS[self._pairs[at] & 255] if at >= 0 else NONE

    def triple(self, first: str, second: str, third: str) -> Count:
        """Return how often the three follow each other."""
        pair, number = self._pair(first, second), self._number(third)
        if pair < 0 or number < 0:
            return NONE
        block, rows = pair // BLOCK, self._triples
        sought = (pair % BLOCK << 16 | number) << 8
        end = self._blocks[block + 1]
        at = bisect_left(rows, sought, self._blocks[block], end)
        if at == end or rows[at] ^ sought > 255:
            return NONE
        return LEVELS[rows[at] & 255]

    def _pair(self, first: str, second: str) -> int:
        """Return the place of a pair, -1 if it does not stand."""
        number, sought = self._number(first), self._number(second) << 8
        if number < 0 or sought < 0:
            return -1
        end = self._heads[number + 1]
        at = bisect_left(self._pairs, sought, self._heads[number], end)
        return at if at < end and self._pairs[at] ^ sought < 256 else -1

    def _number(self, token: str) -> int:
        number = self._numbers.get(token)
        if number is None:
            found = self._trie.get(token)
            number = self._numbers[token] = -1 if found is None else found
        return number


@cache
def shipped_counts() -> Counts:
    """The counts of the wheel, opened once a process."""
    return Counts()


def map_file(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
