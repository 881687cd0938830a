"""JSON and tables: copy is found by its keys, read through its escapes, and changed in place."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.text.formats.reading import articles
from newslint.text.prose import OBJECT
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples

NINJS_1 = r"""{
  "uri": "http://example.org", "type": "text", "language": "en-GB", "slugline": "teh-slug",
  "headline": "Harbour \u201copen\u201d",
  "body_html": "<p>Ann Lee<\/p>\n<p>Caf\u00e9 &amp; bar</p>",
  "body_text": "One.\n\nTwo.", "byline": "By Bo Oak", "keywords": ["harbour", "Ann Lee"],
  "subject": [{"code": "teh", "name": "Shipping"}], "wordcount": 1e400, "versioncreated": null,
  "associations": {"featureimage": {"type": "picture", "description_text": "Ann Lee waves.",
    "renditions": {"web": {"href": "http://example.org/a.jpg", "title": "x", "name": "teh"}}}}
}"""

NINJS_2 = """{"headlines": [{"role": "main", "value": "Harbour opens"}],
  "bodies": [{"contenttype": "text/html", "charcount": 9, "value": "<p>Ann</p>"}],
  "descriptions": [{"value": "A day out"}], "people": [{"name": "Ann Lee", "uri": "teh"}]}"""

ANS = """{"type": "story", "version": "0.10.9", "headlines": {"basic": "Harbour opens"},
  "content_elements": [
    {"type": "text", "_id": "teh", "content": "Ann <b>Lee</b> came."},
    {"type": "raw_html", "content": "<teh>teh</teh>"},
    {"type": "list", "items": [{"type": "text", "content": "One"}]},
    {"type": "image", "caption": "Ann waves", "alt_text": "A woman", "url": "http://teh"}],
  "taxonomy": {"tags": [{"text": "Shipping", "slug": "teh"}]}, "canonical_url": "/teh"}"""


def texts(text: str, path: str = "a.json", *chosen: str) -> list[str]:
    return [prose.text for prose in articles(Source.from_text(text, path), chosen)]


def test_an_item_of_a_wire_is_one_article() -> None:
    assert texts(NINJS_1) == [
        "Harbour “open”\n\nAnn Lee\n\nCafé & bar\n\nOne.\n\nTwo.\n\nBy Bo Oak\n\nharbour\n\n"
        "Ann Lee\n\nShipping\n\nAnn Lee waves.\n\nx"
    ]
    assert texts(NINJS_2) == ["Harbour opens\n\nAnn\n\nA day out\n\nAnn Lee"]
    assert texts(ANS) == [
        "Harbour opens\n\nAnn Lee came.\n\nOne\n\nAnn waves\n\nA woman\n\nShipping"
    ]


@pytest.mark.parametrize(
    ("text", "path", "read_as"),
    [
        ('[{"title": "One"}, {"title": "Two"}]', "a.json", ["One", "Two"]),
        ('{"title": "Feed", "items": [{"title": "One"}]}', "a.json", ["Feed", "One"]),
        ('{"data": {"items": [{"title": "One"}, {"title": "Two"}]}}', "a.json", ["One", "Two"]),
        ('{"response": {"docs": [{"title": "One"}, {"body": "2"}]}}', "a.json", ["One", "2"]),
        ('{"item": [{"title": "One"}, {"title": "Two"}]}', "a.json", ["One", "Two"]),
        ('{"items": {"title": "One", "body": "Two"}}', "a.json", ["One\n\nTwo"]),
        ('{"title": "One", "gallery": {"items": [{"caption": "Two"}]}}', "a.json", ["One\n\nTwo"]),
        ('{"content_elements": [{"headlines": {"basic": "A"}, "content_elements": '
         '[{"content": "B"}]}, {"title": "C"}], "type": "results"}', "a.json", ["A\n\nB", "C", ""]),
        ('{"response": {"language": "fr", "docs": [{"title": "Un"}]}}', "a.json", ["", ""]),
        ('[{"title": {"rendered": "A &#038; B"}, "content": {"rendered": "<p>C</p>"}}]', "a.json",
         ["A & B\n\nC"]),
        ('{"articleBody": "A", "description_caption": "B", "headline": {"main": "C"}, "raw": ""}',
         "a.json", ["A\n\nB\n\nC"]),
        ('{"title": "One"}\r\n\n{"body": "Two"}', "a.jsonl", ["One", "Two"]),
        ('{"title": "One"}\n{"x": "Two"}\n', "a.ndjson", ["One", ""]),
        ('"bare"', "a.json", [""]),
        ("[]", "a.json", []),
        ('{"title": "Un", "language": "fr"}', "a.json", [""]),
        ('{"body": "see <img alt=\\"A\\"> it"}', "a.json", [f"see {OBJECT} it\n\nA"]),
        ('{"body": "5 < 6 & 7 > 2"}', "a.json", ["5 < 6 & 7 > 2"]),
        ("id,Title,Body Text\n1,One,Two\n2,Three\n", "a.csv", ["One\n\nTwo", "Three"]),
        ('title;x\r\n"Say ""so""\n<b>A</b>";1', "a.csv", ['Say "so" A']),
        ("x\ttitle\r1\tOne", "a.tsv", ["One"]),
        ("sep=;\r\ntitle;x\r\nOne, two;1\r\n", "a.csv", ["One, two"]),
        ("id,name\n1,Bo\n", "a.csv", []),
        ("", "a.csv", []),
    ],
)  # fmt: skip
def test_prose(text: str, path: str, read_as: list[str]) -> None:
    assert texts(text, path) == read_as


def test_a_desk_chooses_its_own_fields() -> None:
    assert texts('{"title": "No", "Copy": {"html": "Yes"}, "x": ["no"]}', "a.json", "Copy") == [
        "Yes"
    ]
    assert texts("title,Copy\nNo,Yes\n", "a.csv", "Copy") == ["Yes"]


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('{"a": 1,}', "a.json", "not valid JSON: line 1, column 9"),
        ('{"a":}', "a.json", "not valid JSON: line 1, column 6"),
        ('{"a": "b\n"}', "a.json", "not valid JSON: line 1, column 7"),
        ("\n[1 2]", "a.json", "not valid JSON: line 2, column 4"),
        ("[NaN]", "a.json", "not valid JSON: line 1, column 2"),
        ("", "a.json", "not valid JSON: line 1, column 1"),
        ("[1}", "a.json", "not valid JSON: line 1, column 3"),
        ('{"a": 1} x', "a.json", "not valid JSON: line 1, column 10"),
        ('{"a": 1}\n{"a"', "a.jsonl", "not valid JSON: line 2, column 5"),
        ("[" * 3000, "a.json", "nested more than 2000 deep: line 1, column 2001"),
        ('title,b\n1,"2', "a.csv", "not valid CSV: line 2, column 3"),
        ('title,b\n"1"x,2', "a.csv", "not valid CSV: line 2, column 1"),
    ],
)
def test_what_is_not_valid_is_refused_with_its_place(text: str, path: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        texts(text, path)
    assert caught.value.reason == said


def test_numbers_and_depth_are_of_no_account() -> None:
    assert texts('{"n": %s, "title": "One"}' % ("9" * 100_000)) == ["One"]
    assert texts('{"title": ' * 1000 + '"deep"' + "}" * 1000) == ["deep"]
    assert texts('{"__proto__": {"title": "One"}, "title": "Two"}') == ["One\n\nTwo"]


def test_fixes_keep_format_order_and_escapes(newslint: Run, desk: str, tmp_path: Path) -> None:
    cases = {
        "a.json": '{ "b":1.0,  "title": "H\\u0061rstom\\/c\\u00e9",\t"body":"Har<b>stom"}\r\n',
        "b.jsonl": '{"title":"Harstom"}\n\n{"title":"Harst\\u006Fm \\"so\\"", "title":"x"}',
        "c.csv": 'id,title\r\n1,"Lena ""Harstom"" "\r\n2,Harstom\r\n',
    }
    for name, text in cases.items():
        (tmp_path / name).write_bytes(text.encode())
    paths = [str(tmp_path / name) for name in cases]
    before = json.loads(newslint("--names", desk, "--output-format", "json", *paths).stdout)
    diff = newslint("--names", desk, "--diff", *paths).stdout
    assert newslint("--names", desk, "--fix", *paths).exit_code == 0
    fixed = {name: (tmp_path / name).read_bytes().decode() for name in cases}
    assert fixed == {
        "a.json": '{ "b":1.0,  "title": "Harstorm\\/c\\u00e9",\t"body":"Har<b>storm"}\r\n',
        "b.jsonl": '{"title":"Harstorm"}\n\n{"title":"Harstorm \\"so\\"", "title":"x"}',
        "c.csv": 'id,title\r\n1,"Lena ""Harstorm"" "\r\n2,Harstorm\r\n',
    }
    for name, text in cases.items():
        assert by_others(text, [f for f in before if f["path"].endswith(name)]) == fixed[name]
        assert all(
            "+" + line.strip("\r") in diff for line in fixed[name].split("\n") if "torm" in line
        )


def by_others(text: str, findings: list[dict[str, Any]]) -> str:
    """What somebody who knows nothing of newslint makes of its JSON."""
    edits = [edit for f in findings if f["fix"] for edit in f["fix"]["edits"]]
    for edit in sorted(edits, key=lambda edit: -edit["start"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    return text


def step_to(value: Any, pointer: str) -> Any:
    """What a JSON Pointer leads to, by the letter of RFC 6901."""
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        value = value[int(key) if isinstance(value, list) else key]
    return value


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_place_is_given_as_pointer_and_offsets_too(newslint: Run, desk: str, name: str) -> None:
    items = [
        {"x": 1, "elements": [{"content": 'Zo\xeb \U0001f989 "said" <b>Harstom</b>.'}]},
        {"a/b~c": {"title": "Harstom"}, "body": "<p>Har<b>stom</b> and Harst&#111;m.</p>"},
    ]
    lines = [json.dumps(item) for item in items]
    text = "\n\n".join(lines) if name == "a.jsonl" else f"[{', '.join(lines)}]"
    args = ("--names", desk, "--output-format", "json", "--stdin-filename", name, "-")
    values = [finding["value"] for finding in json.loads(newslint(*args, stdin=text).stdout)]
    within = ["", "", "", ""] if name == "a.jsonl" else ["/0", "/1", "/1", "/1"]
    pointers = ["/elements/0/content", "/a~1b~0c/title", "/body", "/body"]
    assert [v["pointer"] for v in values] == [a + b for a, b in zip(within, pointers, strict=True)]
    said = [step_to(item, p) for item, p in zip([items[0], *[items[1]] * 3], pointers, strict=True)]
    stretches = [s[v["start"] : v["end"]] for s, v in zip(said, values, strict=True)]
    assert stretches == ["Harstom", "Harstom", "", "Harst&#111;m"]
    silenced = newslint(*args, stdin='{"newslint": "ignore", "title": "x"}').stdout
    assert [finding["value"] for finding in json.loads(silenced)] == [None]


def test_a_name_spelt_otherwise_in_the_caption_is_found(newslint: Run) -> None:
    item = {
        "headline": "Halvarsen opens the harbour",
        "body": "Ingrid Halvarsen came. Halvarsen spoke. Halvarsen left.",
        "caption": "Ingrid Havlarsen waves.",
    }
    args = ("--stdin-filename", "a.json", "--output-format", "concise", "-")
    assert "names/inconsistent" in newslint(*args, stdin=json.dumps(item)).stdout
    rows = [{key: text} for key, text in item.items()]
    assert "names/inconsistent" not in newslint(*args, stdin=json.dumps(rows)).stdout


def test_a_key_silences_a_line_or_a_file(newslint: Run, desk: str) -> None:
    def status(text: str, name: str) -> int:
        return newslint("--names", desk, "--stdin-filename", name, "-", stdin=text).exit_code

    assert status('{"newslint": "ignore-file[names]",\n "title": "Harstom"}', "a.json") == 0
    assert status('{"newslint":"ignore", "title": "Harstom"}\n', "a.jsonl") == 0
    assert status('{"newslint":"ignore"}\n{"title": "Harstom"}\n', "a.jsonl") == 1


@examples(100)
@given(st.lists(st.text(alphabet='ab"é,;\r\n ', max_size=6), min_size=1, max_size=4))
def test_pythons_csv_agrees(bodies: list[str]) -> None:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([["x", "body"], *([str(at), body] for at, body in enumerate(bodies))])
    assert texts(file.getvalue(), "a.csv") == [body if body.strip() else "" for body in bodies]


@examples(200)
@given(
    st.text(alphabet='{}[]":,\\u00e9<b>&amp; \n', max_size=30).map('{"title":"'.__add__)
    | st.text(alphabet='title,;"\n\r<b>&', max_size=30).map("title,x\n".__add__),
    st.sampled_from(["a.json", "a.jsonl", "a.csv"]),
)
def test_every_place_is_right(text: str, path: str) -> None:
    source = Source.from_text(text, path)
    with suppress(SourceError):
        for prose in articles(source):
            for run in prose.runs:
                if not run.decoded:
                    assert text[slice(*run.span)] == prose.text[run.at : run.end]
                assert prose.to_source(Span(run.at, run.end)) == run.span
