"""Compare two books over articles: which findings a change of rules gains and loses.

Only areas in which a rule changed are asked: there alone can anything be different, since a rule
may take a place from others of its area.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.book.settings import only
from newslint.core.finding import reading_order
from newslint.engine.linter import Linter

if TYPE_CHECKING:
    from newslint.book.book import Book
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.source import Source


class Change:
    """The change of one rule: its counts before and now, and findings that differ."""

    __slots__ = ("before", "gained", "lost", "now")

    def __init__(self) -> None:
        self.before = self.now = 0
        self.gained: list[tuple[Source, Finding]] = []
        self.lost: list[tuple[Source, Finding]] = []


class Comparison:
    """Lints articles with two books and collects the changes rule by rule."""

    def __init__(self, before: Book, now: Book) -> None:
        areas = changed_areas(before.rules, now.rules)
        self._before, self._now = (
            _linter(book, [head.id for head in book.rules.heads if head.area in areas])
            for book in (before, now)
        )
        self.changes: dict[str, Change] = {}
        self.failures: dict[str, str] = {}

    def read(self, source: Source) -> None:
        """Lint one article with both books."""
        before, now = self._found(self._before, source), self._found(self._now, source)
        for key in sorted(before | now, key=reading_order):
            finding = now.get(key) or before[key]
            change = self.changes.setdefault(finding.rule, Change())
            change.before += key in before
            change.now += key in now
            if key not in before:
                change.gained.append((source, finding))
            elif key not in now:
                change.lost.append((source, finding))

    def _found(self, linter: Linter | None, source: Source) -> dict[Finding, Finding]:
        """The findings of one book, by the values that are compared: no messages."""
        if linter is None:
            return {}
        findings, failures = linter.examine(source)
        self.failures |= {failure.rule: failure.message for failure in failures}
        return {finding._replace(message="", evidence=()): finding for finding in findings}


def _linter(book: Book, ids: list[str]) -> Linter | None:
    """A linter with these rules of a book; None if it has none of them."""
    return Linter(book, only(ids)) if ids else None


def changed_areas(before: Iterable[Rule], now: Iterable[Rule]) -> frozenset[str]:
    """The areas in which a rule was added, removed or changed."""
    old, new = ({_sense(rule): rule.area for rule in book} for book in (before, now))
    return frozenset((old | new)[sense] for sense in old.keys() ^ new.keys())


def _sense(rule: Rule) -> str:
    """Everything in a rule that affects its findings."""
    values = (rule.kind, rule.severity, rule.fix, rule.params, rule.scope, rule.language)
    return repr((rule.id, *values))
