"""The JSON Schema of names files, by which editors complete and check them.

It says less than reading the file does (that a misspelling is no alias, say), and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.book.names_reader import COLUMNS, LISTS, NAME_KINDS, WORDS

SCALAR = {"type": ["string", "number", "boolean"]}
"""Every value of a book is read as text: 1984 is a title, and No a surname."""


SAID = {
    "name": "The spelling the desk wants.",
    "kind": "What it is the name of; a person, if nothing is said.",
    "aliases": "Other spellings that are right: never reported.",
    "misspellings": "Spellings that are wrong, of the name or of a part: reported, and fixed.",
    "instead_of": "Spellings that others use and this desk does not.",
    "distinct": "Neighbours who are somebody else: one is never taken for the other.",
    "note": "Who or what that is, for whoever reads the book or a report.",
    "words": "Ordinary words, and phrases of them, that are right.",
}


def names_schema() -> dict[str, Any]:
    """The schema of a names file in YAML; an entry of it is also a line of JSON Lines."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "newslint names book",
        "description": "Canonical names, and what the desk has ruled on their spellings.",
        "type": "array",
        "items": {"anyOf": [_object(COLUMNS, "name"), _object((WORDS,), WORDS)]},
    }


def _object(keys: Sequence[str], required: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {key: {"description": SAID[key], **_values(key)} for key in keys},
        "required": [required],
        "additionalProperties": False,
    }


def as_text(schema: dict[str, Any]) -> str:
    """A schema as a file has it."""
    import json

    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _values(key: str) -> dict[str, Any]:
    if key in (*LISTS, WORDS):
        return {"type": "array", "items": SCALAR}
    if key == "kind":
        return {"enum": list(NAME_KINDS)}
    return dict(SCALAR)
