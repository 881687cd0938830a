"""Curly and straight quotation marks or apostrophes in one article.

Each rule names a `stray` (`straight-quotation`, `curly-apostrophe` ...). Each mark of that style is
reported where the other style clearly rules: eight of its marks for each stray. Copy that is half
and half has no style, and is left alone. Inches and feet, and a mark that might open or close, do
not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span
from newslint.text.quotation_marks import marks_of
from newslint.text.scopes import paragraphs

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


STRAYS = ("straight-quotation", "curly-quotation", "straight-apostrophe", "curly-apostrophe")

PARAMS = {"stray": STRAYS}

REQUIRED = ("stray",)

_RULING = 8
"""Marks of the prevailing style that are needed for each stray mark."""


# Between letters: nothing else stands there.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""

    def check(document: Document) -> Iterator[Finding]:
        for rule in rules:
            style, what = rule.params["stray"].split("-")
            straight, curly = ('"', "“") if what == "quotation" else ("'", "’")
            if straight in document.text and curly in document.text:
                yield from _strays(rule, style == "curly", what == "quotation", document)

    return check


def _strays(rule: Rule, curly: bool, quotation: bool, document: Document) -> Iterator[Finding]:
    """Findings on the marks of a rule's stray style, if the other style prevails."""
    text = document.text
    marks = list(_quotation_marks(text) if quotation else _apostrophes(text))
    strays = [mark for mark in marks if (text[mark[0]] in "“”’") == curly]
    ruling = len(marks) - len(strays)
    if not strays or ruling < _RULING * len(strays):
        return
    slots = {"count": str(len(strays)), "other": str(ruling)}
    for at, twin in strays:
        yield new_finding(rule, document, Span(at, at + 1), twin, slots=slots)


def _quotation_marks(text: str) -> Iterator[tuple[int, str]]:
    """The offset of each mark, and the mark of the other style."""
    for paragraph in paragraphs(text):
        for at, opens in marks_of(text, paragraph) or ():
            yield at, '"' if text[at] != '"' else "“" if opens else "”"


def _apostrophes(text: str) -> Iterator[tuple[int, str]]:
    """The offset of each apostrophe, and the one of the other style."""
    for match in _APOSTROPHE.finditer(text):
        yield match.start(), "’" if match[0] == "'" else "'"
