"""Sources that an article names in its front matter: `sources: [release.docx, hearing.txt]`."""

# ruff: noqa: PTH118, PTH120

from __future__ import annotations

import os
import re

from newslint.core.errors import SourceError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FENCED = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)

KEY = re.compile(r"^(?:\"sources\"|sources)[ \t]*[:=]", re.MULTILINE)

LONGEST = 64 << 10
"""Letters that front matter is read in."""


def named_sources(text: str, path: str) -> tuple[str, ...]:
    """The paths of the sources that an article names; each is relative to the article.

    Raises a SourceError if they are no list of files.
    """
    if not text.startswith(("---", "+++", "\ufeff---", "\ufeff+++")):
        return ()
    found = FENCED.match(text.lstrip("\ufeff")[:LONGEST])
    if not found or not KEY.search(found[2]):
        return ()
    value = _parsed(found[2], found[1] == "+++", path)
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
        raise SourceError(path, "'sources' in front matter is a list of files")
    return tuple(_within(path, name) for name in names)


def _within(path: str, name: str) -> str:
    """The path of a source; a SourceError if it leads out of the folder that is worked in.

    That is the current folder or, for an article elsewhere, the article's own: what a stranger's
    article names must not show up in a report.
    """
    folder = os.path.dirname(path)
    own, here = os.path.realpath(folder), os.path.realpath(".")
    root = here if _is_below(own, here) else own
    if not _is_below(os.path.realpath(os.path.join(folder, name)), root):
        raise SourceError(path, f"its source '{name}' is outside of {root}")
    return os.path.join(folder, name)


def _is_below(path: str, folder: str) -> bool:
    return os.path.commonpath([path, folder]) == folder


def _parsed(text: str, is_toml: bool, path: str) -> Any:
    """The value of `sources`; a SourceError for front matter that is not valid."""
    import tomllib

    import yaml

    try:
        values = tomllib.loads(text) if is_toml else yaml.safe_load(text)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError):
        raise SourceError(path, "front matter names sources, and cannot be read") from None
    return values.get("sources", []) if isinstance(values, dict) else []
