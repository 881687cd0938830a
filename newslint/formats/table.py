"""Tables: a Source of CSV or TSV in; out comes the Prose of each row, from the columns with copy.

The first row names the columns. Fields are read as RFC 4180 has it: a field may stand in double
quotes, and a quote in it is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from newslint.errors import SourceError
from newslint.finding import Span
from newslint.formats.fields import is_text
from newslint.formats.flow import BETWEEN
from newslint.formats.html import RESERVED as MARKUP
from newslint.formats.json import page
from newslint.prose import Piece, Prose
from newslint.source import Source

DELIMITERS = ",;\t|"

LINE_ENDS = ("\r\n", "\n", "\r", "")

RESERVED = MARKUP | frozenset(f"{DELIMITERS}\r\n")
"""What a fix does not write: in a field without quotes it would end it."""


def articles(source: Source, chosen: Collection[str] = ()) -> Iterator[Prose]:
    """The prose of each row; none where no column is known to hold copy."""
    rows = _rows(source)
    names = [_said(source.text, field).text for field in next(rows, [])]
    columns = [at for at, name in enumerate(names) if is_text(name, chosen=chosen)]
    if columns:
        for row in rows:
            yield Prose.of(_pieces(source.text, row, columns), RESERVED)


def _rows(source: Source) -> Iterator[list[Span]]:
    """The fields of each row, quotes included; what cannot be a table is a SourceError."""
    text = source.text
    delimiter = re.escape(max(DELIMITERS, key=source.line(1).count))
    field = re.compile(
        rf'("(?:[^"]++|"")*+"|[^"{delimiter}\r\n][^{delimiter}\r\n]*+|)({delimiter}|\r\n?|\n|\Z)'
    )
    row: list[Span] = []
    at = 0
    while at < len(text):
        found = field.match(text, at)
        if not found:
            line, column = source.line_column(at)
            raise SourceError(source.path, f"not valid CSV: line {line}, column {column}")
        row.append(Span(*found.span(1)))
        at = found.end()
        if found[2] in LINE_ENDS:
            yield row
            row = []


def _pieces(text: str, row: Sequence[Span], columns: Sequence[int]) -> Iterator[Piece]:
    between = False
    for at in columns:
        said = _said(text, row[at]) if at < len(row) else Prose.plain("")
        if said.text.strip():
            if between:
                yield BETWEEN
            between = True
            yield from page(said)


def _said(text: str, field: Span) -> Prose:
    """What a field says, and where each letter of it stands."""
    return Prose.of(_letters(text, field))


def _letters(text: str, field: Span) -> Iterator[Piece]:
    quoted = field.end - field.start > 1 and text[field.start] == '"'
    at, end = (field.start + 1, field.end - 1) if quoted else field
    for quote in re.compile('""').finditer(text, at, end) if quoted else ():
        yield Piece(text[at : quote.start()], Span(at, quote.start()))
        yield Piece('"', Span(*quote.span()), True)
        at = quote.end()
    yield Piece(text[at:end], Span(at, end))
