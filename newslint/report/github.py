"""The GitHub report: workflow commands that become annotations on a pull request.

GitHub shows ten annotations of a severity a step. So one name misspelt all through an article is
one annotation that lists its lines, and what there is in all goes to the job's summary.
"""

# ruff: noqa: PTH123

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.core.errors import NewslintError, os_error_reason
from newslint.core.finding import ERROR, NOTE, WARNING
from newslint.report.ci_paths import in_project
from newslint.report.disarm import for_people
from newslint.report.summary import found_sentence, rule_counts
from newslint.report.terminal_text import SHOWN_IN_PAGES

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.report.format import Run, TerminalStyle
    from newslint.report.summary import Tally
    from newslint.text.source import Source


HEAD = BETWEEN = ""

_LEVELS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One workflow command for all places of one fault."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        fault = (finding.rule, *(finding.suggestions[:1] or (finding.text, finding.message)))
        alike.setdefault(fault, []).append(finding)
    return [_command(source, first, others) for first, *others in alike.values()]


def tail(run: Run) -> str:
    """Return nothing; append a summary to the job's file if GitHub names one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        _summarise(run.tally, path)
    return ""


def _summarise(tally: Tally, path: str) -> None:
    rows = [f"| {rule} | {number} | {safe or ''} |" for rule, number, safe in rule_counts(tally)]
    table = ["", "| rule | findings | safe fixes |", "| --- | --: | --: |", *rows] if rows else []
    lines = ["### newslint", "", found_sentence(tally), *table]
    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError as error:
        raise NewslintError(f"{path}: {os_error_reason(error)}") from None


def _command(source: Source, finding: Finding, others: Sequence[Finding]) -> str:
    line, column = source.line_column(finding.span.start)
    end_line, end_column = source.line_column(finding.span.end)
    place = {"file": in_project(source.path), "line": str(line), "endLine": str(end_line)}
    if line == end_line:  # GitHub takes columns only within one line
        place |= {"col": str(column), "endColumn": str(end_column)}
    place["title"] = f"newslint {finding.rule}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    also = _also(source, others)
    message = "\n".join([finding.message, *finding.evidence, *_suggestion(finding), *also])
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}\n"


def _suggestion(finding: Finding) -> list[str]:
    return [f"write: {finding.suggestions[0]}"] if finding.suggestions else []


def _also(source: Source, others: Sequence[Finding]) -> list[str]:
    """The other places of a fault: in line 12 (Harstom), in line 30 (Harstrom)."""
    where = (f"in line {source.line_column(o.span.start)[0]} ({o.text})" for o in others)
    return [f"also {', '.join(where)}"] if others else []


def _data(text: str) -> str:
    shown = for_people(text.translate(SHOWN_IN_PAGES))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
