"""The lexicon: what the world knows of a word, out of files mapped into memory.

Nothing is read at start-up: the tries and tables are mapped, and a look-up touches the few
pages that it needs. All keys are folded (`newslint.fold`).
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import marisa_trie

from newslint.closeness import shortened, variant_key

WORD, CAPITAL, SLIP, FOREIGN, GIVEN, FAMILY, PLACE, ATTESTED = (1 << bit for bit in range(8))
"""Flags of a word: an ordinary word; one that dictionaries capitalise; a listed misspelling;
common in another language; a given name, a family name; part of a place's name; and a word that
large dictionaries have, whether or not anybody uses it."""

DATA = Path(__file__).parent / "data" / "lexicon"


REMEMBERED = 100_000
"""Answers that are kept: more distinct words than most archives have, in some megabytes."""


class Standing(NamedTuple):
    """How a spelling stands in the world.

    `zipf` is log10 of its uses per thousand million words of English (0: none seen);
    `titles` counts the encyclopedia's titles that hold it.
    """

    flags: int
    zipf: float
    titles: int


UNKNOWN = Standing(0, 0.0, 0)


class Lexicon:
    """The compiled lexicon in `folder`."""

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder
        self._words = marisa_trie.Trie().mmap(str(folder / "words.marisa"))
        size = len(self._words)
        table = memoryview(_mapped(folder / "words.bin"))
        self._flags, self._zipf, self._titles = (
            table[:size],
            table[size : 2 * size],
            table[2 * size :],
        )
        self._standing: dict[str, Standing] = {}
        self._nearest: dict[str, list[str]] = {}

    def standing(self, word: str) -> Standing:
        """What is known of the folded `word`."""
        known = self._standing.get(word)
        if known is None:
            if len(self._standing) >= REMEMBERED:
                self._standing.clear()
            at = self._words.get(word)
            known = UNKNOWN if at is None else self._record(at)
            self._standing[word] = known
        return known

    def _record(self, at: int) -> Standing:
        titles = round(2 ** (self._titles[at] / 8)) - 1
        return Standing(self._flags[at], self._zipf[at] / 10, titles)

    def near(self, word: str) -> list[str]:
        """Well-known words at most one edit from the folded `word` (and a few further off)."""
        known = self._nearest.get(word)
        if known is None:
            if len(self._nearest) >= REMEMBERED:
                self._nearest.clear()
            known = self._nearest[word] = self._search(word)
        return known

    def _search(self, word: str) -> list[str]:
        keys, ids = self._near
        found = set()
        for variant in (word, *shortened(word)):
            key = variant_key(variant)
            at = bisect_left(keys, key)
            while at < len(keys) and keys[at] == key:
                found.add(ids[at])
                at += 1
        return [w for w in map(self._words.restore_key, sorted(found)) if w != word]

    def further(self, word: str) -> set[str]:
        """Well-known words two edits from the folded `word`, of the likelier kinds.

        One of the two must be a letter too many, one doubled that should stand once or the other
        way round, or two letters exchanged: to try every letter everywhere takes a hundred times
        as long and finds hardly more.
        """
        once = set(shortened(word))
        for i in range(1, len(word)):
            once.add(word[:i] + word[i - 1] + word[i:])
            once.add(word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :])
        return {near for variant in once for near in self._search(variant)}

    def corrections(self, word: str) -> list[str]:
        """What a listed misspelling stands for, best first."""
        found = self._slips.get(word)
        return found[0].decode().split(",") if found else []

    def is_title(self, phrase: str) -> bool:
        """Whether the encyclopedia has an article or a redirect of that folded name."""
        return phrase in self._title_trie

    def titles_beginning(self, word: str) -> list[str]:
        """Titles of two or three words whose first is `word`."""
        found: list[str] = self._title_trie.keys(f"{word} ")
        return found

    @cached_property
    def _near(self) -> tuple[memoryview, memoryview]:
        table = memoryview(_mapped(self._folder / "near.bin")).cast("I")
        half = len(table) // 2
        return table[:half], table[half:]

    @cached_property
    def _slips(self) -> marisa_trie.BytesTrie:
        return marisa_trie.BytesTrie().mmap(str(self._folder / "slips.marisa"))

    @cached_property
    def _title_trie(self) -> marisa_trie.Trie:
        return marisa_trie.Trie().mmap(str(self._folder / "titles.marisa"))


@cache
def shipped() -> Lexicon:
    """The lexicon of the wheel, opened once a process."""
    return Lexicon()


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
