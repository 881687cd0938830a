"""The GitHub report: workflow commands that become annotations on a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.finding import Finding
    from newslint.report import Look
    from newslint.source import Source

HEAD = BETWEEN = TAIL = ""

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(source: Source, findings: Sequence[Finding], look: Look) -> list[str]:
    """One workflow command a finding."""
    return [_command(source, finding) for finding in findings]


def _command(source: Source, finding: Finding) -> str:
    line, column = source.line_column(finding.span.start)
    end_line, end_column = source.line_column(finding.span.end)
    place = {"file": source.path, "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub takes columns only within one line
        place |= {"col": str(column), "endColumn": str(end_column)}
    place["title"] = f"newslint {finding.rule}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    said = "\n".join([finding.message, *finding.evidence, *_suggestion(finding)])
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(said)}\n"


def _suggestion(finding: Finding) -> list[str]:
    return [f"write: {finding.suggestions[0]}"] if finding.suggestions else []


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
