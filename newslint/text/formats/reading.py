"""Read copy: a file into a Source, and a Source into the prose of each of its articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from importlib import import_module

from newslint.text.formats import FORMATS, PLAIN
from newslint.text.formats.format import Format
from newslint.text.prose import Prose
from newslint.text.source import Source, read_bytes, suffix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load(path: str) -> Source:
    """The source at `path`. Only a regular file is opened, so that no pipe can block the run.

    Raises a SourceError that says why the file cannot be read.
    """
    return load_bytes(read_bytes(path), path)


def load_bytes(data: bytes, path: str) -> Source:
    """The source in `data`, unpacked or decoded according to the ending of `path`."""
    found = format_of(suffix(path))
    if found.decodes:
        source: Source = _module(found).decoded(data, path)
        return source
    return Source.from_bytes(data, path)


@cache
def format_of(ending: str) -> Format:
    """The format of files with this ending, in small letters and without its stop."""
    return next((each for each in FORMATS if ending in each.endings), PLAIN)


def articles(source: Source, fields: Collection[str] = ()) -> Iterable[Prose]:
    """The prose of each article in `source`, read in the format that its ending names.

    `fields` are the keys or columns that hold copy; if none are named, those of copy_fields.py.
    """
    found = format_of(suffix(source.path))
    if found.has_fields:
        prose: Iterable[Prose] = _module(found).articles(source, fields)
        return prose
    return (read(source),)


def read(source: Source) -> Prose:
    """The prose of a `source` whose format holds one article."""
    prose: Prose = _module(format_of(suffix(source.path))).read(source)
    return prose


def _module(found: Format) -> Any:
    return import_module(f"newslint.text.formats.{found.module}")
