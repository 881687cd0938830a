"""Compare the figures of copy with those of its sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.sources.figure import DATE, SCORE, TIME, WEEKDAY, YEAR, are_comparable
from newslint.sources.figure_slips import NONE, STRONG, WEAK, is_small, slip_between
from newslint.sources.passages import Passages, company
from newslint.sources.placed_figures import Placed, placed_figures
from newslint.sources.sourced_figures import is_same, sourced_figures

if TYPE_CHECKING:
    from newslint.sources.reference import References
    from newslint.text.document import Document


LEAST = {STRONG: 0.15, WEAK: 0.3, NONE: 0.4}
"""How much company a contradiction needs, by the slip that would explain it."""

LEAST_SHARED = {WEAK: 2, NONE: 3}
"""How many words both sentences share at least."""

FEW, OF_FEW = frozenset((WEEKDAY, DATE, SCORE, TIME)), 0.25
"""Kinds of which a text has few, and how much company these need."""

SAME_COUNTED = 0.15
"""How much less is needed if both figures count the same."""

ELSEWHERE = 0.55
"""How much is needed if a source has the figure, too, but among other words."""

FAR = 0.3
"""Company at most of the same figure where it stands for something else."""


class Contradicted(NamedTuple):
    """A figure of the copy, and the one of a source that stands in its place."""

    ours: Placed
    theirs: Placed


def contradicted_figures(document: Document, references: References) -> Iterator[Contradicted]:
    """The figures that no source has, or has for something else only."""
    comparison = Comparison(document, references)
    for mine in comparison.ours:
        theirs = comparison.rival_of(mine)
        if theirs:
            yield Contradicted(mine, theirs)


class Comparison:
    """Compares the figures of one article with those of its sources."""

    def __init__(self, document: Document, references: References) -> None:
        self.ours = placed_figures(document, Passages(document))
        self._sourced, self._weights = sourced_figures(references), references.weights
        self._same = {id(mine): self._sourced.same(mine) for mine in self.ours}
        self._claimed = {
            id(other)
            for mine in self.ours
            for other in self._same[id(mine)]
            if are_comparable(mine.figure, other.figure)
        }

    def rival_of(self, mine: Placed) -> Placed | None:
        """The figure of a source that `mine` contradicts, if there is one."""
        same = self._same[id(mine)]
        at_home = max((self._company(mine, other) for other in same), default=0.0)
        best, best_rank = None, 0.0
        for other in self._sourced.beside(mine):
            if not are_comparable(mine.figure, other.figure) or is_same(mine, other):
                continue
            shared = self._company(mine, other)
            if self._contradicts(mine, other, shared, at_home):
                rank = self._rank(mine, other, shared)
                if rank > best_rank:
                    best, best_rank = other, rank
        return best

    def _company(self, mine: Placed, other: Placed) -> float:
        return company(mine.near, other.near, self._weights)

    def _contradicts(self, mine: Placed, other: Placed, shared: float, at_home: float) -> bool:
        """Whether a figure of a source stands where `mine` does, and `mine` nowhere there."""
        same = self._same[id(mine)]
        if same and self._is_crossed(mine, other):
            return True
        if same and (at_home >= FAR or shared < ELSEWHERE or not is_small(mine.figure)):
            return False
        slip = slip_between(mine.figure, other.figure)
        counted = not mine.counted.isdisjoint(other.counted)
        if id(other) in self._claimed and (shared < ELSEWHERE or not (counted or slip)):
            return False
        if mine.figure.kind == YEAR and not slip and shared < ELSEWHERE:
            return False
        if mine.figure.kind != other.figure.kind and shared < ELSEWHERE:
            return False
        if slip < STRONG and are_strangers(mine, other, LEAST_SHARED[slip]):
            return False
        return shared >= least_company(mine, slip, counted)

    def _rank(self, mine: Placed, other: Placed, shared: float) -> float:
        slip = slip_between(mine.figure, other.figure)
        counted = not mine.counted.isdisjoint(other.counted)
        return 1.0 + shared + 0.2 * slip + 0.2 * counted - 0.3 * (id(other) in self._claimed)

    def _is_crossed(self, mine: Placed, other: Placed) -> bool:
        """Whether two figures of a sentence have changed places: each counts what the other did."""
        for twin in self._same[id(mine)]:
            if not twin.is_in_sentence_of(other) or not has_key(mine, other) or has_key(mine, twin):
                continue
            for second in self.ours:
                if (
                    second.is_in_sentence_of(mine)
                    and other in self._same[id(second)]
                    and has_key(second, twin)
                    and not has_key(second, other)
                ):
                    return True
        return False


def are_strangers(mine: Placed, other: Placed, least: int) -> bool:
    """Whether two sentences share few words, or each has names and they have none in common."""
    ours, theirs = mine.passage, other.passage
    if ours.names and theirs.names and ours.stems.isdisjoint(theirs.names):
        return True
    return len(mine.near.keys() & other.near.keys()) < min(least, len(mine.near), len(other.near))


def least_company(mine: Placed, slip: int, counted: bool) -> float:
    """How much company makes a contradiction of another figure.

    There are few days and scores in a text, and what is not the same is seldom another thing.
    """
    least = min(LEAST[slip], OF_FEW) if mine.figure.kind in FEW else LEAST[slip]
    return least - (SAME_COUNTED if counted else 0.0)


def has_key(a: Placed, b: Placed) -> bool:
    """Whether two figures count the same, or stand behind the same of "from" and "to"."""
    if a.counted and b.counted:
        is_other_way = a.cue != b.cue and {a.cue, b.cue} <= DIRECTIONS
        return not a.counted.isdisjoint(b.counted) and not is_other_way
    return a.cue in DIRECTIONS and a.cue == b.cue


DIRECTIONS = frozenset(("from", "to"))
