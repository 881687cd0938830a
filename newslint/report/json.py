"""The JSON report: one array of objects whose shape is a promise (docs/json.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newslint.report.disarm import as_json
from newslint.text.source import suffix

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


JSON = ("json", "jsonl", "ndjson")
"""Suffixes of files whose findings are inside JSON strings."""


HEAD, BETWEEN = "[", ",\n "


def tail(run: Run) -> str:
    """The end of the array."""
    return "]\n"


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One object for each finding, each on its own line."""
    return [as_json(described) for described in as_objects(source, findings)]


def as_objects(source: Source, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The findings of one source in the documented shape."""
    objects = [as_object(source, finding) for finding in findings]
    if objects and suffix(source.path) in JSON:
        from newslint.text.formats.json_pointer import values

        spans = [finding.span for finding in findings]
        for described, value in zip(objects, values(source, spans), strict=True):
            described["value"] = value and value._asdict()
    return objects


def as_object(source: Source, finding: Finding) -> dict[str, Any]:
    """A finding in the documented shape (docs/json.md)."""
    fix = finding.fix
    return {
        "path": source.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "start": _place(source, finding.span.start),
        "end": _place(source, finding.span.end),
        "suggestions": list(finding.suggestions),
        "evidence": list(finding.evidence),
        "fix": fix
        and {
            "applicability": fix.applicability,
            "edits": [{**edit.span._asdict(), "text": edit.text} for edit in fix.edits],
        },
    }


def _place(source: Source, offset: int) -> dict[str, int]:
    line, column = source.line_column(offset)
    return {"offset": offset, "line": line, "column": column}
