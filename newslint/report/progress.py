"""The progress of a run over files or articles, in one line of a terminal."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic

from newslint.core.progress_line import ProgressLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


class Progress(ProgressLine):
    """Shows how many of `total` files are done."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(stream, clock)
        self._done, self._total = 0, total

    def step(self) -> None:
        """Count one more file."""
        self._done += 1
        self.update(lambda: f"{self._done:,} of {self._total:,} files")


class CountProgress(ProgressLine):
    """Shows how many articles are done, if their total is unknown."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(stream, clock)
        self._done = 0

    def step(self) -> None:
        """Count one more article."""
        self._done += 1
        self.update(lambda: f"{self._done:,} articles")


class ByteProgress(ProgressLine):
    """Shows how many articles are done, the speed, and the time for the rest of `total` bytes."""

    def __init__(
        self, stream: TextIO | None, total: int, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(stream, clock)
        self._done, self._total = 0, total
        self._begun = clock()
        self._first = -1

    def reached(self, articles: int, read: int) -> None:
        """Count `articles` more articles; `read` bytes are read in all."""
        if self._first < 0:
            self._begun, self._first = self._clock(), read  # an earlier run may have read some
        self._done += articles
        self.update(lambda: self._text(read))

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
