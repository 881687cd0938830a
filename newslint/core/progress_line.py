"""Show the progress of a long run in one line of a terminal, which is removed at the end."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, TextIO

LONG = 2.0
"""Seconds before a run shows its progress."""

_OFTEN = 0.1
"""Minimum seconds between two updates."""

_ERASE = "\r\x1b[K"


def is_terminal(stream: IO[str]) -> bool:
    """Whether `stream` is a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class ProgressLine:
    """A progress line on `stream`, if that is a terminal."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream if stream and is_terminal(stream) else None
        self._clock = clock
        self._next = clock() + LONG
        self._shown = False

    def update(self, text: Callable[[], str]) -> None:
        """Show the text that `text` returns, unless the line was updated a moment ago."""
        if self._stream and self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._write(f"{_ERASE}{text()}")
            self._shown = True

    def clear(self) -> None:
        """Remove the line, before other output to the terminal."""
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
