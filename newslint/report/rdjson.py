"""The rdjson report: what reviewdog reads, to comment on a change wherever it is reviewed.

Reviewdog Diagnostic Format. Its columns count bytes of UTF-8, and so they do here alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newslint.core.finding import ERROR, NOTE, WARNING
from newslint.report.disarm import as_json

if TYPE_CHECKING:
    from newslint.core.finding import Finding, Span
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


HEAD = '{"source": {"name": "newslint"}, "diagnostics": [\n'

BETWEEN = ",\n"

_SEVERITIES = {ERROR: "ERROR", WARNING: "WARNING", NOTE: "INFO"}


def tail(run: Run) -> str:
    """The end of the diagnostics."""
    return "\n]}\n"


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One diagnostic for each finding."""
    return [as_json(_diagnostic(source, f)) for f in findings]


def _diagnostic(source: Source, finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": "\n".join([finding.message, *finding.evidence]),
        "location": {"path": source.path, "range": _range(source, finding.span)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix is not None:
        diagnostic["suggestions"] = [
            {"range": _range(source, edit.span), "text": edit.text} for edit in finding.fix.edits
        ]
    return diagnostic


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _place(source, span.start), "end": _place(source, span.end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    line, column = source.line_column(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
