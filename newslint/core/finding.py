"""Findings: what a check says, as values.

A check yields Findings with spans in the prose; the engine maps them to the source and
settles which fix wins where two want the same letters. Nothing here prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newslint.text.prose import Prose
    from newslint.text.source import Source


SAFE, UNSAFE, DISPLAY = "safe", "unsafe", "display"

ERROR, WARNING, NOTE = "error", "warning", "note"


SEVERITIES = (ERROR, WARNING, NOTE)
"""Severities, gravest first (SARIF's own levels)."""


class Span(NamedTuple):
    """Half-open stretch of text, in code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two share a letter or meet at an end (so that both cannot be edited)."""
        return self.start <= other.end and other.start <= self.end


class Edit(NamedTuple):
    """Put `text` where `span` stands. The only way text changes."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together, and how far they can be trusted.

    `safe` is applied by `--fix`, `unsafe` by `--unsafe-fixes` too, `display` never.
    """

    applicability: str
    edits: tuple[Edit, ...]


def allowed(applicability: str, by_rule: str) -> str:
    """How far a fix can be trusted where its rule has a word to say: `safe`, `unsafe` or `none`.

    >>> allowed("safe", "unsafe"), allowed("unsafe", "safe"), allowed("safe", "none")
    ('unsafe', 'unsafe', 'display')
    """
    if by_rule == "none":
        return DISPLAY
    return UNSAFE if by_rule == UNSAFE and applicability == SAFE else applicability


class Finding(NamedTuple):
    """One fault, its place, why we think so, and its fix.

    `text` is what stands at `span`; `suggestions` replace exactly that, best first. `severity` is
    `error`, `warning` or `note`; `evidence` says, in sentences for an editor, what spoke for it.
    """

    rule: str
    span: Span
    text: str
    message: str
    severity: str = WARNING
    suggestions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    fix: Fix | None = None

    def placed(self, prose: Prose, source: Source) -> Finding:
        """The same finding in offsets of `source`, whose prose this is.

        Where a place straddles markup, the finding points at its beginning. Where an edit
        cannot be made for certain there is no fix: we never guess where an edit goes.
        """
        fix = self.fix and _placed(self.fix, prose, source)
        span = prose.to_source(self.span)
        if span is None:
            at = prose.near(self.span.start)
            return self._replace(span=Span(at, at), text=self.text, fix=fix)
        return self._replace(span=span, text=source.text[span.start : span.end], fix=fix)


def _placed(fix: Fix, prose: Prose, source: Source) -> Fix | None:
    placed: list[Edit] = []
    for edit in fix.edits:
        edits = prose.edits(edit)
        if edits is None or not all(source.takes(made.text) for made in edits):
            return None
        placed += edits
    return Fix(fix.applicability, tuple(placed))


def reading_order(finding: Finding) -> tuple[int, int, str, str]:
    """Sort key that depends on the finding alone, never on the order of rules."""
    return finding.span.start, -finding.span.end, finding.rule, finding.message
