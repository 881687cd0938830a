"""An article that an editor has open, its findings, and what the editor shows of them."""

from __future__ import annotations

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Hover,
    Location,
    MarkupContent,
    MarkupKind,
    Position,
)

from newslint.core.documentation import page_of
from newslint.core.finding import ERROR, NOTE, WARNING, Finding, Span
from newslint.core.record import NamedTuple
from newslint.lsp.names import places_of
from newslint.lsp.positions import Positions
from newslint.text.source import Source

SEVERITIES = {
    ERROR: DiagnosticSeverity.Error,
    WARNING: DiagnosticSeverity.Warning,
    NOTE: DiagnosticSeverity.Information,
}


class OpenDocument(NamedTuple):
    """One version of a document in an editor, and its findings."""

    uri: str
    version: int | None
    source: Source
    findings: list[Finding]
    positions: Positions

    def at(self, span: Span) -> list[Finding]:
        """The findings that a cursor or a selection touches."""
        return [finding for finding in self.findings if finding.span.touches(span)]

    def diagnostic(self, finding: Finding, related: bool = False) -> Diagnostic:
        """A finding as a diagnostic, which the editor underlines and lists.

        If `related`, one of a name leads to the first place of the other spelling.
        """
        return Diagnostic(
            self.positions.range(finding.span),
            finding.message,
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=_page(finding.rule),
            source="newslint",
            related_information=self._other_spelling(finding) if related else None,
        )

    def _other_spelling(self, finding: Finding) -> list[DiagnosticRelatedInformation] | None:
        """The first place in the article of what a finding of a name suggests."""
        if not finding.rule.startswith("names/") or not finding.suggestions:
            return None
        other = finding.suggestions[0]
        places = places_of(self.source.text, other)
        if not places:
            return None
        location = Location(self.uri, self.positions.range(places[0]))
        return [DiagnosticRelatedInformation(location, f"'{other}' stands here")]

    def hover(self, position: Position) -> Hover | None:
        """The evidence for the findings at a position.

        It is plain text, so that nothing from an article becomes markup in the editor.
        """
        offset = self.positions.offset(position)
        found = self.at(Span(offset, offset))
        if not found:
            return None
        text = "\n\n".join(map(_hover_text, found))
        return Hover(MarkupContent(MarkupKind.PlainText, text), self.positions.range(found[0].span))


def _page(rule: str) -> CodeDescription | None:
    """The page about a rule; None while the documentation has no address."""
    address = page_of(rule)
    return CodeDescription(address) if address else None


def _hover_text(finding: Finding) -> str:
    lines = (finding.message, *(f"- {note}" for note in finding.evidence), f"({finding.rule})")
    return "\n".join(lines)
