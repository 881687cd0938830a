"""Progress: a line on a terminal's standard error while a run takes long, gone when it is over."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import monotonic
from typing import TextIO

LONG = 2.0
"""Seconds that a run may take before it says how far it is."""

_OFTEN = 0.1
"""Seconds that a line stands at least."""

_ERASE = "\r\x1b[K"


class Progress:
    """How many of `total` files are done, shown on `stream` if that is a terminal."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream = stream if stream and _is_terminal(stream) else None
        self._total = total
        self._clock = clock
        self._next = clock() + LONG
        self._done = 0
        self._shown = False

    def step(self) -> None:
        """One more file is done."""
        self._done += 1
        if self._stream and self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._write(f"{_ERASE}{self._done:,} of {self._total:,} files")
            self._shown = True

    def clear(self) -> None:
        """Make room for what else is written to the terminal."""
        if self._shown:
            self._write(_ERASE)
            self._shown = False

    close = clear

    def _write(self, text: str) -> None:
        assert self._stream
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal is gone; whoever needs it will say so
            self._stream = None


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"
