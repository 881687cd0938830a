"""One configuration file: in comes TOML, out come its values, checked key by key.

tomllib does not say where a value stands; `where` looks for it once there is a fault to report.
"""

# ruff: noqa: PTH119, PTH120, PTH123

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.core.errors import ConfigError, near, refusal
from newslint.core.finding import SEVERITIES

if TYPE_CHECKING:
    from newslint.core.place import Where


PYPROJECT = "pyproject.toml"

FILES = ("newslint.toml", ".newslint.toml", PYPROJECT)
"""What a configuration is called, the first that a folder has being its own."""


TOOL = ("tool", "newslint")
"""The table of a pyproject.toml that is ours."""


class Config(NamedTuple):
    """What one file says: values by key, of the types that KEYS asks for.

    `path` is what errors call the file; `folder` is what its paths are relative to.
    """

    path: str
    folder: str
    values: Mapping[str, Any]


def read(path: str) -> Config | None:
    """The configuration in a file; None for a pyproject.toml that has nothing for us.

    A ConfigError, with its line if that can be told, for whatever is no configuration.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ConfigError(path, refusal(error)) from None
    folder = os.path.dirname(path)
    if os.path.basename(path) != PYPROJECT:
        return Config(path, folder, _checked(_parsed(data, path), KEYS, (path,)))
    if TOOL[1].encode() not in data:
        return None
    table = _parsed(data, path)
    for key in TOOL:
        table = table.get(key) or {}
    return Config(path, folder, _checked(table, KEYS, (path,))) if table else None


def where(origin: Sequence[str], value: str = "") -> Where | str:
    """The place of a key, or of a string in its value; the file alone if that is not found.

    `origin` is the file and the keys that lead there.
    """
    path, *keys = origin
    if os.path.basename(path) == PYPROJECT:
        keys = [*TOOL, *keys]
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return path
    from newslint.core.place import Where

    at = _line_of(lines, tuple(keys))
    if value:
        written = re.compile(rf"""["']?{re.escape(value)}["']?(?![\w/-])""")
        at = next((n for n in range(at, len(lines) + 1) if n and written.search(lines[n - 1])), at)
    return Where(path, at) if at else path


# Only what is wrong has a place to be told: compiled here, these would cost every start.
_HEADER = r"\s*\[\[?(.*?)\]\]?\s*(#.*)?"

_KEY = r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""

_PART = r"""[\w-]+|"[^"]*"|'[^']*'"""


def _line_of(lines: Sequence[str], keys: tuple[str, ...]) -> int:
    """The line where the keys lead, as near as it can be told; 0 if nowhere."""
    table: tuple[str, ...] = ()
    best, depth = 0, 0
    for number, line in enumerate(lines, 1):
        if header := re.fullmatch(_HEADER, line):
            here = table = _parts(header[1])
        elif key := re.match(_KEY, line):
            here = table + _parts(key[1])
        else:
            continue
        if len(here) > depth and keys[: len(here)] == here:
            best, depth = number, len(here)
    return best


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))


def _parsed(data: bytes, path: str) -> dict[str, Any]:
    import tomllib

    from newslint.core.place import Where

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(Where(path, line), "not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        said = re.fullmatch(r"(.*) \(at (?:line (\d+).*|end of document)\)", str(error))
        line = int(said[2] or 0) if said else 0
        reason = said[1] if said else str(error)
        last = data.count(b"\n") + 1
        raise ConfigError(Where(path, line or last), f"not valid TOML: {reason}") from None


Read = Callable[[Any, tuple[str, ...]], Any]


def _checked(table: Any, known: Mapping[str, Read], origin: tuple[str, ...]) -> dict[str, Any]:
    """The values of a table, once its keys and their types are found to be right."""
    if not isinstance(table, dict):
        raise ConfigError(where(origin), "a table is wanted here")
    for key in table:
        if key not in known:
            raise ConfigError(where((*origin, key)), f"unknown key '{key}'", near(key, known))
    return {key: known[key](value, (*origin, key)) for key, value in table.items()}


def _text(value: Any, origin: tuple[str, ...]) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(where(origin), f"'{origin[-1]}' is a string")
    return value


def _language(value: Any, origin: tuple[str, ...]) -> str:
    from newslint.core.language import objection

    tag = _text(value, origin)
    hint = objection(tag)
    if hint is not None:
        raise ConfigError(where(origin), f"'{tag}' is no language", hint)
    return tag


def _texts(value: Any, origin: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        hint = f'write ["{value}"]' if isinstance(value, str) else ""
        raise ConfigError(where(origin), f"'{origin[-1]}' is a list of strings", hint)
    return tuple(value)


def _patterns(value: Any, origin: tuple[str, ...]) -> tuple[str, ...]:
    patterns = _texts(value, origin)
    for pattern in patterns:
        _refuse_no_pattern(pattern, origin)
    return patterns


def _per_path(value: Any, origin: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(where(origin), f"'{origin[-1]}' is a table of paths")
    for pattern in value:
        _refuse_no_pattern(pattern, origin)
    return {path: _checked(table, PER_PATH, (*origin, path)) for path, table in value.items()}


def _refuse_no_pattern(pattern: str, origin: tuple[str, ...]) -> None:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        place = where(origin, pattern)
        raise ConfigError(place, f"'{pattern}' is no pattern of paths") from None


def _formats(value: Any, origin: tuple[str, ...]) -> dict[str, Any]:
    from newslint.text.formats import FIELDED

    return _checked(value, dict.fromkeys(FIELDED, _texts), origin)


def _severity(value: Any, origin: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigError(where(origin), f"'{origin[-1]}' is a table of rules")
    for rule, given in value.items():
        if given not in SEVERITIES:
            message = f"'{given}' is no severity"
            raise ConfigError(where((*origin, rule)), message, f"known: {', '.join(SEVERITIES)}")
    return value


SELECTION: Mapping[str, Read] = {"select": _texts, "ignore": _texts, "extend-select": _texts}
"""Keys that choose rules, in a configuration and in its `per-path` tables, and their readers."""


PER_PATH: Mapping[str, Read] = {**SELECTION, "language": _language}
"""What a `per-path` table may say of the files that it is about."""


KEYS: Mapping[str, Read] = {
    "extends": _texts,
    **SELECTION,
    "per-path": _per_path,
    "severity": _severity,
    "style": _text,
    "language": _language,
    "names": _texts,
    "rules": _texts,
    "exclude": _patterns,
    "formats": _formats,
}
"""Every key of a configuration, and its reader."""
