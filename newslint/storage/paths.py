"""Where the package, the rules it ships, and the user's cache are.

Paths are plain strings: pathlib and platformdirs would cost a start-up ten milliseconds.
"""

# ruff: noqa: PTH100, PTH110, PTH111, PTH117, PTH118, PTH120, PTH208

from __future__ import annotations

import os
import sys
from contextlib import suppress

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


RESULTS, BOOKS, MEMORIES = "results", "books", "memories"
"""Folders of the user's cache: findings, compiled books, and memories."""


SITE = os.path.dirname(PACKAGE)
"""The folder of the package; in a clone the rules lie there, too."""


def in_checkout() -> bool:
    """Whether the package is in a clone, whose rules may change at any time."""
    return os.path.exists(os.path.join(SITE, "pyproject.toml"))


def shipped_rules() -> str:
    """The folder of the shipped rules as YAML, in a checkout or in an installed wheel."""
    return os.path.join(SITE if in_checkout() else PACKAGE, "rules")


def packages() -> list[str]:
    """Names and versions of the installed packages (their .dist-info folders)."""
    found = []
    for folder in sys.path:
        with suppress(OSError):
            found += [name for name in os.listdir(folder or ".") if name.endswith(".dist-info")]
    return sorted(found)


def cache_folder(name: str) -> str:
    """The path of the folder `name` in the user's cache; it may not exist yet."""
    return os.path.join(_user_cache(), "newslint", name)


def state_folder(name: str) -> str:
    """The path of the folder `name` of what cannot be made again; it may not exist yet."""
    return os.path.join(_user_state(), "newslint", name)


def _user_cache() -> str:
    """The folder for data that can be made again (XDG Base Directory Specification 0.8)."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(folder):
        return folder
    if sys.platform == "linux":
        return os.path.expanduser("~/.cache")
    from platformdirs import user_cache_dir

    return user_cache_dir()


def _user_state() -> str:
    """The folder for what is kept of what a user did."""
    folder = os.environ.get("XDG_STATE_HOME", "")
    if os.path.isabs(folder):
        return folder
    if sys.platform == "linux":
        return os.path.expanduser("~/.local/state")
    from platformdirs import user_state_dir

    return user_state_dir()
