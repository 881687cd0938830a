"""Import packages that an extra installs, or say which extra to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newslint.core.errors import NewslintError


def load(module: str, extra: str, purpose: str) -> Any:
    """Import a module; a NewslintError names the extra to install if it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        package = (error.name or module).partition(".")[0]
        hint = f"pip install 'newslint[{extra}]'"
        raise NewslintError(f"{purpose} needs {package}, which is not here ({hint})") from None
