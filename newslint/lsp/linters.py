"""The linter that holds for an article at this moment, kept while its books do not change.

Configurations and books may change while an editor is open. A configuration is read anew each time,
which takes a millisecond; a book is opened anew when one of its files was touched.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newslint.book.settings import Settings
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.engine.linter import Linter, open_linter
from newslint.runner.memory_folders import with_memory
from newslint.storage.files_below import files_below

MOST = 8
"""Maximum number of open linters."""


class FileState(NamedTuple):
    """The state of a book's file: its path and its time of change."""

    path: str
    time: int
    size: int


class LinterCache:
    """Opens a Linter for each article's settings, and again when their books change."""

    def __init__(self) -> None:
        self._open: dict[Settings, tuple[tuple[FileState, ...], Linter]] = {}

    def linter(self, path: str) -> Linter | None:
        """The Linter for the article at `path`; None if the configuration excludes it.

        Raises a NewslintError for a fault in a configuration or a book.
        """
        resolver = ConfigResolver(CommandLine())
        if resolver.excludes(path):
            return None
        settings = with_memory(resolver.settings(path), resolver.excludes)
        state = _state(settings)
        known = self._open.pop(settings, None)
        if known is None or known[0] != state:
            known = state, open_linter(settings)
        self._open[settings] = known  # at the end: the first is the one longest unused
        while len(self._open) > MOST:
            del self._open[next(iter(self._open))]
        return known[1]


def _state(settings: Settings) -> tuple[FileState, ...]:
    """The state of the files of all books; a missing file is reported when the book is opened."""
    named = (path for layer in settings.layers for path in (*layer.names, *layer.rules))
    files = (Path(file) for path in named if Path(path).exists() for file in files_below(path))
    stats = ((str(file), file.stat()) for file in files)
    return tuple(FileState(path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)
