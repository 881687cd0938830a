"""The linters of a server's desk: its settings, in the language and with the rules of a request."""

from __future__ import annotations

from pathlib import Path

from newslint.book.selection import Selection
from newslint.book.settings import Layer, Settings
from newslint.config.resolver import CommandLine, ConfigResolver, ResolvedConfig
from newslint.core.errors import NewslintError
from newslint.core.language import known_language
from newslint.core.record import NamedTuple
from newslint.engine.linter import Linter
from newslint.runner.linter_cache import LinterCache


class Told(NamedTuple):
    """What a worker is told once: the options of the server, and the book that rulings go into."""

    command_line: CommandLine
    write_names: str = ""


class Desk:
    """Opens the linter for each request; a book is opened again when its files have changed."""

    def __init__(self, told: Told) -> None:
        self.write_names = told.write_names
        self.rule_books = told.command_line.layer.rules
        self._command_line = told.command_line
        self._linters = LinterCache(told.command_line)

    @property
    def resolved(self) -> ResolvedConfig:
        """The configuration of the folder that the server was started in, as it is now."""
        return ConfigResolver(self._command_line).resolved("untitled.txt")

    def linter(self, path: str, language: str = "", selection: Selection | None = None) -> Linter:
        """The Linter for an article called `path`, a name that a stranger chose.

        Only the last part of the name counts, so that it names nothing outside of the folder that
        the server was started in. An empty language leaves it to the configuration.
        """
        known_language(language)

        def adapt(settings: Settings) -> Settings:
            if language:
                settings = settings.in_language(language)
            if selection:
                settings = settings._replace(selections=(selection, *settings.selections))
            return self._with_rulings(settings)

        return self._linters.adapted_linter(plain_name(path), adapt)

    def _with_rulings(self, settings: Settings) -> Settings:
        """The settings with the book that rulings go into, as soon as it is there."""
        book = self.write_names
        named = {str(Path(path).resolve()) for layer in settings.layers for path in layer.names}
        if not book or not Path(book).exists() or str(Path(book).resolve()) in named:
            return settings
        return settings._replace(layers=(Layer((book,)), *settings.layers))


def plain_name(path: str) -> str:
    r"""The last part of a file's name, whatever system it is from.

    >>> plain_name(r"C:\desk\story.docx"), plain_name("../../etc/passwd"), plain_name("..")
    ('story.docx', 'passwd', 'untitled.txt')
    """
    name = path.replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return name if name.strip(". ") else "untitled.txt"


class RequestError(NewslintError):
    """A request that cannot be answered as it is; the message is for the client."""


class MissingError(NewslintError):
    """Something that a request names and that there is not."""
