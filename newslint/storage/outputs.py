"""Refuse to write over what is read: an output that is also an input, or two that are one file."""

# ruff: noqa: PTH116

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from newslint.core.errors import NewslintError


def refuse_clashes(inputs: Iterable[str], outputs: Iterable[str]) -> None:
    """A NewslintError unless every output is a file of its own.

    Whatever they are called: two names of one file, hard links too, are that file.
    """
    outputs = list(outputs)
    if not outputs:
        return
    read = {key for path in inputs for key in _keys(path)}
    written: set[object] = set()
    for path in outputs:
        keys = set(_keys(path))
        if keys & read:
            raise NewslintError(f"{path}: is an input, which is only read (write to another file)")
        if keys & written:
            raise NewslintError(f"{path}: is to be written twice")
        written |= keys


def _keys(path: str) -> Iterator[object]:
    """What tells a file from others: its real path, and which file there is now."""
    yield os.path.realpath(path)
    try:
        state = os.stat(path)
    except OSError:
        return
    if stat.S_ISREG(state.st_mode):
        yield state.st_dev, state.st_ino
