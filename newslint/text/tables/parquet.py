"""Parquet, one row group after the other; of a row group, only the columns that are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from newslint.core.errors import SourceError
from newslint.core.optional import load
from newslint.text.source import size
from newslint.text.tables.article import (
    Article,
    Columns,
    Place,
    Rows,
    Texts,
    from_row,
    refuse_unknown,
)

pa: Any = load("pyarrow", "archive", "Parquet")

pq: Any = load("pyarrow.parquet", "archive", "Parquet")

FAULTS = (OSError, pa.ArrowException)

TOGETHER = 500
"""Rows that are in memory at a time."""


def check(path: str, columns: Columns) -> None:
    """Check that the file has the wanted columns."""
    with _opened(path) as file:
        refuse_unknown(columns, file.schema_arrow.names, path)


def articles(path: str, file: int, columns: Columns, skip: int) -> Rows:
    """The articles after the first `skip`; row groups before them are not read."""
    row = 0
    try:
        with _opened(path) as table:
            total, bytes_ = max(table.metadata.num_rows, 1), size(path)
            for group in range(table.num_row_groups):
                length = table.metadata.row_group(group).num_rows
                if row + length <= skip:
                    row += length
                    continue
                for batch in table.iter_batches(TOGETHER, [group], columns.wanted):
                    for values in batch.to_pylist():
                        if row >= skip:
                            where = f"{path}:{row + 1}"
                            article = from_row(values, columns, Place(file, row), where)
                            yield article._replace(read=bytes_ * (row + 1) // total)
                        row += 1
    except SourceError as error:
        yield Article(Place(file, row), path, fault=error.reason, whole=True)
    except FAULTS as error:
        yield Article(Place(file, row), path, fault=error_text(error), whole=True)


def rows(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """All rows, each with its number from 1 and its values by column."""
    with _opened(path) as table:
        batches = (batch.to_pylist() for batch in table.iter_batches(TOGETHER))
        yield from enumerate(chain.from_iterable(batches), 1)


def rewrite(path: str, out: IO[bytes], texts: Texts) -> None:
    """Write a copy with new texts in some rows, with the same row groups and types."""
    row = 0
    with _opened(path) as table, pq.ParquetWriter(out, table.schema_arrow) as writer:
        for group in range(table.num_row_groups):
            found = table.read_row_group(group)
            news = ((at, texts(at)) for at in range(row, row + len(found)))
            changed = {at: new for at, new in news if new}
            for name in {name for new in changed.values() for name in new}:
                at = found.schema.get_field_index(name)
                values = found.column(name).to_pylist()
                for place, new in changed.items():
                    values[place - row] = new.get(name, values[place - row])
                field = found.schema.field(at)
                found = found.set_column(at, field, pa.array(values, field.type))
            writer.write_table(found, row_group_size=max(len(found), 1))
            row += len(found)


def _opened(path: str) -> Any:
    """Open the file so that a row group is read in parts, to bound memory."""
    try:
        return pq.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
    except pa.ArrowInvalid as error:
        raise SourceError(path, error_text(error)) from None


def error_text(error: Exception) -> str:
    """The message for an error: the first sentence of Arrow's own."""
    words = " ".join(str(error).split(". ")[0].split())
    return words[:1].lower() + words[1:]
