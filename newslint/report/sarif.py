"""The SARIF report: what GitHub, GitLab and Azure read into their lists of findings.

SARIF 2.1.0 (OASIS, 2020). Columns and offsets count code points, as everywhere in newslint; each
result is known again by its letters and the words around them, wherever it moves.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from newslint.core.documentation import page_of
from newslint.core.fingerprint import entries_of
from newslint.core.version import __version__
from newslint.report.ci_paths import in_project
from newslint.report.disarm import as_json

if TYPE_CHECKING:
    from newslint.core.finding import Finding, Fix, Span
    from newslint.core.rule import Rule
    from newslint.report.format import Run, TerminalStyle
    from newslint.text.source import Source


SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

HEAD = (
    f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n'
    '{"columnKind": "unicodeCodePoints", "results": [\n'
)

BETWEEN = ",\n"

FINGERPRINT = "newslint/v1"


def tail(run: Run) -> str:
    """The end: the tool, and a description of each rule."""
    driver = {
        "name": "newslint",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in run.rules()],
    }
    return f'\n], "tool": {as_json({"driver": driver})}}}\n]}}\n'


def render(source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
    """One result for each finding."""
    entries = entries_of(findings, source.text)
    return [
        as_json(_result(source, finding, entry.key))
        for finding, entry in zip(findings, entries, strict=True)
    ]


def _rule(rule: Rule) -> dict[str, Any]:
    help_text = rule.why or rule.message
    page = page_of(rule.id)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": help_text},
        **({"helpUri": page} if page else {}),
        "help": {"text": f"{help_text}\nTo silence it: --ignore {rule.id}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.area]},
    }


def _result(source: Source, finding: Finding, fingerprint: str) -> dict[str, Any]:
    artifact = {"uri": quote(os.fsencode(in_project(source.path)))}
    message = "\n".join([finding.message, *finding.evidence])
    place = {"artifactLocation": artifact, "region": _region(source, finding.span)}
    result = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.fix is not None:
        result["fixes"] = [_fix(source, finding.fix, artifact)]
    return result


def _fix(source: Source, fix: Fix, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"{fix.applicability} fix"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _region(source: Source, span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = map(source.line_column, span)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
