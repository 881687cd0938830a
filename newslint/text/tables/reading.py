"""Read the articles of tables, whatever the format of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from newslint.core.errors import NewslintError, SourceError, os_error_reason
from newslint.text.tables import FORMATS
from newslint.text.tables.article import Article, Columns, Place

PACKED = ("gz", "zst")
"""Endings of compressed files, after the ending of the format."""


def format_of(path: str) -> str:
    """The module that reads the file at `path`, by the ending of its name."""
    if not is_table(path):
        known = ", ".join(f".{ending}" for ending in FORMATS)
        raise NewslintError(f"{path}: what it holds is not said by its ending (known: {known})")
    return FORMATS[ending_of(path)]


def is_table(path: str) -> bool:
    """Whether a file of this name holds many articles."""
    return ending_of(path) in FORMATS


def ending_of(path: str) -> str:
    """The ending that says what a file holds, whether or not it is packed.

    >>> ending_of("stories.JSONL.gz")
    'jsonl'
    """
    stem, _, ending = path.lower().rpartition(".")
    return stem.rpartition(".")[2] if ending in PACKED else ending


def reader_of(path: str) -> Any:
    """The module that reads the file at `path`."""
    return import_module(f"newslint.text.tables.{format_of(path)}")


def check(paths: Sequence[str], columns: Columns) -> None:
    """Raise a NewslintError if an input cannot be read or lacks a column."""
    for path in paths:
        try:
            reader_of(path).check(path, columns)
        except OSError as error:
            raise SourceError(path, os_error_reason(error)) from None


def read(paths: Sequence[str], columns: Columns, begin: Place) -> Iterator[Article]:
    """The articles of all files from a place on; a file that fails is skipped from there on."""
    for file, path in enumerate(paths):
        if file >= begin.file:
            row = begin.row if file == begin.file else 0
            for article in reader_of(path).articles(path, file, columns, row):
                yield article
                row = article.place.row + 1
