"""A finding as clients of LanguageTool know it: one stretch, and texts that may replace it."""

from __future__ import annotations

from newslint.core.finding import Edit, Finding, Span
from newslint.core.record import NamedTuple
from newslint.text.edits import apply


class Replacements(NamedTuple):
    """A stretch of a text, never empty if the text is not, and what may stand there instead."""

    span: Span
    values: tuple[str, ...]


def replacements_of(finding: Finding, text: str) -> Replacements:
    """The stretch of a finding, and its replacements; of a fix elsewhere, the stretch of both.

    A finding without a letter is given one beside it, since editors underline letters.
    """
    span, values = finding.span, finding.suggestions
    if finding.fix and not values:
        edits = finding.fix.edits
        span = Span(
            min(span.start, *(edit.span.start for edit in edits)),
            max(span.end, *(edit.span.end for edit in edits)),
        )
        values = (_result(span, edits, text),)
    wide = _widened(span, text)
    before, behind = text[wide.start : span.start], text[span.end : wide.end]
    return Replacements(wide, tuple(f"{before}{value}{behind}" for value in values))


def _result(span: Span, edits: tuple[Edit, ...], text: str) -> str:
    """What the edits make of a stretch."""
    inside = [Edit(Span(s - span.start, e - span.start), new) for (s, e), new in edits]
    return apply(text[slice(*span)], inside)


def _widened(span: Span, text: str) -> Span:
    if span.start < span.end or not text:
        return span
    return (
        Span(span.start, span.end + 1) if span.end < len(text) else Span(span.start - 1, span.end)
    )
