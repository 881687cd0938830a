"""Write rows, which are lines of JSON, as a table in the format that its name says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from newslint.core.errors import NewslintError, SourceError, os_error_reason
from newslint.core.optional import load
from newslint.storage.atomic_write import write_output
from newslint.text.source import suffix
from newslint.text.tables.article import whole

FORMATS = ("parquet", "jsonl", "csv")

TOGETHER = 50_000
"""Rows of a row group; so many are in memory at a time."""


OFFSETS, COUNTS, LISTS = ("start", "end"), ("articles", "words"), ("evidence", "examples")
"""Columns that hold numbers or lists."""


PER_1000_WORDS, SHARE = "_per_1000_words", "share_"
"""The suffix of rates and the prefix of shares (0 to 1): columns of decimal numbers."""


def check(path: str) -> None:
    """Raise a NewslintError if no table can be written to `path`."""
    if suffix(path) not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise NewslintError(f"{path}: tables are written as {known}")
    if suffix(path) == "parquet":
        load("pyarrow.parquet", "archive", "Parquet")
    if not Path(path).parent.is_dir():
        raise NewslintError(f"{path}: no such folder")


def write(fields: Sequence[str], rows: Path, path: str) -> None:
    """Write rows as a table with the columns `fields`; `path` is replaced at the end."""
    try:
        with rows.open("rb") as lines, write_output(path) as out:
            match suffix(path):
                case "jsonl":
                    shutil.copyfileobj(lines, out)
                case "csv":
                    _write_csv(fields, lines, out)
                case _:
                    _write_parquet(fields, lines, out)
    except OSError as error:
        raise SourceError(path, f"cannot be written: {os_error_reason(error)}") from None


def schema(fields: Sequence[str]) -> Any:
    """The types of a table's columns, as Arrow has them."""
    arrow = load("pyarrow", "archive", "Parquet")
    kinds = {name: arrow.string() for name in fields}
    kinds |= {name: arrow.float64() for name in fields if is_decimal(name)}
    kinds |= {name: arrow.int32() for name in OFFSETS}
    kinds |= {name: arrow.int64() for name in COUNTS}
    kinds |= {name: arrow.list_(arrow.string()) for name in LISTS}
    return arrow.schema([(name, kinds[name]) for name in fields])


def is_decimal(column: str) -> bool:
    """Whether a column holds a rate or a share."""
    return column.endswith(PER_1000_WORDS) or column.startswith(SHARE)


def _write_csv(fields: Sequence[str], lines: IO[bytes], out: IO[bytes]) -> None:
    import csv
    import io

    text = io.TextIOWrapper(out, "utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(fields)
    for line in lines:
        row = json.loads(line)
        writer.writerow("; ".join(v) if isinstance(v, list) else v for v in map(row.get, fields))
    text.detach()


def _write_parquet(fields: Sequence[str], lines: IO[bytes], out: IO[bytes]) -> None:
    arrow, parquet = (load(m, "archive", "Parquet") for m in ("pyarrow", "pyarrow.parquet"))
    types = schema(fields)
    with parquet.ParquetWriter(out, types, compression="zstd") as writer:
        while group := [_whole(json.loads(line)) for line in islice(lines, TOGETHER)]:
            writer.write_table(arrow.Table.from_pylist(group, types))


def _whole(row: Mapping[str, object]) -> dict[str, object]:
    """The row with whole characters, as Arrow needs it."""
    return {name: whole(value) if isinstance(value, str) else value for name, value in row.items()}
