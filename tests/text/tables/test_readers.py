"""Readers of tables: rows in, articles out, in the same way from every format."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from newslint.core.errors import NewslintError
from newslint.text.tables import FORMATS, jsonlines
from newslint.text.tables.article import Columns, Place
from newslint.text.tables.streams import RowError
from tests.end_to_end.archive.tables import STORIES, WRITERS

COLUMNS = Columns("body", "title", "url")


def reader(name: str) -> Any:
    ending = next(part for part in name.split(".")[1:] if part in FORMATS)
    return import_module(f"newslint.text.tables.{FORMATS[ending]}")


@pytest.mark.parametrize("name", WRITERS)
def test_rows_are_articles_in_order(folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    reader(name).check(name, COLUMNS)
    found = list(reader(name).articles(name, 3, COLUMNS, 0))
    assert [(a.id, a.title, a.text) for a in found] == [
        (story["url"], story["title"], story["body"]) for story in STORIES
    ]
    assert [article.place for article in found] == [Place(3, row) for row in range(len(STORIES))]
    assert not any(article.fault for article in found)
    later = list(reader(name).articles(name, 3, COLUMNS, 2))
    assert [article._replace(read=0) for article in later] == [found[2]._replace(read=0)]


@pytest.mark.parametrize("name", WRITERS)
def test_a_copy_has_other_texts_in_some_rows(folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    out = BytesIO()
    reader(name).rewrite(name, out, lambda row: {"title": "Noisy day"} if row == 1 else {})
    plain = name.removesuffix(".gz").removesuffix(".zst")
    Path("copy").mkdir()
    Path("copy", plain).write_bytes(out.getvalue())
    found = reader(plain).articles(f"copy/{plain}", 0, COLUMNS, 0)
    titles = [story["title"] for story in STORIES]
    assert [article.title for article in found] == [titles[0], "Noisy day", titles[2]]


@pytest.mark.parametrize("name", WRITERS)
def test_a_column_that_is_not_there_is_named(folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    with pytest.raises(NewslintError, match=f"{name}: no 'text' among url, title, body, views"):
        reader(name).check(name, Columns("text"))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b'{"url": \n', b'"', b"PAR1"])
def test_what_is_no_table_is_one_fault_at_most(folder: Path, name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    found = list(reader(name).articles(name, 0, COLUMNS, 0))
    assert all(article.fault and not article.text for article in found)
    assert len(found) <= 1


@pytest.mark.parametrize("name", [name for name in WRITERS if "warc" not in name])
def test_rows_have_all_columns_and_their_lines(folder: Path, name: str) -> None:
    WRITERS[name](name, STORIES)
    found = list(reader(name).rows(name))
    assert [row["body"] for _, row in found] == [story["body"] for story in STORIES]
    lines = [line for line, _ in found]
    assert lines == sorted(set(lines))
    assert lines[0] in (1, 2)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"name\nx\ny\n\xff\nz\n", "not UTF-8 text"),
        ("a.csv", b'name\nx\ny\n"z', "not valid CSV: unexpected end of data"),
        ("a.jsonl", b'{"a": 1}\n\n{"a": 2}\n{"a"\n', "not valid JSON: "),
        ("a.jsonl", b'{"a": 1}\n\n{"a": 2}\n"\xff"\n', "not UTF-8 text"),
        ("a.jsonl", b'{"a": 1}\n\n{"a": 2}\n[3]\n', "not a JSON object"),
    ],
)
def test_a_broken_row_is_told_by_its_line_after_the_rows_before_it(
    folder: Path, name: str, data: bytes, reason: str
) -> None:
    Path(name).write_bytes(data)
    found: list[object] = []
    with pytest.raises(RowError) as caught:
        found.extend(reader(name).rows(name))
    assert (caught.value.line, len(found)) == (4, 2)
    assert caught.value.reason.startswith(reason)


def test_a_key_that_stands_twice_is_an_error_only_if_keys_are_unique(folder: Path) -> None:
    Path("a.jsonl").write_text('{"a": 1, "b": 2, "b": 3}\n')
    assert list(jsonlines.rows("a.jsonl")) == [(1, {"a": 1, "b": 3})]
    with pytest.raises(RowError, match="'b' stands twice"):
        list(jsonlines.rows("a.jsonl", unique=True))


def test_an_array_with_one_object_a_line_is_read_like_json_lines(folder: Path) -> None:
    Path("a.json").write_text('[\n{"a": 1},\n{"a": 2}\n]\n')
    assert list(jsonlines.rows("a.json", array=True)) == [(2, {"a": 1}), (3, {"a": 2})]
