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
    return os.path.join(
        _user_folder("XDG_CACHE_HOME", "~/.cache", "user_cache_dir"), "newslint", name
    )


def state_folder(name: str) -> str:
    """The path of the folder `name` of what cannot be made again; it may not exist yet."""
    return os.path.join(
        _user_folder("XDG_STATE_HOME", "~/.local/state", "user_state_dir"), "newslint", name
    )


def _user_folder(variable: str, usual: str, elsewhere: str) -> str:
    """A folder of the user (XDG Base Directory Specification 0.8).

    The `variable` of the environment names it, or it is the `usual` one of Linux; on other systems
    it is what the function `elsewhere` of platformdirs says.
    """
    folder = os.environ.get(variable, "")
    if os.path.isabs(folder):
        return folder
    if sys.platform == "linux":
        return os.path.expanduser(usual)
    import platformdirs

    found: str = getattr(platformdirs, elsewhere)()
    return found
