"""Refuse to overwrite an input, and to write two outputs to one file."""

# ruff: noqa: PTH116

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from newslint.core.errors import NewslintError


def refuse_clashes(inputs: Iterable[str], outputs: Iterable[str]) -> None:
    """Raise a NewslintError unless every output is a file of its own.

    Different names of one file, hard links too, count as the same file.
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
    """The keys that identify a file: its real path, and its device and inode if it exists."""
    yield os.path.realpath(path)
    try:
        state = os.stat(path)
    except OSError:
        return
    if stat.S_ISREG(state.st_mode):
        yield state.st_dev, state.st_ino
