"""Findings and fixes, as values: spans, edits, severities, applicabilities, reading order.

A check yields findings with spans in the prose; the engine places them in the source.
"""

from __future__ import annotations

from newslint.core.record import NamedTuple

SAFE, UNSAFE, DISPLAY = "safe", "unsafe", "display"

ERROR, WARNING, NOTE = "error", "warning", "note"

SEVERITIES = (ERROR, WARNING, NOTE)
"""Severities, gravest first (SARIF's own levels)."""


MOST_FINDINGS = 5_000
"""Maximum findings of one file: nobody reads more, and each takes a kilobyte."""


class Span(NamedTuple):
    """A half-open stretch of text, in code points."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether both share a letter or an end, so that only one of them can be edited."""
        return self.start <= other.end and other.start <= self.end


class Edit(NamedTuple):
    """Replaces the text at `span` with `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together, and how far they can be trusted.

    `safe` is applied by `--fix`, `unsafe` by `--unsafe-fixes` too, `display` never.
    """

    applicability: str
    edits: tuple[Edit, ...]


def allowed(applicability: str, by_rule: str) -> str:
    """The applicability of a fix after its rule's setting: `safe`, `unsafe` or `none`.

    >>> allowed("safe", "unsafe"), allowed("unsafe", "safe"), allowed("safe", "none")
    ('unsafe', 'unsafe', 'display')
    """
    if by_rule == "none":
        return DISPLAY
    return UNSAFE if by_rule == UNSAFE and applicability == SAFE else applicability


class Finding(NamedTuple):
    """One fault: its rule, its place, the evidence for it, and its fix.

    `text` is what stands at `span`; `suggestions` replace exactly that, best first. `severity` is
    `error`, `warning` or `note`; `evidence` gives the reasons, in sentences for an editor.
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
    """A sort key that depends on the finding alone, never on the order of rules."""
    return finding.span.start, -finding.span.end, finding.rule, finding.message
