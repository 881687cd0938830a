"""Read the rows of a CSV, JSON Lines, JSON or Parquet file, each with its line.

One row at a time, since a file may be larger than memory. JSON is an array that has one object a
line, as the dumps of Wikidata are.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from newslint.core.errors import BookError, os_error_text
from newslint.core.place import Where
from newslint.text.tables.csv_tsv import BrokenError, opened_table
from newslint.text.tables.jsonlines import object_of
from newslint.text.tables.reading import ending_of
from newslint.text.tables.streams import UNREADABLE, lines, opened

Row = tuple[int, dict[str, Any]]


def read_table(path: str) -> Iterator[Row]:
    """The rows of the file at `path`, each with its line; BookError where one cannot be read."""
    ending = ending_of(path)
    if ending not in _READERS:
        hint = "known: .csv, .tsv, .jsonl and, for a dump of Wikidata, .json, also packed; .parquet"
        raise BookError(path, "what it holds is not said by its ending", hint)
    try:
        yield from _READERS[ending](path)
    except UNREADABLE as error:
        raise BookError(path, os_error_text(error)) from None


def _rows(path: str) -> Iterator[Row]:
    try:
        with opened_table(path) as (_, names, rows):
            for line, row in rows:
                yield line, dict(zip(names, row, strict=False))
    except BrokenError as error:
        raise BookError(Where(path, error.line), error.reason) from None


def _objects(path: str) -> Iterator[Row]:
    with opened(path) as stream:
        for number, line in enumerate(lines(stream.data), 1):
            row = line and line.strip().rstrip(b",")
            if row in {b"", b"[", b"]"}:
                continue
            try:
                yield number, object_of(row)
            except ValueError as error:
                raise BookError(Where(path, number), str(error)) from None


def _columns(path: str) -> Iterator[Row]:
    parquet = import_module("newslint.text.tables.parquet")
    try:
        yield from enumerate(parquet.rows(path), 1)
    except parquet.FAULTS as error:
        raise BookError(path, parquet.error_text(error)) from None


_READERS = {"csv": _rows, "tsv": _rows, "jsonl": _objects, "json": _objects, "parquet": _columns}
"""The reader of a table by the ending of its name."""
