"""Quotation marks that do not come in pairs, or stand inside each other.

In come rules that each name one fault: `unclosed`, `unopened` or `nested`; out come findings,
each on the mark that is alone or the quotation that stands in another. Speech that goes on in the
next paragraph is not closed, and a paragraph with a mark that might be either is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.new_finding import verdict
from newslint.core.finding import DISPLAY, Finding, Span
from newslint.text.scopes import paragraphs

if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


UNCLOSED, UNOPENED, NESTED = FAULTS = ("unclosed", "unopened", "nested")


PARAMS = {"fault": FAULTS}

REQUIRED = ("fault",)


_MARKS = re.compile('["“”„«»]')

_OPENING_SIDE = re.compile(r"[\s(\[\u2013\u2014'‘/-]")

_CLOSING_SIDE = re.compile(r"[\s)\].,;:!?…\u2013\u2014'’/-]")

_NOT_ENGLISH = frozenset("„«»")


class Mark(NamedTuple):
    """A quotation mark: where it stands, and whether it opens."""

    at: int
    opens: bool


class Fault(NamedTuple):
    """What is wrong with the marks of a paragraph: the kind, and the marks concerned."""

    kind: str
    span: Span


def prepare(
    rules: Sequence[Rule], knowledge: Knowledge | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    by_fault = {rule.params["fault"]: rule for rule in rules}

    def check(document: Document) -> Iterator[Finding]:
        for fault in faults(document.text):
            if fault.kind in by_fault:
                yield _verdict(by_fault[fault.kind], fault, document)

    return check


def _verdict(rule: Rule, fault: Fault, document: Document) -> Finding:
    if fault.kind != NESTED:
        return verdict(rule, document, fault.span)
    found = document.text[fault.span.start : fault.span.end]
    inner = ("‘", "’") if found[0] == "“" else ("'", "'")
    return verdict(
        rule, document, fault.span, inner[0] + found[1:-1] + inner[1], applicability=DISPLAY
    )


def faults(text: str) -> Iterator[Fault]:
    """Everything wrong with the quotation marks of `text`."""
    if '"' not in text and "“" not in text and "”" not in text:
        return
    spans = paragraphs(text)
    for number, span in enumerate(spans):
        following = text[spans[number + 1].start] if number + 1 < len(spans) else ""
        marks = marks_of(text, span)
        if marks:
            yield from _paragraph(text, span, marks, following in ('"', "“"))


def marks_of(text: str, span: Span) -> list[Mark] | None:
    """The marks of a paragraph; None if one of them might open or close."""
    marks = []
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, at = match[0], match.start()
        if mark in _NOT_ENGLISH or text[at - 1 : at] == "€":  # misread: cleanup/mojibake
            return None
        before = at == span.start or bool(_OPENING_SIDE.match(text[at - 1]))
        after = at + 1 == span.end or bool(_CLOSING_SIDE.match(text[at + 1]))
        if mark == '"' and (before == after or text[at - 1 : at].isdigit()):
            return None
        marks.append(Mark(at, before if mark == '"' else mark == "“"))
    return marks


def _paragraph(text: str, span: Span, marks: list[Mark], goes_on: bool) -> Iterator[Fault]:
    """The faults of one paragraph, none where its marks can be read in two ways."""
    opened: list[int] = []
    nested: list[Span] = []
    for at, opens in marks:
        if opens and opened and _begins_paragraph(text, at):
            opened = [at]  # the next paragraph of one speech, set without a break
        elif opens:
            opened.append(at)
        elif not opened:
            yield Fault(UNOPENED, Span(at, at + 1))
            return
        else:
            start = opened.pop()
            if opened:
                nested.append(Span(start, at + 1))
    if len(opened) == 1 and not nested and not goes_on:
        yield Fault(UNCLOSED, Span(opened[0], opened[0] + 1))
    elif not opened:
        yield from (Fault(NESTED, inner) for inner in nested)


def _begins_paragraph(text: str, at: int) -> bool:
    """Whether the mark at `at` follows the end of a sentence."""
    return text[:at].rstrip()[-1:] in (".", "!", "?", "…", "'", "’")
