"""Read the rows of a list of names, each with its line: CSV, JSON Lines, JSON or Parquet.

One row at a time, since a file may be larger than memory. JSON is an array that has one object a
line, as the dumps of Wikidata are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.core.errors import BookError
from newslint.core.place import Where
from newslint.text.tables import jsonlines
from newslint.text.tables.reading import ending_of, is_table, reader_of
from newslint.text.tables.streams import RowError

Row = tuple[int, dict[str, Any]]

DUMP = "json"
"""The ending of a dump of Wikidata."""


def read_table(path: str) -> Iterator[Row]:
    """The rows of the file at `path`, each with its line; BookError where one cannot be read."""
    ending = ending_of(path)
    reader: Any = None
    if is_table(path) or ending == DUMP:
        reader = jsonlines if ending == DUMP else reader_of(path)
    if not hasattr(reader, "rows"):
        hint = "known: .csv, .tsv, .jsonl and, for a dump of Wikidata, .json, also packed; .parquet"
        raise BookError(path, "what it holds is not said by its ending", hint)
    try:
        yield from jsonlines.rows(path, array=True) if ending == DUMP else reader.rows(path)
    except RowError as error:
        raise BookError(Where(path, error.line), error.reason) from None
    except reader.FAULTS as error:
        raise BookError(path, reader.error_text(error)) from None
