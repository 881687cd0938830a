"""Findings and fixes, as values: spans, edits, severities, applicabilities, reading order.

A check yields findings with spans in the prose; the engine places them in the source.
"""

from __future__ import annotations

from typing import NamedTuple

SAFE, UNSAFE, DISPLAY = "safe", "unsafe", "display"

ERROR, WARNING, NOTE = "error", "warning", "note"


SEVERITIES = (ERROR, WARNING, NOTE)
"""Severities, gravest first (SARIF's own levels)."""


MOST_FINDINGS = 10_000
"""Findings that one file may have: nobody reads more, and each takes a kilobyte."""


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


def reading_order(finding: Finding) -> tuple[int, int, str, str]:
    """Sort key that depends on the finding alone, never on the order of rules."""
    return finding.span.start, -finding.span.end, finding.rule, finding.message
