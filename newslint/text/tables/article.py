"""An article of an archive: one row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from newslint.core.errors import NewslintError

TITLE, TEXT = "title", "text"
"""The two parts of an article, whatever their columns are called."""


LONGEST = 5_000_000
"""Letters of an article. No story comes near; what does would cost a worker its memory."""


LONGEST_LABEL = 5_000
"""Letters of an id, a date or a source; each finding is written with the id."""


class Columns(NamedTuple):
    """Which columns of a table hold what; empty: none does."""

    text: str = "text"
    title: str = ""
    id: str = ""
    date: str = ""
    source: str = ""

    @property
    def wanted(self) -> list[str]:
        """All of them, each once, in the order in which they are read."""
        order = (self.id, self.date, self.source, self.title, self.text)
        return [column for column in dict.fromkeys(order) if column]


class Place(NamedTuple):
    """The number of a file among the inputs and of a row in it, both from 0."""

    file: int
    row: int


class Article(NamedTuple):
    """One row; where it has a `fault` that is all there is to say of it.

    `page` is HTML that title and text are still to be taken from. `read` says how many bytes of
    its file had been read when it was, `whole` that the fault is that of the whole file.
    """

    place: Place
    id: str
    title: str = ""
    text: str = ""
    date: str = ""
    source: str = ""
    page: bytes = b""
    fault: str = ""
    whole: bool = False
    read: int = 0

    @property
    def size(self) -> int:
        """About how much work it is."""
        return len(self.title) + len(self.text) + len(self.page)

    def failed(self, fault: str) -> Article:
        """The same without what is in it, for which there is nothing to say but a fault."""
        return self._replace(title="", text="", page=b"", fault=fault)


Rows = Iterator[Article]


_HALF = re.compile(r"[\ud800-\udfff]")


def whole(text: str) -> str:
    r"""The text with a replacement character for each half of a surrogate pair.

    JSON can hold such halves, and UTF-8 cannot.

    >>> ascii(whole("a\ud83d"))
    "'a\\ufffd'"
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def from_row(row: Mapping[str, object], columns: Columns, place: Place, where: str) -> Article:
    """The article in one row, of which `where` says the place if no column does."""
    if columns.text not in row:
        return Article(place, where, fault=f"there is no '{columns.text}' in it")
    said = {"": ""}  # what a column that nobody named has
    for column in columns.wanted:
        value = row.get(column)  # objects of JSON may lack what is empty
        said[column] = "" if value is None else str(value)
    article = Article(
        place,
        said[columns.id] or where,
        said[columns.title],
        said[columns.text],
        said[columns.date],
        said[columns.source],
    )
    for column in filter(None, (columns.title, columns.text)):
        if not isinstance(value := row.get(column), str | None):
            kind = type(value).__name__
            return article.failed(f"what is in '{column}' is no text ({kind})")
    if article.size > LONGEST:
        return article.failed(f"longer than {LONGEST:,} letters")
    if max(len(article.id), len(article.date), len(article.source)) > LONGEST_LABEL:
        fault = f"its id, date or source is longer than {LONGEST_LABEL:,} letters"
        return Article(place, where, fault=fault)
    return article


def refuse_unknown(columns: Columns, known: list[str], where: str) -> None:
    """A NewslintError if a table does not have a column that was asked for."""
    for option, column in columns._asdict().items():
        if column and column not in known:
            has = ", ".join(known)
            hint = f"say which it is with --{option}-column"
            raise NewslintError(f"{where}: no '{column}' among {has} ({hint})")


Texts = Callable[[int], Mapping[str, str]]
"""The new texts of a row, by column; asked for row by row, in order."""
