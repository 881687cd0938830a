"""Frequencies of words, pairs and triples in a large body of news, and numbers of publishers.

Frequencies are stored in steps; anything with fewer than three publishers is left out. `counts.bin`
is mapped, and `FORMAT` describes it. A word's number is its place in `words.marisa`, from 1.
"""

# ruff: noqa: PTH100, PTH112, PTH118, PTH120, PTH123

from __future__ import annotations

import mmap
import os
from array import array
from bisect import bisect_left
from functools import cache
from itertools import product

import marisa_trie

from newslint.core.record import NamedTuple
from newslint.native.choice import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from newslint.native._scanner import Pairs

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

CHECKOUT = os.path.join(os.path.dirname(PACKAGE), "tools", "counts", "data")

DATA = CHECKOUT if os.path.isdir(CHECKOUT) else os.path.join(PACKAGE, "data", "counts")
"""The shipped counts: in a clone, or where a wheel unpacks them."""

MAGIC = b"newslint counts\x03"

FORMAT = """
MAGIC, and four numbers: how many tokens were counted, words, pairs, triples, rivals
words     a byte each: its level; one more at the start, since numbers begin with 1
heads     for each number, where its pairs begin
pairs     by the first word and then the second: the second's number, four marks, the level
blocks    for each sixteen pairs, where their triples begin
triples   by pair: the pair within its block, the third word's number, the level
rivals    for each number, where its rivals begin; then the numbers of the rivals
"""

BLOCK = 16
"""Number of pairs whose triples are stored together."""

AFTER, BEFORE, MORE_AFTER, MORE_BEFORE = 1 << 8, 1 << 9, 1 << 10, 1 << 11
"""Marks of a pair: a rival of the second word, or of the first, is far more frequent there, or at
least more frequent."""

MARKS = AFTER | BEFORE | MORE_AFTER | MORE_BEFORE

FAR_MORE, MORE = 8, 1.5
"""Ratios of frequencies above which a word is far more frequent than another, or more."""

SECOND = 12
"""Bits of a pair's marks and level, above which is its second word."""

TIMES = (
    *(3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 55, 75, 100, 140, 190, 260, 360, 500, 700),
    *(1_000, 1_500, 2_500, 4_000, 7_000, 12_000, 20_000, 40_000, 80_000, 160_000),
    *(400_000, 1_000_000),
)

PUBLISHERS = (3, 4, 6, 9, 14, 25, 50, 100)
"""The steps of the number of publishers; each stands for all numbers below the next."""


class Count(NamedTuple):
    """The minimum frequency of something in news, and the minimum number of its publishers."""

    times: int
    publishers: int


NONE = Count(0, 0)

LEVELS = tuple(Count(*level) for level in product(TIMES, PUBLISHERS))
"""The count that each byte stands for."""


class Counts:
    """The counts in `folder`."""

    def __init__(self, folder: str | os.PathLike[str] = DATA) -> None:
        """Map the files; raises a ValueError if one is damaged."""
        self._trie = map_trie(os.path.join(folder, "words.marisa"))
        path = os.path.join(folder, "counts.bin")
        view = memoryview(map_file(path))
        at = len(MAGIC) + 20
        if view[: len(MAGIC)] != MAGIC or len(view) < at:
            raise ValueError(f"{path}: not a file of counts")
        self.tokens, self.words, pairs, triples, rivals = view[len(MAGIC) : at].cast("I")
        sizes = (
            self.words + 4 & ~3,
            *(4 * n for n in (self.words + 2, pairs, pairs // BLOCK + 2, triples)),
        )
        sizes += (4 * (self.words + 2), 2 * rivals)
        if len(view) != at + sum(sizes) or self.words != len(self._trie):
            raise ValueError(f"{path}: damaged, or of another list of words")
        parts = []
        for size in sizes:
            parts.append(view[at : at + size])
            at += size
        self._levels = parts[0]
        self._heads, self._pairs, self._blocks, self._triples, self._rival_heads = (
            part.cast("I") for part in parts[1:-1]
        )
        self._rivals = parts[-1].cast("H")
        pairs_alone = self.compiled_pairs((), {}, 0)
        self._entry = pairs_alone.entry if pairs_alone else self._entry_plainly

    def compiled_pairs(
        self, listed: Collection[int], added: dict[int, tuple[int, ...]], common: int
    ) -> Pairs | None:
        """The pairs for the compiled scanner; None where it is not there.

        It examines words with fewer uses than `common`, and those `listed`, for some of which
        words are `added` to the rivals.
        """
        if compiled is None:
            return None
        is_listed = bytearray(self.words + 1)
        for number in listed:
            is_listed[number] = 1
        times = array("I", [level.times for level in LEVELS])
        rivals = self._rival_heads, self._rivals
        levels = self._levels, times, is_listed
        held = (self._heads, self._pairs, *rivals, *levels)
        pairs: Pairs = compiled.Pairs(*held, added, common, self.tokens)
        return pairs

    def by_chance(self, first: int, second: int) -> float:
        """How often two words would stand together if it were by chance."""
        return self.word(first).times * self.word(second).times / self.tokens

    def number(self, token: str) -> int:
        """The number of a token (`newslint.text.context_tokens`); 0 if it has none."""
        found = self._trie.get(token)
        return 0 if found is None else found + 1

    def token(self, number: int) -> str:
        """The token with this number."""
        word: str = self._trie.restore_key(number - 1)
        return word

    def is_word(self, number: int) -> bool:
        """Return whether a number is a word's, and no boundary's or class's of words."""
        return number > 0 and self.token(number)[0].isalnum()

    def word(self, number: int) -> Count:
        """The count of a word."""
        return LEVELS[self._levels[number]] if number else NONE

    def pair(self, first: int, second: int) -> Count:
        """The count of `first` followed by `second`."""
        entry = self._entry(first, second)
        return LEVELS[entry & 255] if entry else NONE

    def times(self, first: int, second: int) -> int:
        """How often `first` stands before `second`."""
        entry = self._entry(first, second)
        return TIMES[entry >> 3 & 31] if entry else 0

    def triple(self, first: int, second: int, third: int) -> Count:
        """The count of three tokens in sequence."""
        pair = self._place(first, second)
        if pair < 0:
            return NONE
        block, rows = pair // BLOCK, self._triples
        sought = (pair % BLOCK << 16 | third) << 8
        end = self._blocks[block + 1]
        at = bisect_left(rows, sought, self._blocks[block], end)
        return LEVELS[rows[at] & 255] if at < end and rows[at] ^ sought < 256 else NONE

    def rivals(self, number: int) -> memoryview[int]:
        """The numbers of the words that a slip may turn into word `number`."""
        return self._rivals[self._rival_heads[number] : self._rival_heads[number + 1]]

    def has_rivals(self, number: int) -> bool:
        """Whether a slip may turn any word into word `number`."""
        return self._rival_heads[number] < self._rival_heads[number + 1]

    def marks(self, first: int, second: int) -> int:
        """The marks of a pair; an uncounted one has all."""
        entry = self._entry(first, second)
        return entry & MARKS if entry else MARKS

    def _entry_plainly(self, first: int, second: int) -> int:
        """The entry of a pair; 0, which none has, if it is not counted."""
        at = self._place(first, second)
        return self._pairs[at] if at >= 0 else 0

    def _place(self, first: int, second: int) -> int:
        """The index of a pair; -1 if it is not counted."""
        sought, end = second << SECOND, self._heads[first + 1]
        at = bisect_left(self._pairs, sought, self._heads[first], end)
        return at if at < end and self._pairs[at] >> SECOND == second else -1


@cache
def shipped_counts() -> Counts:
    """The counts of the wheel, opened once a process."""
    return Counts()


def map_file(path: str) -> mmap.mmap:
    """Map a file into memory."""
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def map_trie(path: str) -> marisa_trie.Trie:
    """Map a trie into memory; a ValueError names a file that is none."""
    try:
        return marisa_trie.Trie().mmap(path)
    except RuntimeError:
        raise ValueError(f"{path}: missing, or not a trie") from None
