"""Read the articles of folders of stories and of tables, one at a time.

A story is a file of its own; in a table it is the text of one row.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from newslint.core.errors import NewslintError, SourceError
from newslint.core.record import NamedTuple
from newslint.text.formats.reading import load
from newslint.text.tables import reading as tables


class Article(NamedTuple):
    """One article and its place: a file, or a file and its line."""

    where: str
    text: str
    path: str


def articles(paths: Iterable[str], column: str) -> Iterator[Article]:
    """Every article below `paths`, in a fixed order; `column` has the text in a table.

    Raises a NewslintError for what cannot be read.
    """
    from newslint.runner.discovery import discover

    for path in _with_tables(paths):
        if tables.is_table(path):
            yield from _rows(path, column)
            continue
        for found in discover([path]):
            if isinstance(found, SourceError):
                raise found
            yield Article(found, load(found).text, found)


def _with_tables(paths: Iterable[str]) -> Iterator[str]:
    """The paths, each folder followed by the tables that lie in it."""
    for path in paths:
        yield path
        for folder, inner, files in os.walk(path):
            inner.sort()
            yield from (os.path.join(folder, f) for f in sorted(files) if tables.is_table(f))  # noqa: PTH118


def _rows(path: str, column: str) -> Iterator[Article]:
    from newslint.text.tables.article import Columns, Place
    from newslint.text.tables.web_page import with_page_text

    columns = Columns(column)
    tables.check([path], columns)
    for article in map(with_page_text, tables.read([path], columns, Place(0, 0))):
        if article.fault:
            raise NewslintError(f"{article.id}: {article.fault}")
        yield Article(article.id, article.text, "row.txt")
