"""Which scanner runs: the compiled one, or its twins in Python.

The build compiles it where it finds a compiler. Where it did not, or where `NEWSLINT_PURE` is set,
the twins run, which find the same.
"""

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
    return _scanner


compiled = _load()
"""The compiled scanner; None where the twins run."""


def describe() -> str:
    """Which scanner runs, in words."""
    return "compiled" if compiled else "Python"
