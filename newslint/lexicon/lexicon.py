"""The lexicon: what the world knows of a word, out of files mapped into memory.

Nothing is read at start-up: the tries and tables are mapped, and a look-up touches the few
pages that it needs. All keys are folded (lexicon/folding.py).
"""

# ruff: noqa: PTH100, PTH118, PTH120

import os
from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache

import marisa_trie

from newslint.core.record import NamedTuple
from newslint.lexicon.counts import map_file
from newslint.lexicon.edit_distance import is_one_edit_apart, two_slips_from
from newslint.lexicon.hash_index import Index

WORD, CAPITAL, SLIP, FOREIGN, GIVEN, FAMILY, PLACE, ATTESTED = (1 << bit for bit in range(8))
"""Flags of a word: an ordinary word; one that dictionaries capitalise; a listed misspelling;
common in another language; a given name, a family name; part of a place's name; and a word that
large dictionaries have, whether or not anybody uses it."""

NAMED = PLACE | GIVEN | FAMILY
"""Flags of what a place or somebody is called."""


DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "lexicon")
"""The folder of the shipped lexicon. Paths are strings, since pathlib takes time at each start."""


REMEMBERED = 8_000
"""Answers that are kept: the words in use, in some megabytes; the others are asked anew."""


FEW = 5_000
"""The same of answers that are asked for when a word is judged, and hardly ever again."""


LATEST = 16
"""Words whose neighbours two edits away are kept, since several judges ask one after the other."""


class Entry(NamedTuple):
    """How a spelling stands in the world.

    `zipf` is log10 of its uses per thousand million words of English (0: none seen);
    `titles` counts the encyclopedia's titles that hold it.
    """

    flags: int
    zipf: float
    titles: int


UNKNOWN = Entry(0, 0.0, 0)

ONCE = Entry(0, 0.0, 1)
"""The entry of half of all words: one title has them, and nothing else."""


ZIPF = tuple(byte / 10 for byte in range(256))
"""The Zipf frequency that each byte of the table stands for."""

TITLES = tuple(round(2 ** (byte / 8)) - 1 for byte in range(256))
"""How many titles each byte of the table stands for."""


class _Entries(dict[str, Entry]):
    """The entries of the words in use; a hit takes no call of Python."""

    def __init__(self, record: Callable[[str], Entry]) -> None:
        self._record = record

    def __missing__(self, word: str) -> Entry:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = self._record(word)
        return found


class Lexicon:
    """The compiled lexicon in `folder`."""

    def __init__(self, folder: str = DATA) -> None:
        self._folder = folder
        self._words = marisa_trie.Trie().mmap(self._path("words.marisa"))
        size = len(self._words)
        table = memoryview(map_file(self._path("words.bin")))
        self._flags, self._zipf, self._titles = (
            table[:size],
            table[size : 2 * size],
            table[2 * size :],
        )
        self.entry: Callable[[str], Entry] = _Entries(self._record).__getitem__
        """What is known of a folded word."""
        self._nearest: dict[str, tuple[str, ...]] = {}
        self.further = lru_cache(LATEST)(self._find_further)

    def _record(self, word: str) -> Entry:
        at = self._words.get(word)
        if at is None:
            return ONCE if word in self._once else UNKNOWN
        return Entry(self._flags[at], ZIPF[self._zipf[at]], TITLES[self._titles[at]])

    def is_well_known(self, word: str) -> bool:
        """Whether the folded `word` is one of those that `near` finds."""
        return word in self._neighbours

    def has(self, word: str) -> bool:
        """Whether anything is known of the folded `word`."""
        return word in self._words or word in self._once

    def starting(self, letters: str) -> list[str]:
        """The words that start with these letters, in no fixed order."""
        return [*self._words.keys(letters), *self._once.keys(letters)]

    def near(self, word: str) -> tuple[str, ...]:
        """Well-known words one edit (OSA) from the folded `word`."""
        known = self._nearest.get(word)
        if known is None:
            if len(self._nearest) >= FEW:
                self._nearest.clear()
            known = self._nearest[word] = tuple(self._search(word))
        return known

    def _search(self, word: str) -> Iterable[str]:
        listed: list[bytes] | None = self._neighbours.get(word)
        if listed:  # it is a well-known word itself
            return listed[0].decode().split()
        ids = sorted(self._forms.places_near(word))
        return (
            found for found in map(self._words.restore_key, ids) if is_one_edit_apart(found, word)
        )

    def _find_further(self, word: str, as_long: bool = False) -> set[str]:
        """Well-known ordinary words two edits from the folded `word`, of the likelier kinds.

        They begin with the same letter or the first two exchanged, and are `as_long` if so asked.
        To try every letter everywhere takes a hundred times as long and finds hardly more.
        """
        ids = self._forms.places_further(word)
        ordinary = (self._words.restore_key(at) for at in ids if self._flags[at] & WORD)
        reach = 0 if as_long else 2
        near = [
            found
            for found in ordinary
            if begin_alike(found, word) and abs(len(found) - len(word)) <= reach
        ]
        return two_slips_from(word, near) if near else set()

    def corrections(self, word: str) -> list[str]:
        """What a listed misspelling stands for, best first."""
        if not self.entry(word).flags & SLIP:
            return []
        listed: bytes = self._slips[word][0]
        return listed.decode().split(",")

    def is_title(self, phrase: str) -> bool:
        """Whether the encyclopedia has an article or a redirect of that folded name."""
        return phrase in self._title_trie

    def titles_starting(self, letters: str) -> list[str]:
        """Titles of two or three words that start with these letters."""
        found: list[str] = self._title_trie.keys(letters)
        return found

    def titles_beginning(self, word: str) -> list[str]:
        """Titles of two or three words whose first is `word`."""
        found: list[str] = self._title_trie.keys(f"{word} ")
        return found

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)

    @cached_property
    def _once(self) -> marisa_trie.Trie:
        return marisa_trie.Trie().mmap(self._path("once.marisa"))

    @cached_property
    def _neighbours(self) -> marisa_trie.BytesTrie:
        return marisa_trie.BytesTrie().mmap(self._path("neighbours.marisa"))

    @cached_property
    def _forms(self) -> Index:
        """Leads from a well-known word, and each of its shortened forms, to the word's number."""
        return Index(memoryview(map_file(self._path("forms.bin"))))

    @cached_property
    def _slips(self) -> marisa_trie.BytesTrie:
        return marisa_trie.BytesTrie().mmap(self._path("slips.marisa"))

    @cached_property
    def _title_trie(self) -> marisa_trie.Trie:
        return marisa_trie.Trie().mmap(self._path("titles.marisa"))


def begin_alike(a: str, b: str) -> bool:
    """Whether two words begin with the same letter, or with two that are exchanged.

    >>> begin_alike("opltics", "politics"), begin_alike("iolitics", "politics")
    (True, False)
    """
    return a[0] == b[0] or a[:2] == b[1::-1]


@cache
def shipped() -> Lexicon:
    """The lexicon of the wheel, opened once a process."""
    return Lexicon()
