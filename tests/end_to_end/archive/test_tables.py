"""Tables of articles in, the same findings out, in every format."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.end_to_end.archive.tables import STORIES, WRITERS, read, write_csv, write_jsonl


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_rows(archive: Run, folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    done = archive(name, "-o", "found.jsonl")
    assert (done.exit_code, done.stderr) == (0, "Wrote 3 findings in 3 articles to found.jsonl.\n")
    rows = read("found.jsonl")
    stories = {story["url"]: story for story in STORIES}
    for row in rows:
        assert stories[row["article"]][row["column"]][row["start"] : row["end"]] == row["text"]
    assert [(row["column"], row["rule"], row["text"], row["suggestion"]) for row in rows] == [
        ("title", "names/inconsistent", "Harstom", "Harstorm"),
        ("body", "spelling/typo", "teh", "the"),
        ("body", "spelling/typo", "recieved", "received"),
    ]
    assert {path.name for path in Path().iterdir()} == {name, "found.jsonl", "found.errors.jsonl"}


@pytest.mark.parametrize("table", ["found.csv", "found.parquet"])
def test_every_table_has_the_same_rows(archive: Run, folder: Path, table: str) -> None:
    if table.endswith("parquet"):
        pytest.importorskip("pyarrow")
    write_jsonl("a.jsonl", [*STORIES, {"url": 4, "title": None, "body": "teh \ud83d teh"}])
    archive("a.jsonl", "-o", "found.jsonl")
    done = archive("a.jsonl", "-o", table, "--errors", "bad.csv", "--language", "en")
    assert done.exit_code == 0
    found, expected = read(table), read("found.jsonl")
    assert [row.keys() for row in found] == [row.keys() for row in expected]
    assert [(row["article"], int(row["start"]), row["text"]) for row in found] == [
        (row["article"], row["start"], row["text"]) for row in expected
    ]
    assert Path("bad.csv").read_text() == "article,error\n"


@pytest.mark.parametrize("name", WRITERS)
def test_fixed_articles_keep_every_other_column(archive: Run, folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    copy = f"clean-{name}"
    archive(name, "-o", "found.jsonl", "--fixed", copy)
    archive(copy, "-o", "again.jsonl")
    assert read("again.jsonl") == []
    if name.endswith((".gz", ".zst")):
        return
    before, after = read(name), read(copy)
    assert [story["title"] for story in after] == [
        "Harstorm to lead ferry inquiry",
        *(story["title"] for story in before[1:]),
    ]
    for old, new in zip(before, after, strict=True):
        assert old.keys() == new.keys()
        assert (old["url"], old["views"]) == (new["url"], new["views"])
    assert after[1] == before[1]


def test_a_fixed_line_of_json_changes_in_its_text_alone(archive: Run, folder: Path) -> None:
    lines = (
        '{"url":"a",  "views": 1.500, "body": "Zo\\u00eb said teh end\\n", "title": ""}\r\n'
        "\n"
        '{"url":"b", "score": NaN, "title": "The", "body": "It was teh “end”"}\n'
        "not json\n"
    )
    Path("a.jsonl").write_bytes(lines.encode())
    archive("a.jsonl", "-o", "found.jsonl", "--fixed", "clean.jsonl")
    expected = lines.replace("teh", "the")
    assert Path("clean.jsonl").read_bytes().decode() == expected


def test_several_inputs_are_one_archive(archive: Run, folder: Path) -> None:
    write_jsonl("a.jsonl", STORIES[:1])
    write_csv("b.csv", STORIES[1:])
    archive("a.jsonl", "b.csv", "-o", "found.jsonl", "--fixed", "clean")
    assert [row["text"] for row in read("found.jsonl")] == ["Harstom", "teh", "recieved"]
    assert {path.name for path in Path("clean").iterdir()} == {"a.jsonl", "b.csv"}


def test_objects_of_json_may_lack_what_is_empty(archive: Run, folder: Path) -> None:
    write_jsonl("a.jsonl", [*STORIES, {"body": "It was teh end"}])
    archive("a.jsonl", "-o", "found.jsonl", "--fixed", "clean.jsonl")
    assert read("found.jsonl")[-1]["article"] == "a.jsonl:4"
    assert read("clean.jsonl")[-1] == {"body": "It was the end"}


def test_a_missing_extra_is_one_line(
    archive: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl("a.jsonl", STORIES)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = archive("a.jsonl", "-o", "b.parquet")
    said = "Parquet needs pyarrow, which is not here (pip install 'newslint[archive]')"
    assert done.stderr.startswith(f"error: {said}")
    assert archive("a.jsonl", "-o", "b.csv").exit_code == 0
