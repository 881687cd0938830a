"""Two spellings that are both right, in one article.

Rules have pairs (`either`: adviser to advisor). The one that stands less often is reported, or the
later if they tie, with the other in its place. Quotations do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.letter_case import match_phrase_case
from newslint.checks.matching.phrase_search import has_words, longest_literal, phrase_pattern
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"either": "swaps"}

REQUIRED = ("either",)


def inspect(rule: Rule) -> None:
    """Refuse pairs without two different spellings."""
    for one, other in rule.params["either"].items():
        if one == other or not has_words(one) or not has_words(other):
            raise BookError(rule.where, f"'{one}' and '{other}' are not two spellings")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    pairs = [(rule, pair) for rule in rules for pair in rule.params["either"].items()]

    def check(document: Document) -> Iterator[Finding]:
        even = document.normal_text
        for rule, (one, other) in pairs:
            if longest_literal(one) in even and longest_literal(other) in even:
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
        right = match_phrase_case(one, found.split(), [" "] * one.count(" "))
        yield new_finding(rule, document, span, right, slots=counts)


def _places(phrase: str, document: Document) -> list[Span]:
    spans = (Span(*match.span()) for match in phrase_pattern(phrase).finditer(document.text))
    return [span for span in spans if not document.quoted(span.start)]
