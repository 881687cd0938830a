"""The company of words: which sentence of a source tells the same as a sentence of the copy."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold
from newslint.text.english import CALENDAR, SMALL_WORDS
from newslint.text.scopes import stretches
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.core.finding import Span
    from newslint.text.document import Document


_EMPTY = (
    SMALL_WORDS
    | CALENDAR
    | frozenset(
        (
            "a an or no do did does done said says say who whom whose when where while after"
            " before about over under more most less than then there here also only just very"
            " into onto out up down off him them us me my mine yours some any all both each"
            " other another such own same too can may might must shall should now per cent"
            " percent million billion thousand"
            " hundred pounds dollars euros year years am pm told added according because between"
            " during through against among around per if i nearly almost some mr mrs ms dr"
        ).split(" ")
    )
)
"""Words that stand in any sentence."""

_ENDINGS = re.compile(r"(?:'s|ations?|ments?|ings?|ies|ied|ions?|ers?|ed|es|s|ly|y|e)$")

_STEM = 7
"""Letters of a stem: what follows is an ending that _ENDINGS does not know."""


def stem_of(word: str) -> str:
    """A word's stem, the same for approves, approved and approval; empty for a word that is empty.

    >>> stem_of("approves") == stem_of("approved"), stem_of("the")
    (True, '')
    """
    key = fold(split_possessive(word)[0])
    if key[0].isdigit():
        number = key.rstrip("mkbn%")
        return number if len(number) > 1 and number.isdigit() else ""
    if key in _EMPTY:
        return ""
    if len(key) > 4:
        key = _ENDINGS.sub("", key, count=1) if len(key) > 5 else key.rstrip("s")
    return key[:_STEM]


class Passage(NamedTuple):
    """One sentence: the first and the last of its words, its stems, and those of names."""

    first: int
    last: int
    stems: frozenset[str]
    names: frozenset[str] = frozenset()


class Passages:
    """The sentences of a document, in order."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def all(self) -> list[Passage]:
        """Every sentence that has a word."""
        document, found = self._document, []
        for span in stretches("sentence", document):
            first, last = self._word_at(span.start), self._word_at(span.end - 1)
            if first <= last < len(document.words):
                stems = frozenset(filter(None, self.stems[first : last + 1]))
                found.append(Passage(first, last, stems, self._names_between(first, last)))
        return found

    @cached_property
    def stems(self) -> list[str]:
        """The stem of every word; a number with a point or commas is one."""
        table = {word: stem_of(word) for word in self._document.distinct}
        stems = [table[word] for word in self._words]
        for at in range(len(stems) - 1, 0, -1):
            if self._words[at][0].isdigit() and self._goes_on(at):
                point = "." if self._document.gap(at) == "." else ""
                behind = stems[at] or self._words[at]
                stems[at - 1], stems[at] = f"{self._words[at - 1]}{point}{behind}", ""
        return stems

    def _goes_on(self, at: int) -> bool:
        """Whether word `at` goes on with the number before it."""
        return self._document.gap(at) in (",", ".") and self._words[at - 1].isdigit()

    @property
    def _words(self) -> Sequence[str]:
        return self._document.words

    def _word_at(self, offset: int) -> int:
        """The last word that begins at or before an offset."""
        return max(0, bisect_right(self._document.starts, offset) - 1)

    def words_in(self, span: Span) -> range:
        """The words that begin in a stretch of the text."""
        first = bisect_right(self._document.starts, span.start)
        first -= bool(first and self._document.span(first - 1).end > span.start)
        return range(first, bisect_right(self._document.starts, span.end - 1))

    def _names_between(self, first: int, last: int) -> frozenset[str]:
        """The stems of capitalised words but for the first."""
        capitals = self._document.capitals
        inner = capitals[bisect_right(capitals, first) : bisect_right(capitals, last)]
        return frozenset(filter(None, (self.stems[at] for at in inner)))

    def of(self, at: int) -> Passage:
        """The sentence that word `at` is in."""
        passages = self.all
        found = bisect_right(passages, at, key=lambda passage: passage.first) - 1
        return passages[max(0, found)] if passages else Passage(at, at, frozenset())


def rarity(passages: Iterable[Passages]) -> Mapping[str, float]:
    """How much it says that two sentences share a stem, by the stem."""
    count = Counter[str]()
    total = 0
    for each in passages:
        for passage in each.all:
            count.update(passage.stems)
            total += 1
    return {stem: log(1 + total / times) for stem, times in count.items()}


UNSEEN = 3.0
"""The weight of a stem that no source has."""


LESS = 0.85
"""What a short sentence of a source counts that a long one of the copy has wholly in it."""


def company(
    ours: Mapping[str, float], theirs: Mapping[str, float], weights: Mapping[str, float]
) -> float:
    """How much of what stands near one place stands near another, from 0 to 1.

    One sentence may tell more than the other: what counts is the part of the one that tells less.
    """
    shared = [stem for stem in theirs if stem in ours]
    if not shared:
        return 0.0
    both = sum(ours[stem] * weights.get(stem, UNSEEN) for stem in shared)
    of_ours = both / sum(near * weights.get(stem, UNSEEN) for stem, near in ours.items())
    if len(shared) < 2:
        return of_ours
    least = sum(theirs[stem] * weights.get(stem, UNSEEN) for stem in shared)
    of_theirs = least / sum(near * weights.get(stem, UNSEEN) for stem, near in theirs.items())
    return max(of_ours, LESS * of_theirs)


def near(stems: Sequence[str], passage: Passage, at: range) -> dict[str, float]:
    """The stems of a sentence, the nearer to some of its words the weightier."""
    found: dict[str, float] = {}
    for place in range(passage.first, passage.last + 1):
        stem = stems[place]
        if stem and place not in at:
            apart = min(abs(place - at.start), abs(place - (at.stop - 1)))
            weight = 1.0 if apart <= 3 else 0.7 if apart <= 8 else 0.4
            found[stem] = max(weight, found.get(stem, 0.0))
    return found
