"""The GitLab report: a code quality artifact, which a merge request shows beside its lines."""

# pathlib would cost start-up time, hence the plain functions of os.
# ruff: noqa: PTH118
from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newslint.baseline import entries_of
from newslint.finding import ERROR, NOTE, WARNING
from newslint.report.json import BETWEEN, HEAD, tail

if TYPE_CHECKING:
    from newslint.baseline import Entry
    from newslint.finding import Finding
    from newslint.report import Look
    from newslint.source import Source

__all__ = ["BETWEEN", "HEAD", "render", "tail"]

_SEVERITIES = {ERROR: "major", WARNING: "minor", NOTE: "info"}


def render(source: Source, findings: Sequence[Finding], look: Look) -> list[str]:
    """One object a finding, in Code Climate's words."""
    path = in_project(source.path)
    entries = entries_of(findings, source.text)
    return [
        json.dumps(_issue(path, source, finding, entry), ensure_ascii=False)
        for finding, entry in zip(findings, entries, strict=True)
    ]


def in_project(path: str) -> str:
    """A path as GitLab looks for it: from the project's folder; one outside of it as it is.

    A job says where that is; without a job, it is the current folder. Runners may call it by a
    link, and the file by where that leads to, or the other way round; a link in it is a file of it.
    """
    project = os.environ.get("CI_PROJECT_DIR") or os.curdir
    folder, name = os.path.split(path)
    resolved = os.path.join(os.path.realpath(folder), name)
    for file, start in ((path, project), (resolved, os.path.realpath(project))):
        place = os.path.relpath(file, start)
        if place.split(os.sep, 1)[0] != os.pardir:
            return place.replace(os.sep, "/")
    return path.replace(os.sep, "/")


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
