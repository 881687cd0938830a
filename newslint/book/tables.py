"""Tables: in comes a CSV, JSON Lines or JSON file, as it is or in gzip, out come its rows.

One at a time, each with its line: a file may be larger than memory. JSON is an array that has one
object a line, as the dumps of Wikidata are.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from newslint.errors import BookError, refusal
from newslint.rule import Where

LARGEST_CELL = 1 << 24
"""Letters that a cell of CSV may hold; Python's own limit is shorter than some articles."""

Row = tuple[int, dict[str, Any]]


class _UnreadableError(Exception):
    """A line that cannot be read, and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def suffix_of(path: str) -> str:
    """The ending that says how the file is read, whether or not it is compressed."""
    place = Path(path.lower())
    return place.with_suffix("").suffix if place.suffix == ".gz" else place.suffix


def read_table(path: str) -> Iterator[Row]:
    """The rows of the file at `path`, each with its line; BookError where one cannot be read."""
    line = 0
    try:
        with _opened(path) as text:
            for line, row in _csv_rows(text) if suffix_of(path) == ".csv" else _json_rows(text):
                yield line, row
    except (OSError, EOFError, zlib.error) as error:
        raise BookError(path, refusal(error)) from None
    except UnicodeDecodeError:
        raise BookError(Where(path, line + 1), "not UTF-8 text") from None
    except _UnreadableError as error:
        raise BookError(Where(path, error.line), str(error)) from None


def _opened(path: str) -> TextIO:
    if suffix_of(path) not in {".csv", ".jsonl", ".json"}:
        hint = "known: .csv, .jsonl, and .json for a dump of Wikidata, each also as .gz"
        raise BookError(path, "what it holds is not said by its ending", hint)
    if path.lower().endswith(".gz"):
        import gzip

        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return Path(path).open(encoding="utf-8-sig", newline="")


def _csv_rows(text: TextIO) -> Iterator[Row]:
    import csv

    csv.field_size_limit(LARGEST_CELL)
    rows, line = csv.reader(text, strict=True), 1
    try:
        header = next(rows, [])
        line = rows.line_num + 1
        for row in rows:
            if row:
                yield line, dict(zip(header, row, strict=False))
            line = rows.line_num + 1
    except csv.Error as error:
        raise _UnreadableError(line, f"not valid CSV: {error}") from None


def _json_rows(text: TextIO) -> Iterator[Row]:
    for number, line in enumerate(text, 1):
        row = line.strip().rstrip(",")
        if row in {"", "[", "]"}:
            continue
        try:
            found = json.loads(row)
        except (json.JSONDecodeError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            raise _UnreadableError(number, f"not valid JSON: {reason}") from None
        if not isinstance(found, dict):
            raise _UnreadableError(number, "each line is one JSON object")
        yield number, found
