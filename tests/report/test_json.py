"""JSON and JSON Lines: the shape that docs/json.md promises."""

from __future__ import annotations

import json

from newslint.text.source import Source
from tests.report.builders import finding, slip, written


def test_json_has_the_promised_shape(source: Source) -> None:
    assert json.loads(written("json", source, [slip(source)])) == [
        {
            "path": "ferry.txt",
            "rule": "names/inconsistent",
            "severity": "error",
            "message": "'Harstom' stands once",
            "text": "Harstom",
            "start": {"offset": 44, "line": 3, "column": 28},
            "end": {"offset": 51, "line": 3, "column": 35},
            "suggestions": ["Harstorm"],
            "evidence": ["count 1 against 1", "full name 'Lena Harstorm' in line 3"],
            "fix": {
                "applicability": "safe",
                "edits": [{"start": 44, "end": 51, "text": "Harstorm"}],
            },
        }
    ]


def test_json_of_several_or_none(source: Source) -> None:
    assert json.loads(written("json", source, [])) == []
    both = json.loads(written("json", source, [finding(source, "Ferry"), slip(source)]))
    assert [f["fix"] is None for f in both] == [True, False]


def test_json_leaves_letters_alone_and_counts_code_points() -> None:
    source = Source.from_text("👩‍🚒 Zoë Håkansson")
    said = written("json", source, [finding(source, "Håkansson")])
    assert "Håkansson" in said
    assert json.loads(said)[0]["start"] == {"offset": 8, "line": 1, "column": 9}


def test_jsonl_is_an_object_a_line(source: Source) -> None:
    lines = written("jsonl", source, [slip(source), slip(source)]).splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Harstom", "Harstom"]
    assert written("jsonl", source, []) == ""
