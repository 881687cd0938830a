"""Which scanner runs: the compiled one, or its twins in Python.

The build compiles it where it finds a compiler. Where it did not, or where `NEWSLINT_PURE` is set,
the twins run, which find the same. In a checkout whose sources are newer than what was compiled,
they run until newslint is installed anew.
"""

# ruff: noqa: PTH100, PTH110, PTH116, PTH118, PTH120

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

PURE = "NEWSLINT_PURE"
"""The environment variable that turns the compiled scanner off."""


def _load() -> ModuleType | None:
    if os.environ.get(PURE):
        return None
    try:
        from newslint.native import _scanner
    except ImportError:
        return None
    return _scanner if _is_current(_scanner.__file__) else None


def _is_current(built: str | None) -> bool:
    """Whether the scanner is as new as its sources, where those are there."""
    checkout = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sources = os.path.join(checkout, "native")
    if not built or not os.path.exists(os.path.join(sources, "scanner.h")):
        return bool(built)
    time = os.stat(built).st_mtime_ns
    return all(entry.stat().st_mtime_ns <= time for entry in os.scandir(sources))


compiled = _load()
"""The compiled scanner; None where the twins run."""


def describe() -> str:
    """Which scanner runs, in words."""
    return "compiled" if compiled else "Python"
