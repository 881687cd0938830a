"""The JUnit report: XML in which each article is a suite, and each finding a test that failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.report.xml import attributes, escaped

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint">\n'

BETWEEN = ""


def tail(run: Run) -> str:
    """The end of the document."""
    return "</testsuites>\n"


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One `testsuite`, with a failed `testcase` for each finding."""
    if not findings:
        return []
    count = len(findings)
    suite = attributes(name=source.path, tests=count, failures=count, errors=0)
    cases = "".join(_case(source, finding) for finding in findings)
    return [f"<testsuite{suite}>\n{cases}</testsuite>\n"]


def _case(source: Source, finding: Finding) -> str:
    line, column = source.line_column(finding.span.start)
    where = f"line {line}, column {column}"
    name = f"{finding.rule} ({where})"
    case = attributes(name=name, classname=source.path, file=source.path, line=line)
    failure = attributes(message=finding.message, type=finding.severity)
    text = escaped("\n".join([f"{source.path}:{line}:{column}", *finding.evidence]))
    return f"  <testcase{case}><failure{failure}>{text}</failure></testcase>\n"
