"""Place findings: map their spans and edits from prose to source."""

from __future__ import annotations

from newslint.core.finding import Edit, Finding, Fix, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.prose import Prose
    from newslint.text.source import Source


def place(finding: Finding, prose: Prose, source: Source) -> Finding:
    """Map a finding from `prose` to `source`, from which the prose was read.

    A finding that straddles markup points at its beginning. Where an edit cannot be placed with
    certainty the finding has no fix: the place of an edit is never guessed.
    """
    fix = finding.fix and _place_fix(finding.fix, prose, source)
    span = prose.to_source(finding.span)
    if span is None:
        at = prose.near(finding.span.start)
        return finding._replace(span=Span(at, at), fix=fix)
    return finding._replace(span=span, text=source.text[span.start : span.end], fix=fix)


def _place_fix(fix: Fix, prose: Prose, source: Source) -> Fix | None:
    """The fix in offsets of `source`; None if one of its edits cannot be made there."""
    placed: list[Edit] = []
    for edit in fix.edits:
        edits = prose.edits(edit)
        if edits is None or not all(source.takes(made.text) for made in edits):
            return None
        placed += edits
    return Fix(fix.applicability, tuple(placed))
