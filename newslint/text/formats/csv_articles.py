"""CSV and TSV: each row is an article, of the columns with copy.

The first row names the columns. Fields are read as RFC 4180 has it: a field may stand in double
quotes, and a quote in it is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.formats.block_flow import BETWEEN
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.html import RESERVED as MARKUP
from newslint.text.formats.json_articles import page
from newslint.text.prose import Piece, Prose
from newslint.text.source import Source

DELIMITERS = ",;\t|"

DELIMITER = lazy_pattern(r"sep=([^\"\r\n])(?:\r\n?|\n)")

DOUBLED = lazy_pattern('""')

WIDEST = 10_000
"""Maximum number of fields in a row."""


LINE_ENDS = ("\r\n", "\n", "\r", "")

RESERVED = MARKUP | frozenset(f"{DELIMITERS}\r\n")
"""Characters that a fix never inserts, since they would end a field without quotes."""


def articles(source: Source, chosen: Collection[str] = ()) -> Iterator[Prose]:
    """The prose of each row; none if no column is known to hold copy."""
    rows = _rows(source)
    names = [_value(source.text, field) for field in next(rows, [])]
    columns = [at for at, name in enumerate(names) if is_text(name, chosen=chosen)]
    if columns:
        for row in rows:
            yield Prose.of(_pieces(source.text, row, columns), RESERVED)


def _rows(source: Source) -> Iterator[list[Span]]:
    """The fields of each row with their quotes; a SourceError if the text is no table."""
    text = source.text
    declared = DELIMITER.match(text)  # what Excel writes in the first line, and reads
    delimiter = re.escape(declared[1] if declared else max(DELIMITERS, key=source.line(1).count))
    field = re.compile(
        rf'("(?:[^"]++|"")*+"|[^"{delimiter}\r\n][^{delimiter}\r\n]*+|)({delimiter}|\r\n?|\n|\Z)'
    )
    row: list[Span] = []
    at = declared.end() if declared else 0
    while at < len(text):
        found = field.match(text, at)
        if not found or len(row) == WIDEST:
            line, column = source.line_column(at)
            fault = f"more than {WIDEST:,} fields in a row" if found else "not valid CSV"
            raise SourceError(source.path, f"{fault}: line {line}, column {column}")
        row.append(Span(*found.span(1)))
        at = found.end()
        if found[2] in LINE_ENDS:
            yield row
            row = []


def _pieces(text: str, row: Sequence[Span], columns: Sequence[int]) -> Iterator[Piece]:
    between = False
    for at in columns:
        field = row[at] if at < len(row) else Span(0, 0)
        value = _value(text, field)
        if value.strip():
            if between:
                yield BETWEEN
            between = True
            yield from page(value, partial(_letters, text, field))


def _value(text: str, field: Span) -> str:
    """The decoded value of a field."""
    inner = text[slice(*_inner(text, field))]
    return inner if inner == text[slice(*field)] else inner.replace('""', '"')


def _letters(text: str, field: Span) -> Iterator[Piece]:
    """The value of a field as pieces, each with its place."""
    at, end = inner = _inner(text, field)
    for quote in DOUBLED.finditer(text, at, end) if inner != field else ():
        if at < quote.start():
            yield Piece(text[at : quote.start()], Span(at, quote.start()))
        yield Piece('"', Span(*quote.span()), True)
        at = quote.end()
    if at < end:
        yield Piece(text[at:end], Span(at, end))


def _inner(text: str, field: Span) -> Span:
    """The place of a field without its quotes."""
    quoted = field.end - field.start > 1 and text[field.start] == '"'
    return Span(field.start + 1, field.end - 1) if quoted else field
