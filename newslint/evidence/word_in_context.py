"""Question 4: whether a word stands where another one is meant.

Counts of news answer it: how often the word stands with the words beside it, and how often another
word does that a slip turns into it. A word that stands often enough with either neighbour is not
examined. For the rest `newslint.evidence.context_features` has the features, and a fitted model
(`weights/context.json`) weighs them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.lexicon.counts import AFTER, BEFORE, FAR_MORE
from newslint.text.context_tokens import KEPT, STOP, TokenNumbers
from newslint.text.tokenizer import is_short_form, number_pieces

if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
    from newslint.text.document import Document


COMMON = 2_500
"""Count from which only words that are known to be confused with it may be meant."""

LIKELY = 6.0
"""Logarithm of the odds, by the pairs on both sides, from which a rival is examined."""

ROUNDED = 1.2
"""Average ratio of a count to the step that stands for it."""

FEWEST, MOST = 0.03, 1.5
"""Minimum and maximum frequency of an uncounted pair, which fewer than three publishers have."""

CHANCE = 0.3
"""... as a share of its frequency by chance."""


INSIDE = ("]", "[", "*", "_", "@", "/", "\\", "'", "’", "&", "(s", "=", "~", "^")
"""Signs beside a word that is only a part of one: [o]ften, don’ think, and/or."""


class Suspect(NamedTuple):
    """A word that may be a slip, by its number, and words that are written for it.

    Beside those, words `near` it may be meant; the marks of its pairs (`newslint.lexicon.counts`)
    tell whether one of them is likelier.
    """

    word: int
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
    """A word that may be meant, and the logarithm of how much likelier each side makes it."""

    word: int
    left: float
    right: float
    commoner: float

    @property
    def odds(self) -> float:
        """The sum of all three: the logarithm of how much likelier it is."""
        return self.left + self.right - self.commoner


Table = Mapping[str, Collection[str]]


@lru_cache(1)
def token_numbers(counts: Counts) -> TokenNumbers:
    """The numbers of tokens in `counts`, for all linters of a process."""
    return TokenNumbers(counts.number)


class WordsInContext:
    """Looks up the words of articles in the counts of news."""

    def __init__(self, counts: Counts, confused: Table, variants: Table) -> None:
        """Use `counts`.

        `confused` are words that may be meant besides those a slip away, `variants` words that
        may replace each other.
        """
        self.counts = counts
        self._numbers = token_numbers(counts)
        self._confused = confused
        self._variants = variants
        self._suspects: dict[str, Suspect | None] = {}
        others = {counts.number(word): self._numbers_of(meant) for word, meant in confused.items()}
        self._pairs = counts.compiled_pairs(others, COMMON)
        if self._pairs:
            number_pieces(self._numbers)

    def suspects(self, document: Document) -> Iterator[tuple[int, Suspect]]:
        """The words of an article for which others may be meant, each with its place.

        A rare word that occurs twice is no slip.
        """
        known, words, counts = self._suspects, document.words, document.counts
        for at in self._places(document):
            word = words[at]
            if word not in known:
                if len(known) >= KEPT:
                    known.clear()
                known[word] = self.suspect(word.lower().replace("’", "'"))
            suspect = known[word]
            if suspect and (suspect.is_common or counts[word] == 1):
                yield at, suspect

    def _places(self, document: Document) -> Iterable[int]:
        """The words to examine.

        The compiled scanner leaves out those of which no rival stands far more often beside their
        neighbours; `weigh` would say None of them.
        """
        if self._pairs is None:
            return range(len(document.words))
        end, pieces = self._numbers[STOP], document.pieces
        numbers = document.numbers_by(self._numbers)
        return self._pairs.contested(pieces, numbers, end, is_short_form)

    def suspect(self, word: str) -> Suspect | None:
        """The suspect for a lower-case word; None if no other word may be meant."""
        number = self.counts.number(word)
        if not number:
            return None
        is_common = self.counts.word(number).times >= COMMON
        if word in self._confused:
            near = set(self.counts.rivals(number))
            others = tuple(sorted({*self._numbers_of(self._confused[word])} - near))
        elif is_common:
            return None
        else:
            others = ()
        suspect = Suspect(number, others, is_common)
        return suspect if others or self.near(suspect) else None

    def near(self, suspect: Suspect) -> set[int]:
        """The words a slip away that may be meant: for a common word, only listed ones."""
        near, word = set(self.counts.rivals(suspect.word)), self.counts.token(suspect.word)
        if suspect.is_common:
            return near.intersection(self._numbers_of(self._confused.get(word, ())))
        return near.difference(self._numbers_of(self._variants.get(word, ())))

    def _numbers_of(self, words: Iterable[str]) -> tuple[int, ...]:
        return tuple(filter(None, map(self.counts.number, words)))

    def weigh(
        self, at: int, suspect: Suspect, document: Document
    ) -> tuple[Place, list[Rival]] | None:
        """The place of word `at` and the words that may be meant there, the likeliest first.

        Each stands far more often than the word with either neighbour. None if there are none.
        """
        counts, numbers, pieces = self.counts, self._numbers, document.pieces
        word, others, _ = suspect
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
        near = self.near(suspect) if marks & BEFORE and more_marks & AFTER else ()
        rivals = [
            rival
            for rival in (*others, *near)
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
        """The expected frequency of a pair in as much news as was counted."""
        if times := self.counts.pair(first, second).times:
            return times * ROUNDED
        return min(MOST, max(FEWEST, CHANCE * self.by_chance(first, second)))

    def by_chance(self, first: int, second: int) -> float:
        """The frequency of two words in sequence if it were by chance."""
        return self.single(first) * self.single(second) / self.counts.tokens

    def single(self, word: int) -> float:
        """The frequency of a word in the counted news."""
        return ROUNDED * max(self.counts.word(word).times, 2)
