"""CSV and TSV, plain or packed: the first row names the columns."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TextIO

from newslint.core.errors import os_error_reason
from newslint.core.record import NamedTuple
from newslint.text.formats.csv_articles import DELIMITERS
from newslint.text.tables.article import (
    Article,
    Columns,
    Place,
    Rows,
    Texts,
    from_row,
    refuse_unknown,
)
from newslint.text.tables.streams import (
    LONGEST,
    TOO_LONG,
    UNREADABLE,
    RowError,
    Stream,
    opened,
)

FAULTS = (*UNREADABLE, RowError)


def check(path: str, columns: Columns) -> None:
    """Check that the first row names the wanted columns."""
    try:
        with opened_table(path) as (_, names, _rest):
            refuse_unknown(columns, names, path)
    except (EOFError, RowError):
        return  # reported when it is read


def articles(path: str, file: int, columns: Columns, skip: int) -> Rows:
    """The articles after the first `skip`."""
    row = 0
    try:
        with opened_table(path) as (stream, names, rows):
            for line, values in rows:
                if row >= skip:
                    found = dict(zip(names, values, strict=False))
                    article = from_row(found, columns, Place(file, row), f"{path}:{line}")
                    yield article._replace(read=stream.file.tell())
                row += 1
    except FAULTS as error:
        yield Article(Place(file, row), path, fault=error_text(error), whole=True)


def rows(path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """All rows, each with its line and its values by column."""
    with opened_table(path) as (_, names, rest):
        for line, values in rest:
            yield line, dict(zip(names, values, strict=False))


def rewrite(path: str, out: IO[bytes], texts: Texts) -> None:
    """Write a copy with new texts in some rows and every other value unchanged."""
    form = _form_of(path)
    written = io.TextIOWrapper(out, form.encoding, newline="", write_through=True)
    with opened_table(path) as (_, names, rows):
        writer = csv.writer(written, delimiter=form.delimiter, lineterminator=form.line_end)
        writer.writerow(names)
        for row, (_, values) in enumerate(rows):
            changed = texts(row)
            new = [changed.get(name, old) for name, old in zip(names, values, strict=False)]
            writer.writerow(new + values[len(new) :])
    written.detach()


Rest = Iterator[tuple[int, list[str]]]


class Form(NamedTuple):
    """The encoding and the dialect of a table."""

    delimiter: str
    line_end: str
    encoding: str


@contextmanager
def opened_table(
    path: str, delimiter: str = "", most: int = 0
) -> Iterator[tuple[Stream, list[str], Rest]]:
    """Open a table: its column names, and its non-empty rows with the line each begins in.

    The first line tells the `delimiter` unless it is given. A table of more than `most` bytes is
    refused, unless that is 0. Reading raises an error of `FAULTS`.
    """
    csv.field_size_limit(LONGEST)
    delimiter = delimiter or _form_of(path).delimiter
    with opened(path, most) as stream:
        text = io.TextIOWrapper(stream.data, "utf-8-sig", errors="surrogateescape", newline="")
        rows = _numbered(text, delimiter)
        _, names = next(rows, (1, []))
        yield stream, names, rows
        text.detach()


def _numbered(text: TextIO, delimiter: str) -> Rest:
    """The non-empty rows, each with the line it begins in."""
    line, left = 1, LONGEST

    def bounded() -> Iterator[str]:
        """The lines, while no row has too many of them and they are UTF-8."""
        nonlocal left
        while part := text.readline(left):
            left -= len(part)
            if not left:
                raise RowError(line, TOO_LONG)
            if not (part.isascii() or is_unicode(part)):
                raise RowError(values.line_num + 1, "not UTF-8 text")
            yield part

    values = csv.reader(bounded(), delimiter=delimiter, strict=True)
    try:
        for row in values:
            if row:
                yield line, row
            line, left = values.line_num + 1, LONGEST
    except csv.Error as error:
        raise RowError(line, f"not valid CSV: {error}") from None


def is_unicode(text: str) -> bool:
    """Whether the text has no escaped bytes, which were no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _form_of(path: str) -> Form:
    """The form of a file, by its first line."""
    with opened(path) as stream:
        first = stream.data.readline(LONGEST)
    return Form(
        max(DELIMITERS, key=lambda mark: first.count(mark.encode())),
        "\r\n" if first.endswith(b"\r\n") else "\n",
        "utf-8-sig" if first.startswith(BOM_UTF8) else "utf-8",
    )


def error_text(error: Exception) -> str:
    """The message for an error."""
    return f"line {error.line}: {error}" if isinstance(error, RowError) else os_error_reason(error)
