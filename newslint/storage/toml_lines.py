"""Find the lines of keys and values in TOML, which tomllib does not tell.

That is done only when there is a fault to report.
"""

# ruff: noqa: PTH119

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from newslint.core.regular_file import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.place import Where


PYPROJECT = "pyproject.toml"


TOOL = ("tool", "newslint")
"""The table of a pyproject.toml that is newslint's."""


def place_of_key(origin: Sequence[str], value: str = "") -> Where | str:
    """The place of a key, or of a string in its value; the file alone if that is not found.

    `origin` is the file and the keys that lead there.
    """
    path, *keys = origin
    if os.path.basename(path) == PYPROJECT:
        keys = [*TOOL, *keys]
    try:
        lines = read_regular(path).decode("utf-8-sig", "replace").splitlines()
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
    """The line of the longest beginning of `keys` that the file has; 0 if none."""
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
