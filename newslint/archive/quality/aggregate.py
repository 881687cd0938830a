"""Count the measures of all articles by source and month."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.archive.quality.duplicates import EXACT, NEAR, duplicates
from newslint.archive.quality.measure import Measure
from newslint.archive.table_writers import PER_1000_WORDS, SHARE
from newslint.core.record import NamedTuple

MOST = 50_000
"""Maximum number of pairs of source and month; further articles count under `OTHERS`."""


OTHERS = "(others)"


SHARES = ("furniture", "mojibake", "exact_duplicates", "near_duplicates")


class Group(NamedTuple):
    """Totals of a source in a month. `found` counts findings by area, `having` articles."""

    articles: int
    words: int
    found: Counter[str]
    having: Counter[str]

    def __add__(self, other: object) -> Group:
        """Add two groups."""
        assert isinstance(other, Group)
        return Group(
            self.articles + other.articles,
            self.words + other.words,
            self.found + other.found,
            self.having + other.having,
        )

    def rate(self, area: str) -> float:
        """Findings of an area per 1,000 words."""
        return round(1000 * self.found[area] / max(self.words, 1), 3)

    def share(self, what: str) -> float:
        """The share (0 to 1) of articles that have `what`, one of `SHARES`."""
        return round(self.having[what] / max(self.articles, 1), 4)


Groups = dict[tuple[str, str], Group]
"""Groups by source and month, sorted."""


def read(measures: Path, articles: int) -> Groups:
    """Group the measures in a file of JSON Lines, at most `articles` of them."""
    kinds = duplicates(_measures(measures), articles, measures.parent)
    return grouped(zip(_measures(measures), kinds, strict=False))


def grouped(measures: Iterable[tuple[Measure, int]]) -> Groups:
    """Group measures, each with its sort of duplicate."""
    articles: Counter[tuple[str, str]] = Counter()
    words: Counter[tuple[str, str]] = Counter()
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    having: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one, kind in measures:
        key = one.source, one.month
        if key not in articles and len(articles) >= MOST:
            key = OTHERS, one.month
        articles[key] += 1
        words[key] += one.words
        found[key].update(one.areas)
        has = (one.furniture, one.mojibake, kind == EXACT, kind == NEAR)
        having[key].update(what for what, so in zip(SHARES, has, strict=True) if so)
    return {k: Group(articles[k], words[k], found[k], having[k]) for k in sorted(articles)}


def fields(areas: Sequence[str]) -> tuple[str, ...]:
    """The columns of the table."""
    rates, shares = (f"{area}{PER_1000_WORDS}" for area in areas), (SHARE + s for s in SHARES)
    return ("source", "month", "articles", "words", *rates, *shares)


def rows(groups: Groups, areas: Sequence[str]) -> Iterator[dict[str, object]]:
    """The rows of the table."""
    for (source, month), group in groups.items():
        rates, shares = (group.rate(area) for area in areas), (group.share(s) for s in SHARES)
        values = (source, month, group.articles, group.words, *rates, *shares)
        yield dict(zip(fields(areas), values, strict=True))


def _measures(path: Path) -> Iterator[Measure]:
    with path.open("rb") as lines:
        for line in lines:
            yield Measure(*json.loads(line))
