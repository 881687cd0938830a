"""Count findings, and what was decided about them, by rule and by desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from newslint.core.record import NamedTuple

SURE = 3
"""Decisions from which it says something that all were rejections."""


class Row(NamedTuple):
    """The counts of a rule, of a desk, or of both."""

    name: str
    found: int
    accepted: int
    rejected: int

    @property
    def is_never_accepted(self) -> bool:
        """Whether people rejected it each time, and often enough to tell."""
        return not self.accepted and self.rejected >= SURE


class FindingCounts:
    """Findings, acceptances and rejections by desk and rule; articles by desk."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()
        self.accepted: Counter[tuple[str, str]] = Counter()
        self.rejected: Counter[tuple[str, str]] = Counter()

    def by_rule(self, desk: str | None = None) -> list[Row]:
        """A row for each rule of a desk, or of all desks, that with the most findings first."""
        return self._rows(1, lambda key: desk is None or key[0] == desk)

    def by_desk(self, rule: str | None = None) -> list[Row]:
        """A row for each desk, with what a rule found there, or all rules together."""
        rows = self._rows(0, lambda key: rule is None or key[1] == rule)
        if rule is not None:
            return rows
        silent = sorted(self.articles.keys() - {row.name for row in rows})
        return rows + [Row(desk, 0, 0, 0) for desk in silent]

    def _rows(self, part: int, wanted: Callable[[tuple[str, str]], bool]) -> list[Row]:
        sums: list[Counter[str]] = []
        for counts in (self.found, self.accepted, self.rejected):
            by_name: Counter[str] = Counter()
            for key, number in counts.items():
                if wanted(key):
                    by_name[key[part]] += number
            sums.append(by_name)
        names = {name for by_name in sums for name in by_name}
        rows = (Row(name, *(by_name[name] for by_name in sums)) for name in names)
        return sorted(rows, key=lambda row: (-row.found, -row.rejected, row.name))
