"""An article of an archive: one row of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newslint.core.errors import NewslintError
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

TITLE, TEXT = "title", "text"
"""The two parts of an article, whatever their columns are called."""

LONGEST = 5_000_000
"""Maximum letters of an article, to bound a worker's memory."""


LONGEST_LABEL = 5_000
"""Maximum letters of an id, a date or a source; each finding repeats the id."""


class Columns(NamedTuple):
    """The columns of a table by what they hold; empty if none does."""

    text: str = "text"
    title: str = ""
    id: str = ""
    date: str = ""
    source: str = ""

    @property
    def wanted(self) -> list[str]:
        """The names of all columns, each once, in the order in which they are read."""
        order = (self.id, self.date, self.source, self.title, self.text)
        return [column for column in dict.fromkeys(order) if column]


class Place(NamedTuple):
    """The number of a file among the inputs and of a row in it, both from 0."""

    file: int
    row: int


class Article(NamedTuple):
    """One row; if it has a `fault`, nothing else of it is used.

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
        """The approximate amount of work."""
        return len(self.title) + len(self.text) + len(self.page)

    def failed(self, fault: str) -> Article:
        """The article with a fault and without its text."""
        return self._replace(title="", text="", page=b"", fault=fault)


Rows = Iterator[Article]

_HALF = lazy_pattern(r"[\ud800-\udfff]")


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
    values = {"": ""}  # of a column that was not named
    for column in columns.wanted:
        value = row.get(column)  # objects of JSON may lack what is empty
        values[column] = "" if value is None else str(value)
    article = Article(
        place,
        values[columns.id] or where,
        values[columns.title],
        values[columns.text],
        values[columns.date],
        values[columns.source],
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
    """Raise a NewslintError if a table lacks a column that was asked for."""
    for option, column in columns._asdict().items():
        if column and column not in known:
            has = ", ".join(known)
            hint = f"say which it is with --{option}-column"
            raise NewslintError(f"{where}: no '{column}' among {has} ({hint})")


Texts = Callable[[int], Mapping[str, str]]
"""The new texts of a row, by column; asked for row by row, in order."""
