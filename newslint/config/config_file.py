"""Read one configuration file: its values, checked key by key.

A fault is reported with the line of its key (`newslint.storage.toml_lines`).
"""

# ruff: noqa: PTH119, PTH120

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping

from newslint.core.errors import ConfigError, did_you_mean, os_error_text
from newslint.core.finding import SEVERITIES
from newslint.core.record import NamedTuple
from newslint.core.regular_file import read_regular
from newslint.storage.toml_lines import PYPROJECT, TOOL, place_of_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


LARGEST = 4 << 20
"""Maximum bytes of a configuration."""


FILES = ("newslint.toml", ".newslint.toml", PYPROJECT)
"""Names of configuration files; the first that exists in a folder is read."""


class Config(NamedTuple):
    """The values of one file by key, with the types of KEYS.

    `path` names the file in errors; its paths are relative to `folder`.
    """

    path: str
    folder: str
    values: Mapping[str, Any]


def read(path: str) -> Config | None:
    """The configuration in a file; None for a pyproject.toml without a table for newslint.

    Raises a ConfigError, with its line if known, for an invalid configuration.
    """
    try:
        data = read_regular(path, LARGEST)
    except OSError as error:
        raise ConfigError(path, os_error_text(error)) from None
    folder = os.path.dirname(path)
    if os.path.basename(path) != PYPROJECT:
        return Config(path, folder, _checked(_parsed(data, path), KEYS, (path,)))
    if TOOL[1].encode() not in data:
        return None
    table = _parsed(data, path)
    for key in TOOL:
        table = table.get(key) or {}
    return Config(path, folder, _checked(table, KEYS, (path,))) if table else None


def _parsed(data: bytes, path: str) -> dict[str, Any]:
    import tomllib

    from newslint.core.place import Where

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(Where(path, line), "not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        message = re.fullmatch(r"(.*) \(at (?:line (\d+).*|end of document)\)", str(error))
        line = int(message[2] or 0) if message else 0
        reason = message[1] if message else str(error)
        last = data.count(b"\n") + 1
        raise ConfigError(Where(path, line or last), f"not valid TOML: {reason}") from None
    except RecursionError:
        raise ConfigError(path, "not valid TOML: nested too deeply") from None
    except ValueError:
        raise ConfigError(path, "not valid TOML: a number in it has too many digits") from None


Read = Callable[["Any", tuple[str, ...]], "Any"]


def _checked(table: Any, known: Mapping[str, Read], origin: tuple[str, ...]) -> dict[str, Any]:
    """The values of a table; a ConfigError for an unknown key or a wrong type."""
    if not isinstance(table, dict):
        raise ConfigError(place_of_key(origin), "a table is wanted here")
    for key in table:
        if key not in known:
            raise ConfigError(
                place_of_key((*origin, key)), f"unknown key '{key}'", did_you_mean(key, known)
            )
    return {key: known[key](value, (*origin, key)) for key, value in table.items()}


def _text(value: Any, origin: tuple[str, ...]) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(place_of_key(origin), f"'{origin[-1]}' is a string")
    return value


def _flag(value: Any, origin: tuple[str, ...]) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(place_of_key(origin), f"'{origin[-1]}' is true or false")
    return value


def _language(value: Any, origin: tuple[str, ...]) -> str:
    from newslint.core.language import language_fault

    tag = _text(value, origin)
    hint = language_fault(tag)
    if hint is not None:
        raise ConfigError(place_of_key(origin), f"'{tag}' is no language", hint)
    return tag


def _texts(value: Any, origin: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        hint = f'write ["{value}"]' if isinstance(value, str) else ""
        raise ConfigError(place_of_key(origin), f"'{origin[-1]}' is a list of strings", hint)
    return tuple(value)


def _patterns(value: Any, origin: tuple[str, ...]) -> tuple[str, ...]:
    patterns = _texts(value, origin)
    for pattern in patterns:
        _refuse_no_pattern(pattern, origin)
    return patterns


def _per_path(value: Any, origin: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(place_of_key(origin), f"'{origin[-1]}' is a table of paths")
    for pattern in value:
        _refuse_no_pattern(pattern, origin)
    return {path: _checked(table, PER_PATH, (*origin, path)) for path, table in value.items()}


def _refuse_no_pattern(pattern: str, origin: tuple[str, ...]) -> None:
    from newslint.storage.path_patterns import read_pattern

    try:
        read_pattern(pattern)
    except ValueError as error:
        place = place_of_key(origin, pattern)
        message = f"'{pattern[:60]}' is no pattern of paths: {error}"
        raise ConfigError(place, message) from None


def _formats(value: Any, origin: tuple[str, ...]) -> dict[str, Any]:
    from newslint.text.formats import FORMATS

    endings = [ending for each in FORMATS if each.has_fields for ending in each.endings]
    return _checked(value, dict.fromkeys(endings, _texts), origin)


def _severity(value: Any, origin: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigError(place_of_key(origin), f"'{origin[-1]}' is a table of rules")
    for rule, given in value.items():
        if given not in SEVERITIES:
            message = f"'{given}' is no severity"
            raise ConfigError(
                place_of_key((*origin, rule)), message, f"known: {', '.join(SEVERITIES)}"
            )
    return value


SELECTION: Mapping[str, Read] = {"select": _texts, "ignore": _texts, "extend-select": _texts}
"""Readers of the keys that choose rules, in a configuration and its `per-path` tables."""


PER_PATH: Mapping[str, Read] = {
    **SELECTION,
    "language": _language,
    "sources": _texts,
    "desk": _text,
}
"""Readers of the keys of a `per-path` table."""


KEYS: Mapping[str, Read] = {
    "extends": _texts,
    **SELECTION,
    "per-path": _per_path,
    "severity": _severity,
    "style": _text,
    "language": _language,
    "names": _texts,
    "rules": _texts,
    "memory": _texts,
    "sources": _texts,
    "exclude": _patterns,
    "formats": _formats,
    "desk": _text,
    "decisions": _flag,
}
"""Readers of all keys of a configuration."""
