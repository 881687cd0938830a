"""Question 4: whether a word stands where another one is meant.

Counts of news answer it, and vectors of words: how often the word stands with the words beside it,
and how often another word does that a slip turns into it; how well either fits among all words
around. A word with which neither neighbour is at odds is not examined. For the rest
`context_features` has the features, and a fitted model (`weights/context.json`) weighs them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from math import log

from newslint.core.record import NamedTuple
from newslint.evidence.real_words.doubtful_places import DoubtfulPlaces
from newslint.text.context_tokens import TokenNumbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
    from newslint.lexicon.word_vectors import Surroundings, WordVectors
    from newslint.text.document import Document


COMMON = 2_500
"""Count below which a word that occurs twice is meant."""

LIKELY = 5.0
"""Logarithm of the odds, by the pairs on both sides, from which a rival is examined."""

FITTING = 3.0
"""How much better a rival has to fit into the words around, by their vectors, to be weighed."""

FEWER = 4
"""Ratio of the frequencies of two pairs from which one speaks for its word."""

SETTLED = 20
"""Count from which a triple is taken to be meant."""

ROUNDED = 1.2
"""Average ratio of a count to the step that stands for it."""

FEWEST, MOST = 0.03, 1.5
"""Minimum and maximum frequency of an uncounted pair, which fewer than three publishers have."""

CHANCE = 0.3
"""... as a share of its frequency by chance."""

AROUND = 14
"""Number of tokens on either side that tell which word fits."""


INSIDE = ("]", "[", "*", "_", "@", "/", "\\", "'", "’", "&", "(s", "=", "~", "^")
"""Signs beside a word that is only a part of one: [o]ften, don’ think, and/or."""


class Place(NamedTuple):
    """A word of an article by its number, and the tokens around it, the nearest first."""

    word: int
    ahead: tuple[int, ...]
    behind: tuple[int, ...]

    @property
    def left(self) -> int:
        """The token before the word."""
        return self.ahead[0]

    @property
    def right(self) -> int:
        """The token after the word."""
        return self.behind[0]


class Rival(NamedTuple):
    """A word that may be meant, and the logarithm of how much likelier each side makes it.

    `fits` is how much better it fits into the words around, by their vectors.
    """

    word: int
    left: float
    right: float
    commoner: float
    fits: float = 0.0

    @property
    def odds(self) -> float:
        """The sum of all sides: the logarithm of how much likelier it is."""
        return self.left + self.right - self.commoner


class Weighed(NamedTuple):
    """A place, the words that may be meant there, the likeliest first, and the words around."""

    place: Place
    rivals: list[Rival]
    around: Surroundings


Table = Mapping[str, Collection[str]]


@lru_cache(1)
def token_numbers(counts: Counts) -> TokenNumbers:
    """The numbers of tokens in `counts`, for all linters of a process."""
    return TokenNumbers(counts.number)


def tokens_around(
    at: int, document: Document, numbers: TokenNumbers
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The tokens before and behind word `at` that tell which word fits, the nearest first."""
    before, behind = (
        tuple(numbers.beside(2 * at + 1, by, document.pieces, AROUND)) for by in (-1, 1)
    )
    return before, behind


class WordsInContext:
    """Looks up the words of articles in the counts of news, and in the vectors of words."""

    def __init__(
        self, counts: Counts, vectors: WordVectors, confused: Table, variants: Table
    ) -> None:
        """Use `counts` and `vectors`.

        `confused` are words that may be meant besides those a slip away, `variants` words that
        may replace each other.
        """
        self.counts = counts
        self.vectors = vectors
        self.confused = {
            number: frozenset(self._numbers_of(meant))
            for word, meant in confused.items()
            if (number := counts.number(word))
        }
        self._variants = variants
        self._numbers = token_numbers(counts)
        added = {
            number: tuple(sorted(more))
            for number, meant in self.confused.items()
            if (more := meant.difference(counts.rivals(number)))
        }
        self._places = DoubtfulPlaces(counts, self._numbers, self.confused, added)

    def _numbers_of(self, words: Iterable[str]) -> Iterator[int]:
        return filter(None, map(self.counts.number, words))

    def suspects(self, document: Document) -> Iterator[int]:
        """The indexes of words of an article for which others may be meant.

        A rare word that occurs twice is no slip.
        """
        words, pieces = document.words, document.pieces
        for at in self._places.of(document):
            word = words[at]
            if self.counts.word(self._numbers[word]).times < COMMON and document.counts[word] > 1:
                continue
            before, behind = pieces[2 * at], pieces[2 * at + 2]
            if not behind.startswith(INSIDE) and not before.endswith((*INSIDE, "-")):
                yield at

    def rivals(self, number: int) -> tuple[int, ...]:
        """The words that may be meant for a word."""
        own = self.confused.get(number, frozenset())
        variants = self._numbers_of(self._variants.get(self.counts.token(number), ()))
        return tuple(sorted(own.union(self.counts.rivals(number)).difference(variants, (number,))))

    def weigh(self, at: int, document: Document) -> Weighed | None:
        """The place of word `at` and the words that may be meant there; None if there are none.

        Each stands far more often than the word with one neighbour at least, and fits better into
        the words around.
        """
        pieces, numbers, times = document.pieces, self._numbers, self.counts.times
        word = numbers[pieces[2 * at + 1]]
        left, right = (numbers.next_to(2 * at + 1, by, pieces)[0] for by in (-1, 1))
        if self.counts.triple(left, word, right).times >= SETTLED:
            return None
        own_left, own_right = times(left, word), times(word, right)
        likely = []
        for rival in self._places.likely(left, word, right, self.rivals(word)):
            its_left, its_right = times(left, rival), times(rival, right)
            if its_left > FEWER * own_left or its_right > FEWER * own_right:
                gains = self.gains(left, word, right, rival)
                if gains.odds > LIKELY:
                    likely.append(gains)
        return self._fitting(likely, self.place(at, document)) if likely else None

    def gains(self, left: int, word: int, right: int, rival: int) -> Rival:
        """How much likelier each side makes a rival of a word between two tokens."""
        times, expected = self.counts.times, self.expected
        its_left, its_right = times(left, rival), times(rival, right)
        return Rival(
            rival,
            log(expected(left, rival, its_left) / expected(left, word, times(left, word))),
            log(expected(rival, right, its_right) / expected(word, right, times(word, right))),
            log(self.single(rival) / self.single(word)),
        )

    def _fitting(self, likely: list[Rival], place: Place) -> Weighed | None:
        """The words of `likely` by how well they fit in a place; None if the best does not."""
        around = self.vectors.around(place.ahead, place.behind)
        own = self.vectors.fit(place.word, around).total
        fitting = [
            rival._replace(fits=self.vectors.fit(rival.word, around).total - own)
            for rival in likely
        ]
        fitting.sort(key=lambda rival: (-rival.fits - rival.odds / 2, rival.word))
        return Weighed(place, fitting, around) if fitting[0].fits > FITTING else None

    def place(self, at: int, document: Document) -> Place:
        """The word `at` and the tokens around it."""
        word = self._numbers[document.pieces[2 * at + 1]]
        return Place(word, *tokens_around(at, document, self._numbers))

    def expected(self, first: int, second: int, times: int) -> float:
        """The expected frequency of a pair that is counted so many times."""
        if times:
            return times * ROUNDED
        return min(MOST, max(FEWEST, CHANCE * self.by_chance(first, second)))

    def by_chance(self, first: int, second: int) -> float:
        """The frequency of two words in sequence if it were by chance."""
        return self.single(first) * self.single(second) / self.counts.tokens

    def single(self, word: int) -> float:
        """The frequency of a word in the counted news."""
        return ROUNDED * max(self.counts.word(word).times, 2)
