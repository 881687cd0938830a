"""GitLab's code quality report, read as a merge request does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from newslint.core.finding import NOTE
from newslint.text.source import Source
from tests.conftest import Run
from tests.report.builders import finding, slip, written

CODE_QUALITY = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "pattern": r"\A[^\n]+\Z"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"\A(?!\.{0,2}/)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    }
)
"""A finding as GitLab takes it. No package has a schema of that. GitLab's own, in
app/validators/json_schemas/codeclimate.json, asks for the keys but `check_name` and `lines`; its
documentation, in doc/ci/testing/code_quality.md, for these two, the severities and a relative
path; Code Climate's SPEC.md, on which both build, for a description of one line."""


def read_by_gitlab(report: bytes) -> list[dict[str, Any]]:
    """What a merge request shows: of findings with one fingerprint the last.

    GitLab stops at the first that it does not take, and says nothing; we do.
    """
    assert not report.startswith(b"\xef\xbb\xbf")  # a byte order mark is no JSON to it
    issues = json.loads(report)
    for issue in issues:
        CODE_QUALITY.validate(issue)
    return list({issue["fingerprint"]: issue for issue in issues}.values())


def test_gitlab_has_what_a_merge_request_shows(odd: Source) -> None:
    note = finding(odd, "Mrs", severity=NOTE)
    first, second = read_by_gitlab(written("gitlab", odd, [slip(odd), note]).encode())
    assert first["location"] == {"path": odd.path, "lines": {"begin": 1, "end": 1}}
    assert (first["severity"], second["severity"]) == ("major", "info")
    assert read_by_gitlab(written("gitlab", odd, []).encode()) == []


def test_gitlab_takes_every_finding_of_a_run(newslint: Run, folder: Path) -> None:
    stories = {
        "a.md": "The the clerk met\nmet. He recieved it.\n" * 3,
        "b.txt": "Harbor teh\n\nteh",
    }
    for name, text in stories.items():
        (folder / name).write_text(text)
    wanted = json.loads(newslint("--output-format", "json").stdout)
    shown = read_by_gitlab(newslint("--output-format", "gitlab").stdout_bytes)
    assert len(shown) == len(wanted) > 8
    for issue, found in zip(shown, wanted, strict=True):
        place = (issue["location"]["path"], issue["location"]["lines"]["begin"])
        assert place == (found["path"], found["start"]["line"])
