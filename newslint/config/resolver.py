"""Resolve the command line and configuration files into the Settings of each file.

The command line is nearest, then the configuration of the file's folder, then what that extends,
in order, then the shipped book.
"""

# ruff: noqa: PTH100, PTH109, PTH112, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from newslint.book.selection import Selection
from newslint.book.settings import Grading, Layer, Settings
from newslint.config.config_file import SELECTION, Config, read
from newslint.config.lookup import Search, with_extended
from newslint.config.memory_paths import memory_paths
from newslint.core.errors import ConfigError
from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.storage.path_patterns import PathPatterns


OWN_NAMES = "names"
"""The default names book: a folder beside the configuration."""


class CommandLine(NamedTuple):
    """The options of a command line; `config`, if given, is the only configuration to read."""

    layer: Layer = Layer()
    style: str = ""
    language: str = ""
    selection: Selection = Selection()
    config: str = ""
    isolated: bool = False
    memory: tuple[str, ...] = ()
    no_memory: bool = False
    sources: tuple[str, ...] = ()
    may_name_sources: bool = False
    no_other_sources: bool = False
    base: str = ""


class Table(NamedTuple):
    """The values that one source sets for paths that match its patterns, or for all paths.

    Its language is a tag; empty if it sets none. `sources` are what copy is held against. `desk`
    is the name of the desk; empty if it names none.
    """

    patterns: PathPatterns | None
    selection: Selection
    language: str
    sources: tuple[str, ...] = ()
    desk: str = ""


class ResolvedConfig(NamedTuple):
    """The resolved configuration of the files below a folder.

    `base`, with its slash, is the absolute folder that patterns are relative to. `settings` do
    not include the tables yet, of which the nearest is first.
    """

    chain: Sequence[Config]
    base: str
    settings: Settings
    tables: Sequence[Table] = ()
    excluded: PathPatterns | None = None

    @property
    def keeps_decisions(self) -> bool:
        """Whether what people decide about findings is remembered on their machine."""
        values = (config.values for config in self.chain)
        return next((each["decisions"] for each in values if "decisions" in each), True)

    def named(self, path: str) -> str:
        """An absolute path relative to `base`, for patterns; empty if it is outside."""
        return path[len(self.base) :] if path.startswith(self.base) else ""


class ConfigResolver:
    """Resolves the settings of each file. Each folder is resolved once."""

    def __init__(self, command_line: CommandLine) -> None:
        """Read the configuration that the command line names, if any."""
        self._command_line = command_line
        self._search = Search()
        self._resolved: dict[str, ResolvedConfig] = {}
        self._excludes: dict[str, list[tuple[ResolvedConfig, PathPatterns]]] = {}
        self._only: ResolvedConfig | None = None
        self._none = self._resolve(None, "")
        if command_line.isolated:
            self._only = self._none
        elif command_line.config:
            self._only = self._resolve(_read_named(command_line.config), os.getcwd())

    def settings(self, path: str) -> Settings:
        """The settings for the file at `path`."""
        resolved = self.resolved(path)
        tables = _tables_for(resolved, path)
        # Those of `per-path` tables stay though they select nothing: `config show` goes by them.
        selections = tuple(table.selection for table in tables if table.selection != Selection())
        language = next((table.language for table in tables if table.language), "")
        sources = tuple(dict.fromkeys(path for table in tables for path in table.sources))
        settings = resolved.settings._replace(selections=selections, sources=sources)
        return settings.in_language(language) if language else settings

    def desk(self, path: str) -> str:
        """The desk of the file at `path`: the configured one, or the folder that it lies in.

        The folder is relative to that of the configuration, or to the current one.
        """
        resolved = self.resolved(path)
        named = (table.desk for table in _tables_for(resolved, path) if table.desk)
        folder = os.path.dirname(os.path.abspath(path))
        base = resolved.base if resolved.chain else os.getcwd()
        return next(named, "") or os.path.relpath(folder, base).replace(os.sep, "/")

    def resolved(self, path: str) -> ResolvedConfig:
        """The resolved configuration of the file at `path`."""
        return self._below(os.path.abspath(os.path.dirname(path)))

    def excludes(self, path: str) -> bool:
        """Whether a configuration excludes the file at `path`; a folder ends in a slash.

        What lies in an excluded folder is excluded, whatever a configuration in it says.
        """
        around = self._excluding(os.path.dirname(path.rstrip("/")))
        if not around:
            return False
        whole = os.path.abspath(path) + ("/" if path.endswith("/") else "")
        for resolved, excluded in around:
            name = resolved.named(whole)
            if name and excluded.matches(name):
                return True
        return False

    def _excluding(self, folder: str) -> list[tuple[ResolvedConfig, PathPatterns]]:
        """The configurations for `folder` that exclude anything, the nearest first."""
        known = self._excludes.get(folder)
        if known is None:
            known = self._excludes[folder] = list(self._excluding_above(os.path.abspath(folder)))
        return known

    def _excluding_above(self, folder: str) -> Iterator[tuple[ResolvedConfig, PathPatterns]]:
        resolved = self._below(folder)
        while True:
            if resolved.excluded:
                yield resolved, resolved.excluded
            above = os.path.dirname(resolved.base.rstrip("/"))
            if resolved is self._only or not resolved.chain or not above:
                return
            resolved = self._below(above)

    def _below(self, folder: str) -> ResolvedConfig:
        if self._only:
            return self._only
        config = self._search.nearest(folder)
        if config is None:
            return self._none
        resolved = self._resolved.get(config.path)
        if resolved is None:
            base = os.path.abspath(config.folder)
            resolved = self._resolved[config.path] = self._resolve(config, base)
        return resolved

    def _resolve(self, config: Config | None, base: str) -> ResolvedConfig:
        command_line = self._command_line
        chain = with_extended(config) if config else []
        styles = (c.values["style"] for c in chain if "style" in c.values)
        said = command_line.selection, command_line.language, command_line.sources
        tables = [Table(None, *said)]
        tables += (table for c in chain for table in _tables(c))
        if command_line.no_other_sources:
            tables[1:] = [table._replace(sources=()) for table in tables[1:]]
        gradings = (_grading(c) for c in chain if "severity" in c.values)
        settings = Settings(
            tuple(
                layer
                for layer in (command_line.layer, *map(_layer, chain))
                if layer.names or layer.rules
            ),
            command_line.style or next(styles, ""),
            gradings=tuple(gradings),
            fields=_fields(chain),
            memory=() if command_line.no_memory else (*command_line.memory, *memory_paths(chain)),
            may_name_sources=command_line.may_name_sources,
            base=command_line.base,
        )
        # A nearer one may take back, with an exclamation mark, what one further off excludes.
        lines = [line for c in reversed(chain) for line in c.values.get("exclude", ())]
        excluded = _patterns(lines) if lines else None
        return ResolvedConfig(chain, os.path.join(base, ""), settings, tables, excluded)


def _tables_for(resolved: ResolvedConfig, path: str) -> Sequence[Table]:
    """The tables that hold for the file at `path`."""
    if all(table.patterns is None for table in resolved.tables):
        return resolved.tables
    name = resolved.named(os.path.abspath(path))
    return [
        table
        for table in resolved.tables
        if table.patterns is None or (name and table.patterns.matches(name))
    ]


def _read_named(path: str) -> Config:
    config = read(path)
    if config is None:
        raise ConfigError(path, "there is no [tool.newslint] in it")
    return config


def _layer(config: Config) -> Layer:
    """The books of one configuration; its paths are relative to its folder."""

    def absolute(key: str) -> tuple[str, ...]:
        return tuple(os.path.join(config.folder, path) for path in config.values.get(key, ()))

    own = os.path.join(config.folder, OWN_NAMES)
    implied = (own,) if "names" not in config.values and os.path.isdir(own) else ()
    return Layer(absolute("names") or implied, absolute("rules"), config.path)


def _tables(config: Config) -> Iterator[Table]:
    """The tables of one configuration; of `per-path` tables, the last is the nearest."""
    for pattern, table in reversed(config.values.get("per-path", {}).items()):
        selection = _selection(table, (config.path, "per-path", pattern))
        language = table.get("language", "")
        yield Table(
            _patterns([pattern]),
            selection,
            language,
            _sources(table, config),
            table.get("desk", ""),
        )
    selection = _selection(config.values, (config.path,))
    if not any(selection[:3]):
        selection = Selection()
    language = config.values.get("language", "")
    desk = config.values.get("desk", "")
    yield Table(None, selection, language, _sources(config.values, config), desk)


def _selection(table: Mapping[str, tuple[str, ...]], origin: tuple[str, ...]) -> Selection:
    select, ignore, extend = (table.get(key, ()) for key in SELECTION)
    return Selection(select, ignore, extend, origin)


def _sources(table: Mapping[str, tuple[str, ...]], config: Config) -> tuple[str, ...]:
    """Paths of the sources in a table; each is relative to the file that names it."""
    return tuple(os.path.join(config.folder, path) for path in table.get("sources", ()))


def _grading(config: Config) -> Grading:
    return Grading(tuple(config.values["severity"].items()), (config.path, "severity"))


def _fields(chain: Sequence[Config]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that hold copy, by suffix; the nearest configuration sets each."""
    fields: dict[str, tuple[str, ...]] = {}
    for config in reversed(chain):
        fields |= config.values.get("formats", {})
    return tuple(sorted(fields.items()))


def _patterns(lines: list[str]) -> PathPatterns:
    from newslint.storage.path_patterns import PathPatterns

    return PathPatterns(lines)
