"""The schema of names books: as committed, and of what the reader reads."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
import yaml

from newslint.authoring.names_schema import as_text, names_schema
from newslint.book.names_reader import COLUMNS, NAME_KINDS
from tests.builders import invoke
from tests.conftest import ROOT

names = partial(invoke, "names")


def test_the_schema_is_as_it_was_committed() -> None:
    """`newslint names schema > docs/names.schema.json` writes it anew."""
    assert (ROOT / "docs" / "names.schema.json").read_text(encoding="utf-8") == as_text(
        names_schema()
    )
    assert names("schema").stdout == as_text(names_schema())


def test_the_schema_has_the_keys_and_kinds_of_the_reader() -> None:
    entry, words = names_schema()["items"]["anyOf"]
    assert list(words["properties"]) == ["words"]
    assert tuple(entry["properties"]) == COLUMNS
    assert entry["properties"]["kind"]["enum"] == list(NAME_KINDS)
    assert all(value["description"] for value in entry["properties"].values())


@pytest.mark.slow
def test_the_shipped_book_has_the_types_of_the_schema() -> None:
    sorts: dict[str, Any] = {
        "array": list,
        "object": dict,
        "string": str,
        "number": (int, float),
        "boolean": bool,
    }
    properties = names_schema()["items"]["anyOf"][0]["properties"]
    for path in (ROOT / "rules" / "names" / "places").glob("*.yaml"):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            for key, value in entry.items():
                wanted = properties[key].get("type", "string")
                known = [wanted] if isinstance(wanted, str) else wanted
                assert any(isinstance(value, sorts[sort]) for sort in known), (path, entry)
