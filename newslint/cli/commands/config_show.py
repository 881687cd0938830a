"""`newslint config show [PATH]`: print what holds for a file, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from newslint.book.book import rules_in_use
from newslint.cli.options import CONFIG, ISOLATED
from newslint.core.language import ENGLISH
from newslint.core.record import NamedTuple

if TYPE_CHECKING:
    from newslint.book.settings import Settings
    from newslint.config.resolver import ResolvedConfig


COLUMN = 40
"""The column of the places, if the values are short enough."""


class Value(NamedTuple):
    """One value with its key in TOML, and the place that sets it."""

    key: str
    value: Any
    place: str


def _show(path: str, config: str | None, isolated: bool) -> int:
    """Say what holds for PATH, a file or a folder, and where each value comes from.

    The default is the current folder. Where a key stands more than once, the nearest is first.
    """
    from newslint.config.resolver import CommandLine, ConfigResolver
    from newslint.report.output import print_lines

    resolver = ConfigResolver(CommandLine(config=config or "", isolated=isolated))
    file = os.path.join(path, "") if os.path.isdir(path) else path  # noqa: PTH112, PTH118
    resolved, settings = resolver.resolved(file), resolver.settings(file)
    lines = [_head(path, resolved, resolver.excludes(file))]
    lines += [_line(value) for value in _values(resolved, settings)]
    lines.append(_used(settings))
    print_lines(lines)
    return 0


def _head(path: str, resolved: ResolvedConfig, excluded: bool) -> str:
    files = [config.path for config in resolved.chain]
    head = files[0] if files else "no configuration"
    if files[1:]:
        head += f", which extends {', '.join(files[1:])}"
    return f"# {path}: {head}" + (" (excluded)" if excluded else "")


def _values(resolved: ResolvedConfig, settings: Settings) -> Iterator[Value]:
    """Every value in use, key by key, with defaults for keys that are not set."""
    from newslint.config.config_file import KEYS
    from newslint.storage.toml_lines import place_of_key

    origins = {selection.origin for selection in settings.selections}
    for key in KEYS:
        found = False
        for config in resolved.chain:
            values = config.values.get(key, {} if key in TABLES else ())
            if not values and values is not False:
                continue
            if key not in TABLES:
                yield Value(key, values, str(place_of_key((config.path, key))))
                found = True
                if key in SINGLE:
                    break
            for inner, value in values.items() if key in TABLES else ():
                origin = (config.path, key, inner)
                if key != "per-path" or origin in origins:
                    yield Value(f"{key}.{_toml(inner)}", value, str(place_of_key(origin)))
                    found = True
        if not found and key not in TABLES:
            yield _default(key, settings)


TABLES = ("per-path", "severity", "formats")

SINGLE = ("style", "language", "desk", "decisions")
"""Keys of which only the nearest value is used."""


def _default(key: str, settings: Settings) -> Value:
    """The default of a key that is not set: nothing, or what other keys imply."""
    if key == "names":
        return Value(key, [path for layer in settings.layers for path in layer.names], "default")
    if key == "style":
        return Value(key, settings.style, "language" if settings.style else "default")
    if key == "desk":
        return Value(key, "", "default")  # the folder of each article
    return Value(key, {"language": ENGLISH, "decisions": True}.get(key, ()), "default")


def _line(value: Value) -> str:
    written = f"{value.key} = {_toml(value.value)}"
    return f"{written:<{COLUMN}}  # {value.place}"


def _toml(value: Any) -> str:
    """A value as TOML writes it: strings, lists of them and tables of those.

    >>> print(_toml({"ignore": ("usage", "names/doubtful")}))
    {ignore = ["usage", "names/doubtful"]}
    """
    import json

    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _used(settings: Settings) -> str:
    from newslint.engine.books import open_book

    book = open_book(style=settings.style, behind=settings.layers)
    return f"# {len(rules_in_use(book, settings))} of {len(book.rules)} rules are used"


command = click.Command(
    "show",
    params=[click.Argument(["path"], default=".", metavar="[PATH]"), CONFIG.click, ISOLATED.click],
    callback=_show,
    help=_show.__doc__,
)
