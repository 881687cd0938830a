"""Question 4: does a word stand where another one is meant?

The counts of news tell: how often the word stands with the words beside it, and how often another
does that a slip could have turned into it. `newslint.evidence.context_features` says what is
observed of such a pair of words, and a fitted model (`weights/context.json`) what that weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from newslint.lexicon.counts import FAR_MORE
from newslint.text.context_tokens import TokenNumbers

if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts


LIKELY = 4.0
"""Logarithm of the odds, by the pairs on both sides, from which a rival is looked at closely."""

PAIRS = 2.0
"""... and of the odds by the pairs alone, be the one word commoner than the other or not."""

ROUNDED = 1.2
"""A count is on average so many times the step that stands for it."""

FEWEST, MOST = 0.03, 1.5
"""How often a pair stands that is not counted, since fewer than three publishers have it."""

CHANCE = 0.3
"""... as a share of how often it would stand by chance."""


class Place(NamedTuple):
    """A word of an article that may be another one, and the tokens around it."""

    at: int
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


Pair = tuple[int, int]

Contest = tuple[list[int], list[int]]
"""What may be meant for the first word of a pair, and for the second."""


class WordsInContext:
    """The counts of news, asked about the words of articles."""

    def __init__(self, counts: Counts, confused: Mapping[str, Iterable[str]]) -> None:
        """Ask `counts`; `confused` are words that may be meant beside those a slip away."""
        self.counts = counts
        self.numbers = TokenNumbers(counts.number)
        self._confused = {
            counts.number(word): [counts.number(rival) for rival in rivals]
            for word, rivals in confused.items()
        }

    def contest(self, pair: Pair) -> Contest | None:
        """Return what stands far more often in the place of either word of `pair`, if anything."""
        first, second = pair
        before = self.counts.rivals_before(first, second)
        after = self.counts.rivals_after(first, second)
        if first in self._confused or second in self._confused:
            least = FAR_MORE * self.times(first, second)
            firsts, seconds = self._confused.get(first, ()), self._confused.get(second, ())
            before += [rival for rival in firsts if self.times(rival, second) > least]
            after += [rival for rival in seconds if self.times(first, rival) > least]
        return (before, after) if before or after else None

    def places(
        self, tokens: list[int], contests: Mapping[Pair, Contest]
    ) -> Iterator[tuple[Place, list[Rival]]]:
        """Yield the words of an article that may be others, and which, the likeliest first."""
        last = len(tokens) - 1
        meant: list[int] = []
        for at, pair in enumerate(pairwise(tokens)):
            contest = contests.get(pair)
            meant += contest[0] if contest else ()
            if meant and 0 < at < last:
                place = Place(
                    at,
                    tokens[at - 2] if at > 1 else 0,
                    tokens[at - 1],
                    pair[0],
                    pair[1],
                    tokens[at + 2] if at + 2 <= last else 0,
                )
                if rivals := self._likely(place, meant):
                    yield place, rivals
            meant = list(contest[1]) if contest else []

    def _likely(self, place: Place, words: Iterable[int]) -> list[Rival]:
        rivals = [self._rival(word, place) for word in dict.fromkeys(words)]
        likely = (
            rival for rival in rivals if rival.odds > LIKELY and rival.left + rival.right > PAIRS
        )
        return sorted(likely, key=lambda rival: (-rival.odds, rival.word))

    def _rival(self, word: int, place: Place) -> Rival:
        left = self._expected(place.left, word) / self._expected(place.left, place.word)
        right = self._expected(word, place.right) / self._expected(place.word, place.right)
        commoner = self.single(word) / self.single(place.word)
        return Rival(word, log(left), log(right), log(commoner))

    def _expected(self, first: int, second: int) -> float:
        """Return how often a pair may be expected to stand in as much news as was counted."""
        if times := self.times(first, second):
            return times * ROUNDED
        return min(MOST, max(FEWEST, CHANCE * self.by_chance(first, second)))

    def by_chance(self, first: int, second: int) -> float:
        """Return how often two words would follow each other if they did so by chance."""
        return self.single(first) * self.single(second) / self.counts.tokens

    def single(self, word: int) -> float:
        """Return how often a word stands."""
        return ROUNDED * max(self.counts.word(word).times, 2)

    def times(self, first: int, second: int) -> int:
        """Return how often a pair is counted."""
        return self.counts.pair(first, second).times
