"""Question 4: whether a word stands where another one is meant.

The counts of news tell: how often the word stands with the words beside it, and how often another
does that a slip could have turned into it. What is counted often enough with either neighbour is
not looked at; for the rest `newslint.evidence.context_features` says what is observed, and a
fitted model (`weights/context.json`) what that weighs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import compress
from math import log
from typing import TYPE_CHECKING, NamedTuple

from newslint.lexicon.counts import AFTER, BEFORE, FAR_MORE
from newslint.text.context_tokens import KEPT, TokenNumbers

if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
    from newslint.text.document import Document


COMMON = 2_500
"""Words that stand so often are asked for what they are known to be confused with, only."""

LIKELY = 6.0
"""Logarithm of the odds, by the pairs on both sides, from which a rival is looked at closely."""

ROUNDED = 1.2
"""A count is on average so many times the step that stands for it."""

FEWEST, MOST = 0.03, 1.5
"""How often a pair stands that is not counted, since fewer than three publishers have it."""

CHANCE = 0.3
"""... as a share of how often it would stand by chance."""


INSIDE = ("]", "[", "*", "_", "@", "/", "\\", "'", "’", "&", "(s", "=", "~", "^")
"""What stands beside a word that is only a part of one: [o]ften, don’ think, and/or."""


class Suspect(NamedTuple):
    """A word that slips may lead to, by its number, and what may be meant.

    The marks of its pairs (`newslint.lexicon.counts`) tell of those that are `near` it.
    """

    word: int
    near: tuple[int, ...]
    others: tuple[int, ...]
    is_common: bool


class Place(NamedTuple):
    """A word of an article by its number, and the tokens around it."""

    before: int
    left: int
    word: int
    right: int
    behind: int


class Rival(NamedTuple):
    """A word that may be meant, and how much likelier it is by the pairs on either side."""

    word: int
    left: float
    right: float
    commoner: float

    @property
    def odds(self) -> float:
        """Logarithm of how much likelier it is by all three."""
        return self.left + self.right - self.commoner


Table = Mapping[str, Collection[str]]


class WordsInContext:
    """The counts of news, asked about the words of articles."""

    def __init__(self, counts: Counts, confused: Table, variants: Table) -> None:
        """Ask `counts`.

        `confused` are words that may be meant beside those a slip away, `variants` words that may
        stand for each other.
        """
        self.counts = counts
        self._numbers = TokenNumbers(counts.number)
        self._confused = confused
        self._variants = variants
        self._suspects: dict[str, Suspect | None] = {}

    def suspects(self, document: Document) -> Iterator[tuple[int, Suspect]]:
        """Yield the words of an article for which others may be meant, and where they stand.

        A rare word that stands twice is no slip.
        """
        known = self._suspects
        for word in document.distinct.difference(known):
            if len(known) >= KEPT:
                known.clear()
            known[word] = self.suspect(word.lower().replace("’", "'"))
        words, counts = document.words, document.counts
        for at in compress(range(len(words)), map(known.get, words)):
            word = words[at]
            suspect = known[word]
            if suspect and (suspect.is_common or counts[word] == 1):
                yield at, suspect

    def suspect(self, word: str) -> Suspect | None:
        """Return what may be meant where a lower-case word stands, if there is anything."""
        number = self.counts.number(word)
        if not number:
            return None
        near = set(self.counts.rivals(number))
        listed = set(self._numbers_of(self._confused.get(word, ())))
        is_common = self.counts.word(number).times >= COMMON
        same = self._numbers_of(self._variants.get(word, ()))
        meant = near & listed if is_common else near.difference(same)
        others = listed - near
        if not (meant or others):
            return None
        return Suspect(number, tuple(sorted(meant)), tuple(sorted(others)), is_common)

    def _numbers_of(self, words: Iterable[str]) -> tuple[int, ...]:
        return tuple(filter(None, map(self.counts.number, words)))

    def weigh(
        self, at: int, suspect: Suspect, document: Document
    ) -> tuple[Place, list[Rival]] | None:
        """Return the place of word `at` and what may be meant there, the likeliest first.

        Each of them stands far more often than the word with either neighbour.
        """
        counts, numbers, pieces = self.counts, self._numbers, document.pieces
        word, near, others, _ = suspect
        here = 2 * at + 1
        if pieces[here + 1] == " " and here + 2 < len(pieces):
            right, after = numbers[pieces[here + 2]], here + 2
        elif pieces[here + 1].startswith(INSIDE):
            return None
        else:
            right, after = numbers.next_to(here, 1, pieces)
        right_times, marks = counts.contest(word, right)
        if not (others or marks & BEFORE):
            return None
        if pieces[here - 1].endswith(INSIDE):
            return None
        left, ahead = numbers.next_to(here, -1, pieces)
        left_times, more_marks = counts.contest(left, word)
        rivals = [
            rival
            for rival in (others + near if marks & BEFORE and more_marks & AFTER else others)
            if counts.pair(left, rival).times > FAR_MORE * left_times
            and counts.pair(rival, right).times > FAR_MORE * right_times
        ]
        if not rivals:
            return None
        before, behind = (
            numbers.next_to(place, by, pieces)[0] for place, by in ((ahead, -1), (after, 1))
        )
        place = Place(before, left, word, right, behind)
        weighed = (self._weighed(rival, place) for rival in rivals)
        likely = [rival for rival in weighed if rival.odds > LIKELY]
        likely.sort(key=lambda rival: (-rival.odds, rival.word))
        return (place, likely) if likely else None

    def _weighed(self, word: int, place: Place) -> Rival:
        left = self.expected(place.left, word) / self.expected(place.left, place.word)
        right = self.expected(word, place.right) / self.expected(place.word, place.right)
        return Rival(word, log(left), log(right), log(self.single(word) / self.single(place.word)))

    def expected(self, first: int, second: int) -> float:
        """Return how often a pair may be expected to stand in as much news as was counted."""
        if times := self.counts.pair(first, second).times:
            return times * ROUNDED
        return min(MOST, max(FEWEST, CHANCE * self.by_chance(first, second)))

    def by_chance(self, first: int, second: int) -> float:
        """Return how often two words would follow each other if they did so by chance."""
        return self.single(first) * self.single(second) / self.counts.tokens

    def single(self, word: int) -> float:
        """Return how often a word stands."""
        return ROUNDED * max(self.counts.word(word).times, 2)
