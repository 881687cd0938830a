"""Sources of a memory: folders of stories and tables of them in, batches of what to count out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from newslint.core.errors import SourceError
from newslint.core.record import NamedTuple
from newslint.runner.discovery import discover
from newslint.storage.digests import blake2b
from newslint.text.source import read_bytes, size
from newslint.text.tables import reading as tables
from newslint.text.tables.article import Article, Columns, Place

LETTERS = 200_000
"""Letters of a batch: about a tenth of a second of counting."""


class StoryFile(NamedTuple):
    """A file with one story or more."""

    path: str

    @property
    def size(self) -> int:
        """About how much work it is."""
        return size(self.path)


Unit: TypeAlias = StoryFile | Article
"""What is read and counted in one go; a row of a table may have a fault instead of a text."""


def content_of(unit: Unit) -> int:
    """A number that units share that say the same, on the same day; a SourceError if unreadable."""
    if isinstance(unit, StoryFile):
        return _number(read_bytes(unit.path))
    fields = unit.date, unit.title, unit.text, unit.page
    return _number(repr(fields).encode("utf-8", "surrogatepass"))


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")


def batches(paths: Iterable[str], columns: Columns) -> Iterator[list[Unit]]:
    """Everything below `paths`, in a fixed order, in batches of about equal work.

    A fault of the request, such as a table without the column, is raised.
    """
    batch: list[Unit] = []
    letters = 0
    for unit in _units(paths, columns):
        batch.append(unit)
        letters += unit.size
        if letters >= LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def _units(paths: Iterable[str], columns: Columns) -> Iterator[Unit]:
    for path in paths:
        if tables.is_table(path):
            yield from _rows(path, columns)
            continue
        for found in discover([path]):
            if isinstance(found, SourceError):
                yield Article(Place(0, 0), found.path, fault=found.reason)
            else:
                yield StoryFile(found)
        for folder, inner, files in os.walk(path):
            inner.sort()
            for file in sorted(filter(tables.is_table, files)):
                yield from _rows(str(Path(folder, file)), columns)


def _rows(path: str, columns: Columns) -> Iterator[Article]:
    tables.check([path], columns)
    return tables.read([path], columns, Place(0, 0))
