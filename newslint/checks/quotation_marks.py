"""Quotation marks that do not come in pairs, or stand inside each other.

Each rule names one fault: `unclosed`, `unopened` or `nested`. Speech that goes on in the next
paragraph is not closed, and a paragraph with a mark that might open or close is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import DISPLAY, Finding, Span
from newslint.core.record import NamedTuple
from newslint.text.quotation_marks import Mark, marks_of
from newslint.text.scopes import PARAGRAPH, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


UNCLOSED, UNOPENED, NESTED = FAULTS = ("unclosed", "unopened", "nested")

PARAMS = {"fault": FAULTS}

REQUIRED = ("fault",)


class Fault(NamedTuple):
    """A fault in the marks of a paragraph: its kind, and the marks concerned."""

    kind: str
    span: Span


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    by_fault = {rule.params["fault"]: rule for rule in rules}

    def check(document: Document) -> Iterator[Finding]:
        for fault in faults(document):
            if fault.kind in by_fault:
                yield _verdict(by_fault[fault.kind], fault, document)

    return check


def _verdict(rule: Rule, fault: Fault, document: Document) -> Finding:
    if fault.kind != NESTED:
        return new_finding(rule, document, fault.span)
    found = document.text[fault.span.start : fault.span.end]
    inner = ("‘", "’") if found[0] == "“" else ("'", "'")
    return new_finding(
        rule, document, fault.span, inner[0] + found[1:-1] + inner[1], applicability=DISPLAY
    )


def faults(document: Document) -> Iterator[Fault]:
    """All faults in the quotation marks of an article."""
    text = document.text
    if '"' not in text and "“" not in text and "”" not in text:
        return
    spans = stretches(PARAGRAPH, document)
    for number, span in enumerate(spans):
        following = text[spans[number + 1].start] if number + 1 < len(spans) else ""
        marks = marks_of(text, span)
        if marks:
            yield from _paragraph(text, span, marks, following in ('"', "“"))


def _paragraph(text: str, span: Span, marks: list[Mark], goes_on: bool) -> Iterator[Fault]:
    """The faults of one paragraph; none if its marks are ambiguous."""
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
