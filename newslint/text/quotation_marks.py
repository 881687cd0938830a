"""Quotation marks of a paragraph, and whether each opens or closes."""

from __future__ import annotations

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

MARKS = lazy_pattern('["“”„«»]')

_OPENING_SIDE = frozenset("([\u2013\u2014'‘/-")

_CLOSING_SIDE = frozenset(")].,;:!?…\u2013\u2014'’/-")
"""What stands on either side, beside white space."""

_NOT_ENGLISH = frozenset("„«»")


class Mark(NamedTuple):
    """A quotation mark: where it stands, and whether it opens."""

    at: int
    opens: bool


def marks_of(text: str, span: Span) -> list[Mark] | None:
    """The marks of a paragraph; None if one of them might open or close."""
    marks = []
    for match in MARKS.finditer(text, span.start, span.end):
        mark, at = match[0], match.start()
        if mark in _NOT_ENGLISH or text[at - 1 : at] == "€":  # misread: cleanup/mojibake
            return None
        before = at == span.start or _stands(_OPENING_SIDE, text[at - 1])
        after = at + 1 == span.end or _stands(_CLOSING_SIDE, text[at + 1])
        if mark == '"' and (before == after or text[at - 1 : at].isdigit()):
            return None
        marks.append(Mark(at, before if mark == '"' else mark == "“"))
    return marks


def _stands(side: frozenset[str], letter: str) -> bool:
    return letter in side or letter.isspace()
