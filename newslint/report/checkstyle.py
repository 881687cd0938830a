"""The Checkstyle report: XML that Jenkins and many editors read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.core.finding import ERROR, NOTE, WARNING
from newslint.report.xml import attributes

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'

BETWEEN = ""

_SEVERITIES = {ERROR: "error", WARNING: "warning", NOTE: "info"}


def tail(run: Run) -> str:
    """The end of the document."""
    return "</checkstyle>\n"


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One `file`, with an `error` for each finding."""
    if not findings:
        return []
    errors = "".join(_error(source, finding) for finding in findings)
    return [f"<file{attributes(name=source.path)}>\n{errors}</file>\n"]


def _error(source: Source, finding: Finding) -> str:
    line, column = source.line_column(finding.span.start)
    values = attributes(
        line=line,
        column=column,
        severity=_SEVERITIES[finding.severity],
        message="; ".join([finding.message, *finding.evidence]),
        source=f"newslint.{finding.rule}",
    )
    return f"  <error{values}/>\n"
