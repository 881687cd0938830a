"""Whether "its" is meant or "it's", which writers confuse more than any other two words.

Both fit nearly everywhere, so that neither pairs nor vectors decide by themselves. The features are
those of any word in another's place; `weights/its.json`, fitted to the places of both in news, says
how likely "it's" is in each.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.evidence.additive_model import load_model
from newslint.evidence.real_words.context_features import of_counts, of_vectors
from newslint.evidence.real_words.word_in_context import (
    FEWER,
    Place,
    Weighed,
    WordsInContext,
    token_numbers,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


ITS, IT_IS = "its", "it's"

FITS = 0.4
"""What the fit of the vectors adds to the score: curves are level where it is far from usual."""

REPORT = {ITS: 8.0, IT_IS: 6.5}
"""The score for the other word from which each is reported: some nine in ten are wrong then."""

WRITTEN = ("its", "Its", "it's", "It's", "it’s", "It’s")


BEYOND = {
    **dict.fromkeys(("it's", "it’s", "It's", "It’s"), ("own ", "way ")),
    "Its": ("not ", "no ", "up ", "some ", "more than "),
}
"""Next words whose meaning the words beyond tell: it's way easier, it's own goals, its no longer
new pier, its more than 90 pupils. Rules of their own look at those."""


class ItsOrItIs:
    """Weighs each "its" and "it's" of an article."""

    def __init__(self, words: WordsInContext) -> None:
        """Use the counts and vectors of `words`."""
        self._words = words
        self._numbers = token_numbers(words.counts)
        self._its, self._it_is = map(words.counts.number, (ITS, IT_IS))

    def doubtful(self, document: Document) -> Iterator[tuple[int, Weighed]]:
        """Where the other word is meant, and how much likelier it is there."""
        for written in WRITTEN:
            for at in document.positions(written):
                weighed = self._weigh_at(at, document)
                if weighed and self._is_reported(weighed.place) and not is_open(at, document):
                    yield at, weighed

    def weigh(self, place: Place, other: int) -> Weighed:
        """How much likelier the `other` word is in a place."""
        words = self._words
        around = words.vectors.around(place.ahead, place.behind)
        gains = words.gains(place.left, place.word, place.right, other)
        own, its = (words.vectors.fit(word, around).total for word in (place.word, other))
        return Weighed(place, [gains._replace(fits=its - own)], around)

    def features(self, weighed: Weighed) -> Iterator[tuple[str, float]]:
        """Every feature of a place of "its" where "it's" may be meant."""
        yield from of_counts(weighed.place, weighed.rivals[0], self._words)
        yield from of_vectors(weighed, self._words)

    def score(self, place: Place) -> float:
        """How likely "it's" is in a place: the logarithm of the odds, and what vectors add."""
        weighed = self.weigh(place._replace(word=self._its), self._it_is)
        score = load_model("its").score(dict(self.features(weighed)))
        return score + FITS * weighed.rivals[0].fits

    def _weigh_at(self, at: int, document: Document) -> Weighed | None:
        """What stands at word `at`, weighed; None if the next word, or all around, speak for it."""
        pieces, numbers, times = document.pieces, self._numbers, self._words.counts.times
        word = numbers[pieces[2 * at + 1]]
        other = self._its + self._it_is - word
        right = numbers.next_to(2 * at + 1, 1, pieces)[0]
        if times(word, right) > FEWER * times(other, right):
            return None
        weighed = self.weigh(self._words.place(at, document), other)
        return weighed if weighed.rivals[0].fits > 0 else None

    def _is_reported(self, place: Place) -> bool:
        score = self.score(place)
        if place.word == self._its:
            return score > REPORT[ITS]
        return -score > REPORT[IT_IS]


def is_open(at: int, document: Document) -> bool:
    """Whether the word behind tells nothing by itself, as the first half of a compound does."""
    if at + 1 == len(document.words):
        return False
    behind = " ".join((*document.lowered[at + 1 : at + 3], ""))
    return document.gap(at + 2) == "-" or behind.startswith(BEYOND.get(document.words[at], ()))
