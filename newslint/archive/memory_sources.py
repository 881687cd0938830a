"""Sources of a memory: folders of stories and tables of them in, articles out, one at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.archive.article_source import ArticleSource
from newslint.core.errors import NewslintError, SourceError
from newslint.memory.counts import date_in
from newslint.runner.discovery import discover
from newslint.text.formats.reading import articles, load
from newslint.text.prose import Prose
from newslint.text.tables import reading as tables
from newslint.text.tables.article import Columns, Place, whole
from newslint.text.tables.web_page import with_page_text


class Printed(NamedTuple):
    """A printed article: its id, its date if known, and its prose."""

    id: str
    date: str
    prose: Prose


def printed(paths: Iterable[str], columns: Columns) -> Iterator[Printed | NewslintError]:
    """Every article below `paths`, in a fixed order; an error for each that cannot be read.

    A fault of the request, such as a table without the column, is raised.
    """
    for path in paths:
        if tables.is_table(path):
            yield from _rows(path, columns)
            continue
        yield from _stories(path)
        for folder, inner, files in os.walk(path):
            inner.sort()
            for file in sorted(filter(tables.is_table, files)):
                yield from _rows(str(Path(folder, file)), columns)


def _stories(path: str) -> Iterator[Printed | NewslintError]:
    for found in discover([path]):
        if isinstance(found, SourceError):
            yield found
            continue
        try:
            source = load(found)
            for prose in articles(source):
                yield Printed(found, date_in(found), prose)
        except NewslintError as error:
            yield error


def _rows(path: str, columns: Columns) -> Iterator[Printed | NewslintError]:
    tables.check([path], columns)
    for article in map(with_page_text, tables.read([path], columns, Place(0, 0))):
        if article.fault:
            yield SourceError(article.id, article.fault)
        else:
            sheet = ArticleSource(whole(article.title), whole(article.text))
            yield Printed(article.id, article.date, sheet.prose)
