"""All figures of the sources, found by value and by the words of their sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newslint.sources.dates import weekday_of
from newslint.sources.figure import (
    DATE,
    FARTHEST,
    MEASURE,
    MONEY,
    NEAREST,
    NUMBER,
    PERCENT,
    POINTS,
    SCORE,
    TIME,
    WEEKDAY,
    YEAR,
    Figure,
    are_equal,
    is_rounded,
    may_be_rounded,
)
from newslint.sources.passages import stem_of
from newslint.sources.placed_figures import Placed, placed_figures

if TYPE_CHECKING:
    from newslint.sources.reference import References


UNITED = frozenset((MEASURE, MONEY, PERCENT, POINTS))
"""Kinds of figures that have a unit."""

IN_PARTS = frozenset((DATE, SCORE, YEAR, WEEKDAY))
"""Kinds that are the same as others by one part of their value."""


class SourcedFigures:
    """The figures of all sources of an article."""

    def __init__(self, references: References) -> None:
        self._by_kind: dict[str, list[Placed]] = defaultdict(list)
        self._by_value: dict[float, list[Placed]] = defaultdict(list)
        self._by_stem: dict[str, list[Placed]] = defaultdict(list)
        self._sorted: dict[str, list[Placed]] = {}
        for reference in references.all:
            for placed in placed_figures(reference.document, reference.passages, reference):
                self._add(placed)

    def _add(self, placed: Placed) -> None:
        figure = placed.figure
        self._by_kind[figure.kind].append(placed)
        if isinstance(figure.value, tuple):
            for part in figure.value:
                self._by_value[part].append(placed)
        else:
            self._by_value[figure.value].append(placed)
        for stem in placed.passage.stems:
            self._by_stem[stem].append(placed)

    def same(self, mine: Placed) -> list[Placed]:
        """The figures that say what `mine` says."""
        return [other for other in dict.fromkeys(self._likely(mine)) if is_same(mine, other)]

    def _likely(self, mine: Placed) -> Iterator[Placed]:
        figure = mine.figure
        yield from self._by_value.get(figure.number, ())
        if figure.kind in IN_PARTS or figure.kind == TIME:
            yield from self._by_kind[figure.kind]
        if figure.kind == WEEKDAY:
            yield from self._by_kind[DATE]
        if figure.kind == MEASURE or may_be_rounded(figure):
            for kind in self._by_kind if figure.kind == NUMBER else (figure.kind, NUMBER):
                yield from self._about(figure, kind)

    def _about(self, figure: Figure, kind: str) -> Iterator[Placed]:
        """The figures of a kind that are about as much."""
        if kind not in self._sorted:
            self._sorted[kind] = sorted(self._by_kind.get(kind, ()), key=_base)
        ordered = self._sorted[kind]
        amount = figure.base if figure.kind == kind else figure.number
        first = bisect_left(ordered, NEAREST * amount, key=_base)
        for other in islice(ordered, first, None):
            if _base(other) > FARTHEST * amount:
                break
            yield other

    def beside(self, mine: Placed) -> Iterator[Placed]:
        """The figures in whose sentences a word of the one of `mine` stands."""
        found = (other for stem in mine.near for other in self._by_stem.get(stem, ()))
        return iter(dict.fromkeys(found))


def _base(placed: Placed) -> float:
    return placed.figure.base


def sourced_figures(references: References) -> SourcedFigures:
    """The figures of the sources, gathered once."""
    if "figures" not in references.memo:
        references.memo["figures"] = SourcedFigures(references)
    found: SourcedFigures = references.memo["figures"]  # type: ignore[assignment]
    return found


def is_same(mine: Placed, other: Placed) -> bool:
    """Whether a figure of the copy says what one of a source says.

    A plain number may be a sum or measure without its unit: between ten and twelve miles.
    """
    ours, theirs = mine.figure, other.figure
    if ours.kind == WEEKDAY and theirs.kind == DATE:
        return weekday_of(theirs) == ours.number
    if not are_equal(ours, theirs) and not is_rounded(ours, theirs):
        return False
    if ours.kind != theirs.kind and not {ours.kind, theirs.kind}.isdisjoint(UNITED):
        plain, united = (mine, other) if ours.kind == NUMBER else (other, mine)
        return not plain.is_of_another or stem_of(united.figure.unit or "x") in plain.counted
    return True
