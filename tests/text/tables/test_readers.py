"""Readers of tables: rows in, articles out, in the same way from every format."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from newslint.core.errors import NewslintError
from newslint.text.tables import FORMATS
from newslint.text.tables.article import Columns, Place
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
