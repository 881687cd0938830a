"""Consistency: two spellings that are both right, in one article.

In come rules with pairs (`either`: adviser to advisor); out come findings on the one that stands
less often, or on the later if they tie, with the other in its place. Quotations do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.letter_case import recase
from newslint.checks.matching.phrase_search import compiled, has_words, telling
from newslint.checks.new_finding import verdict
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span

if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


PARAMS = {"either": "swaps"}

REQUIRED = ("either",)


def inspect(rule: Rule) -> None:
    """Refuse pairs that are one spelling, or none."""
    for one, other in rule.params["either"].items():
        if one == other or not has_words(one) or not has_words(other):
            raise BookError(rule.where, f"'{one}' and '{other}' are not two spellings")


def prepare(
    rules: Sequence[Rule], knowledge: Knowledge | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    pairs = [(rule, pair) for rule in rules for pair in rule.params["either"].items()]

    def check(document: Document) -> Iterator[Finding]:
        even = document.even
        for rule, (one, other) in pairs:
            if telling(one) in even and telling(other) in even:
                yield from _compare(rule, one, other, document)

    return check


def _compare(rule: Rule, one: str, other: str, document: Document) -> Iterator[Finding]:
    ones, others = _places(one, document), _places(other, document)
    if not ones or not others:
        return
    if (len(ones), -ones[0].start) < (len(others), -others[0].start):
        one, other, ones, others = other, one, others, ones
    counts = {"count": str(len(others)), "other": str(len(ones))}
    for span in others:
        found = document.text[span.start : span.end]
        right = recase(one, found.split(), [" "] * one.count(" "))
        yield verdict(rule, document, span, right, slots=counts)


def _places(phrase: str, document: Document) -> list[Span]:
    spans = (Span(*match.span()) for match in compiled(phrase).finditer(document.text))
    return [span for span in spans if not document.quoted(span.start)]
