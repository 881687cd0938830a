"""The linter that holds for an article at this moment, kept while its books do not change.

Configurations and books may change while an editor or a server is open. A configuration is read
anew each time, which takes a millisecond; a book is opened anew when one of its files was touched.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeAlias

from newslint.book.settings import Settings
from newslint.book.version import version_of_books
from newslint.config.resolver import CommandLine, ConfigResolver
from newslint.engine.linter import Linter, open_linter
from newslint.runner.memory_folders import with_memory

MOST = 8
"""Maximum number of open linters."""


SECONDS = 30.0
"""Seconds until the folders of a memory are looked through again: they may hold an archive."""


NO_OPTIONS = CommandLine()
"""A command line that leaves everything to the configuration."""


Adapt: TypeAlias = Callable[[Settings], Settings]
"""Makes settings for one article out of those that hold for it."""


def as_it_is(settings: Settings) -> Settings:
    """The settings unchanged."""
    return settings


class LinterCache:
    """Opens a Linter for each article's settings, and again when their books change."""

    def __init__(
        self, command_line: CommandLine = NO_OPTIONS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._command_line = command_line
        self._clock = clock
        self._memories: dict[tuple[str, ...], tuple[float, tuple[str, ...]]] = {}
        """When the folders of a memory were looked through, and the files made of them."""
        self._open: dict[Settings, tuple[bytes, Linter]] = {}

    def linter(self, path: str) -> Linter | None:
        """The Linter for the article at `path`; None if the configuration excludes it.

        Raises a NewslintError for a fault in a configuration or a book.
        """
        resolver = ConfigResolver(self._command_line)
        return None if resolver.excludes(path) else self._linter(path, resolver, as_it_is)

    def adapted_linter(self, path: str, adapt: Adapt) -> Linter:
        """The Linter for the settings that `adapt` makes of those for `path`, excluded or not."""
        return self._linter(path, ConfigResolver(self._command_line), adapt)

    def _linter(self, path: str, resolver: ConfigResolver, adapt: Adapt) -> Linter:
        settings = self._with_memory(adapt(resolver.settings(path)), resolver)
        version = _version(settings)
        known = self._open.pop(settings, None)
        if known is None or known[0] != version:
            known = version, open_linter(settings)
        known[1].ask_all()  # what took too long in one article need not in the next
        self._open[settings] = known  # at the end: the first is the one longest unused
        while len(self._open) > MOST:
            del self._open[next(iter(self._open))]
        return known[1]

    def _with_memory(self, settings: Settings, resolver: ConfigResolver) -> Settings:
        """The settings with files in the place of the folders that are to be remembered."""
        now = self._clock()
        at, files = self._memories.get(settings.memory, (now - SECONDS, ()))
        if now - at >= SECONDS:
            files = with_memory(settings, resolver.excludes).memory
            self._memories[settings.memory] = now, files
        return settings._replace(memory=files)


def _version(settings: Settings) -> bytes:
    """The version of all books; empty if one cannot be read, which opening it will report."""
    try:
        return version_of_books(settings.books, settings.memory)
    except OSError:
        return b""
