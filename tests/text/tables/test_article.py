"""An article of a row, and what there is to say of one that holds none."""

from __future__ import annotations

import pytest

from newslint.text.tables import article
from newslint.text.tables.article import Columns, Place, from_row

COLUMNS = Columns("body", "title", "url", "day", "paper")
ROW = {"url": 7, "title": "Quiet", "body": "Zoë stayed in.", "day": "2024-05-01", "paper": None}
PLACE = Place(0, 4)


def test_columns_are_wanted_once_and_in_order() -> None:
    assert COLUMNS.wanted == ["url", "day", "paper", "title", "body"]
    assert Columns("body", "body", "url", source="url").wanted == ["url", "body"]


def test_a_row_with_everything() -> None:
    found = from_row(ROW, COLUMNS, PLACE, "a.csv:6")
    assert (found.place, found.id, found.title, found.text) == (PLACE, "7", "Quiet", ROW["body"])
    assert (found.date, found.source, found.fault) == ("2024-05-01", "", "")


def test_a_row_without_an_id_is_called_by_its_place() -> None:
    assert from_row(ROW | {"url": None}, COLUMNS, PLACE, "a.csv:6").id == "a.csv:6"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"body": 7}, "what is in 'body' is no text (int)"),
        ({"title": ["Quiet"]}, "what is in 'title' is no text (list)"),
        ({"body": "x" * 101}, "longer than 100 letters"),
        ({"url": "x" * 101}, "its id, date or source is longer than 100 letters"),
    ],
)
def test_a_row_that_holds_no_article(
    change: dict[str, object], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("LONGEST", "LONGEST_LABEL"):
        monkeypatch.setattr(article, limit, 100)
    found = from_row(ROW | change, COLUMNS, PLACE, "a.csv:6")
    assert (found.place, found.title, found.text, found.fault) == (PLACE, "", "", fault)


def test_a_row_that_lacks_its_text() -> None:
    found = from_row({"title": "Quiet"}, COLUMNS, PLACE, "a.jsonl:6")
    assert (found.id, found.fault) == ("a.jsonl:6", "there is no 'body' in it")
