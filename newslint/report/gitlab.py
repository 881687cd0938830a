"""The GitLab report: a code quality artifact, which a merge request shows beside its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newslint.core.finding import ERROR, NOTE, WARNING
from newslint.core.fingerprint import entries_of
from newslint.report.ci_paths import in_project
from newslint.report.disarm import as_json
from newslint.report.json import BETWEEN, HEAD, tail

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.fingerprint import Entry
    from newslint.report.format import TerminalStyle
    from newslint.text.source import Source


__all__ = ["BETWEEN", "HEAD", "render", "tail"]

_SEVERITIES = {ERROR: "major", WARNING: "minor", NOTE: "info"}


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One object for each finding, in Code Climate's format."""
    path = in_project(source.path)
    entries = entries_of(findings, source.text)
    return [
        as_json(_issue(path, source, finding, entry))
        for finding, entry in zip(findings, entries, strict=True)
    ]


def _issue(path: str, source: Source, finding: Finding, entry: Entry) -> dict[str, Any]:
    (line, _), (end_line, _) = map(source.line_column, finding.span)
    return {
        "type": "issue",
        "description": finding.message,
        "check_name": finding.rule,
        "categories": ["Style"],
        "fingerprint": f"{path}:{entry.key}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": line, "end": end_line}},
        "content": {"body": "\n".join([finding.message, *finding.evidence])},
    }
