"""Open the texts that copy is held against: files, folders of them, or texts in hand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.core.errors import SourceError, os_error_reason
from newslint.sources.reference import Reference, References
from newslint.storage.files_below import files_below
from newslint.text.formats import FORMATS
from newslint.text.formats.reading import articles, load, load_bytes
from newslint.text.source import Source, suffix

MOST = 8
"""Maximum number of sets of texts that are kept open."""

MOST_FILES = 10_000
"""Maximum files and folders in a source: all are read before the first line is said."""

Opened = tuple[References, list[SourceError]]
"""Texts, and what is wrong with those that cannot be read."""


class OpenReferences:
    """Opens texts, and again when one of their files has changed."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, ...], tuple[object, Opened]] = {}

    def open(self, paths: Sequence[str]) -> Opened:
        """The texts at `paths`."""
        key, state = tuple(paths), state_of(paths)
        known = self._open.pop(key, None)
        if known is None or known[0] != state:
            known = state, open_references(paths)
        self._open[key] = known
        while len(self._open) > MOST:
            del self._open[next(iter(self._open))]
        return known[1]


def state_of(paths: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Size and time of change of every file of the sources that can be seen."""
    found = []
    for path in paths:
        try:
            for file in reference_files(path):
                stat = os.stat(file)  # noqa: PTH116
                found.append((file, stat.st_size, stat.st_mtime_ns))
        except (OSError, ValueError, SourceError):
            found.append((path, -1, -1))
    return tuple(found)


def open_references(paths: Iterable[str]) -> Opened:
    """The texts at `paths`, and what is wrong with those that cannot be read."""
    found: list[Reference] = []
    faults: list[SourceError] = []
    for path in dict.fromkeys(paths):
        try:
            files = list(reference_files(path))
        except OSError as error:
            faults.append(SourceError(path, os_error_reason(error)))
            continue
        except SourceError as error:
            faults.append(error)
            continue
        for file in files:
            try:
                found += references_in(load(file))
            except SourceError as error:
                faults.append(error)
    return References(found), faults


def reference_files(path: str) -> Iterator[str]:
    """The file at `path`, or what is copy in the folder there and below."""
    files = texts_at(path)
    if not files:
        raise SourceError(path, "no text is in this folder")
    yield from files


def texts_at(path: str) -> list[str]:
    """The same, if there is any."""
    endings = {ending for each in FORMATS for ending in each.endings}
    return [
        file
        for file in files_below(path, most=MOST_FILES)
        if file == path or suffix(file) in endings
    ]


def references_in(source: Source) -> list[Reference]:
    """Every article of a source."""
    return [Reference(source, prose) for prose in articles(source)]


def references_in_bytes(data: bytes, path: str) -> References:
    """The texts in the bytes of a file; a SourceError if they cannot be read."""
    return References(references_in(load_bytes(data, path)))


def references_of_texts(texts: Mapping[str, str]) -> References:
    """Texts in hand, each by a name, whose ending says how it is read."""
    found: list[Reference] = []
    for name, text in texts.items():
        found += references_in(Source.from_text(text, name))
    return References(found)
