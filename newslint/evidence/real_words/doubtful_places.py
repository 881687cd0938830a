"""Places where a word is at odds with its neighbours, by the marks of the pairs it is in.

It is the first filter of words in context: one look-up for most words, two for the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import compress

from newslint.lexicon.counts import AFTER, BEFORE, MORE_AFTER, MORE_BEFORE
from newslint.text.context_tokens import KEPT, STOP, inner_stops
from newslint.text.tokenizer import is_short_form, number_pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
    from newslint.text.context_tokens import TokenNumbers
    from newslint.text.document import Document


EVERYWHERE = 160_000
"""Count from which a word fits nearly everywhere: only if it is listed is it examined."""

SHORT = 2
"""Letters of words, parts and initials among them, that are examined only if they are listed."""


class DoubtfulPlaces:
    """Tells the words of articles with which their neighbours are at odds."""

    def __init__(
        self,
        counts: Counts,
        numbers: TokenNumbers,
        listed: Collection[int],
        added: dict[int, tuple[int, ...]],
    ) -> None:
        """Use the marks of `counts`, and the numbers of pieces of text.

        Words `listed` are examined however frequent they are; those for which words are `added` to
        their rivals are doubtful everywhere.
        """
        self._marks = counts.marks
        self._numbers = numbers
        self._always = frozenset(added)
        self._examined = _Examined(counts, numbers, listed)
        self._pairs = counts.compiled_pairs(listed, added, EVERYWHERE)
        if self._pairs:
            number_pieces(numbers)

    def of(self, document: Document) -> Iterable[int]:
        """The index of each doubtful word.

        The compiled scanner leaves out those for which no rival is likely; `weigh` would say None
        of them.
        """
        if self._pairs is None:
            return self._at_odds(document.pieces)
        end, numbers = self._numbers[STOP], document.numbers_by(self._numbers)
        return self._pairs.contested(document.pieces, numbers, end, is_short_form)

    def likely(self, left: int, word: int, right: int, rivals: tuple[int, ...]) -> Iterable[int]:
        """Those of the `rivals` that may be likelier than a word between two tokens.

        The compiled scanner leaves out all that are not.
        """
        return self._pairs.likely(left, word, right, rivals) if self._pairs else rivals

    def _at_odds(self, pieces: list[str]) -> Iterator[int]:
        """The words with a rival that is far more frequent beside one of their neighbours.

        It is more frequent beside the other neighbour, too, as far as the two are counted.
        """
        numbers = [*map(self._numbers.__getitem__, pieces), 0]
        for stop in inner_stops(pieces):
            numbers[stop] = 0
        numbers[0] = numbers[-2] = self._numbers.end
        marks, always = self._marks, self._always
        examined = map(self._examined.__getitem__, pieces[1:-1:2])
        for at in compress(range(1, len(pieces) - 1, 2), examined):
            word = numbers[at]
            right = marks(word, numbers[at + 1] or numbers[at + 2])
            if word not in always:
                if not right & MORE_BEFORE:
                    continue
                left = marks(numbers[at - 1] or numbers[at - 2], word)
                if not (left & MORE_AFTER and (left & AFTER or right & BEFORE)):
                    continue
            yield at // 2


class _Examined(dict[str, bool]):
    """Whether another word may be meant for a word."""

    def __init__(self, counts: Counts, numbers: TokenNumbers, listed: Collection[int]) -> None:
        self._counts = counts
        self._numbers = numbers
        self._listed = listed

    def __missing__(self, word: str) -> bool:
        if len(self) >= KEPT:
            self.clear()
        number = self._numbers[word]
        known = number in self._listed or (
            len(word) > SHORT
            and self._counts.has_rivals(number)
            and self._counts.word(number).times < EVERYWHERE
        )
        self[word] = known
        return known
