"""The concise report: one line a finding, for people who know what to look for, and for grep."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.report.colour import Colours
from newslint.report.format import no_tail
from newslint.report.terminal_text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import TerminalStyle
    from newslint.text.source import Source


HEAD = BETWEEN = ""

tail = no_tail


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """`path:line:column: severity rule message`, a line each."""
    paint = Colours(look.colour, look.links)
    path = paint.strong(visible(source.path))
    return [
        f"{heading(path, source, finding, paint)} {visible(finding.message)}\n"
        for finding in findings
    ]


def heading(path: str, source: Source, finding: Finding, paint: Colours) -> str:
    """The place and the rule: the begin of a finding's first line in reports for people."""
    line, column = source.line_column(finding.span.start)
    severity = paint.severity(finding.severity, finding.severity)
    return f"{path}:{line}:{column}: {severity} {paint.rule(finding.rule)}"
