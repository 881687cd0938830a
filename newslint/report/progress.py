"""Show progress in one line of a terminal's standard error while a run takes long."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import TextIO

from newslint.report.colour import is_terminal

LONG = 2.0
"""Seconds before a run shows its progress."""


_OFTEN = 0.1
"""Minimum seconds between two updates."""


_ERASE = "\r\x1b[K"


class ProgressLine:
    """A progress line on `stream`, if that is a terminal."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream = stream if stream and is_terminal(stream) else None
        self._total = total
        self._clock = clock
        self._next = clock() + LONG
        self._done = 0
        self._shown = False

    def _update(self, say: Callable[[], str]) -> None:
        """Show the text that `say` returns, unless the line was updated a moment ago."""
        if self._stream and self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._write(f"{_ERASE}{say()}")
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


class Progress(ProgressLine):
    """Shows how many of `total` files are done."""

    def step(self) -> None:
        """Count one more file."""
        self._done += 1
        self._update(lambda: f"{self._done:,} of {self._total:,} files")


class CountProgress(ProgressLine):
    """Shows how many articles are done, if their total is unknown."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(stream, 0, clock)

    def step(self) -> None:
        """Count one more article."""
        self._done += 1
        self._update(lambda: f"{self._done:,} articles")


class ByteProgress(ProgressLine):
    """Shows how many articles are done, the speed, and the time for the rest of `total` bytes."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(stream, total, clock)
        self._begun = clock()
        self._first = -1

    def reached(self, articles: int, read: int) -> None:
        """Count `articles` more articles; `read` bytes are read in all."""
        if self._first < 0:
            self._begun, self._first = self._clock(), read  # a run may go on with an earlier one
        self._done += articles
        self._update(lambda: self._text(read))

    def _text(self, read: int) -> str:
        seconds = max(self._clock() - self._begun, 0.001)
        ahead = (self._total - read) * seconds / max(read - self._first, 1)
        share = 100 * read // max(self._total, 1)
        rate = round(self._done / seconds)
        return f"{self._done:,} articles ({share} %), {rate:,} a second, {_span(ahead)} left"


def _span(seconds: float) -> str:
    """A duration, for people.

    >>> _span(8.2), _span(150), _span(9_000)
    ('9 s', '3 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{ceil(seconds)} s"
    hours, minutes = divmod(ceil(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
