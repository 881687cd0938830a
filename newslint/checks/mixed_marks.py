"""Curly and straight quotation marks or apostrophes in one article.

Each rule names a `stray` (`straight-quotation`, `curly-apostrophe` ...). Each mark of that style is
reported where the other style clearly rules: eight of its marks for each stray. Copy that is half
and half has no style, and is left alone. Inches and feet, and a mark that might open or close, do
not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.quotation_marks import marks_of
from newslint.text.scopes import PARAGRAPH, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


STRAYS = ("straight-quotation", "curly-quotation", "straight-apostrophe", "curly-apostrophe")

PARAMS = {"stray": STRAYS}

REQUIRED = ("stray",)

_RULING = 8
"""Marks of the prevailing style that are needed for each stray mark."""


# Between letters: nothing else stands there. The mark comes first, which is searched for in C.
_APOSTROPHE = lazy_pattern(r"['’](?<=[^\W\d_].)(?=[^\W\d_])")


Twin = tuple[int, str]
"""The offset of a mark, and the mark of the other style."""


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    by_mark = {what: [rule for rule in rules if _is_of(rule, what)] for what in MARKS}

    def check(document: Document) -> Iterator[Finding]:
        for what, (straight, curly, find) in MARKS.items():
            if by_mark[what] and straight in document.text and curly in document.text:
                marks = list(find(document))
                for rule in by_mark[what]:
                    yield from _strays(rule, marks, document)

    return check


def _is_of(rule: Rule, what: str) -> bool:
    return bool(rule.params["stray"].endswith(what))


def _strays(rule: Rule, marks: list[Twin], document: Document) -> Iterator[Finding]:
    """Findings on the marks of a rule's stray style, if the other style prevails."""
    curly = rule.params["stray"].startswith("curly")
    strays = [mark for mark in marks if (document.text[mark[0]] in "“”’") == curly]
    ruling = len(marks) - len(strays)
    if not strays or ruling < _RULING * len(strays):
        return
    slots = {"count": str(len(strays)), "other": str(ruling)}
    for at, twin in strays:
        yield new_finding(rule, document, Span(at, at + 1), twin, slots=slots)


def _quotation_marks(document: Document) -> Iterator[Twin]:
    text = document.text
    for paragraph in stretches(PARAGRAPH, document):
        for at, opens in marks_of(text, paragraph) or ():
            yield at, '"' if text[at] != '"' else "“" if opens else "”"


def _apostrophes(document: Document) -> Iterator[Twin]:
    for match in _APOSTROPHE.finditer(document.text):
        yield match.start(), "’" if match[0] == "'" else "'"


MARKS = {"quotation": ('"', "“", _quotation_marks), "apostrophe": ("'", "’", _apostrophes)}
"""For each sort of mark one of either style, and what finds them all."""
