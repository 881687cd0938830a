"""Count the phrases of any number of articles in bounded memory.

Counts that do not fit are written to a temporary folder in sorted runs, which are merged at
the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from heapq import merge
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint.memory.counts import EXAMPLES, Count, added_up

ROOM = 250_000
"""Maximum phrases in memory before they are written to a run: about 100 MB."""

OPEN = 100
"""Maximum runs that are merged at once."""


class Tally:
    """Counts phrases, article after article."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep at most `room` phrases in memory."""
        self._room = room
        self._counted: dict[str, _Record] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._runs: list[Path] = []
        self._made = 0

    def add(self, phrases: Mapping[str, str], story: int, day: int) -> None:
        """Count the phrases of a story with this number and day."""
        counted = self._counted
        for key, spelling in phrases.items():
            known = counted.get(key)
            if known is None:
                known = counted[key] = _Record(spelling)
            known.add(spelling, story, day)
        if len(counted) > self._room:
            self._spill()

    def counts(self) -> Iterator[Count]:
        """The count of every phrase, sorted by key; may be called again."""
        with ExitStack() as stack:
            runs = [self._sorted(), *(_read(run, stack) for run in self._runs)]
            yield from added_up(merge(*runs, key=attrgetter("key")))

    def close(self) -> None:
        """Remove the runs."""
        if self._folder:
            self._folder.cleanup()

    def _sorted(self) -> Iterator[Count]:
        for key in sorted(self._counted):
            yield self._counted[key].count(key)

    def _spill(self) -> None:
        self._write(self._sorted())
        self._counted = {}
        if len(self._runs) >= OPEN:
            with ExitStack() as stack:
                runs = [_read(run, stack) for run in self._runs]
                merged = self._write(added_up(merge(*runs, key=attrgetter("key"))))
            for run in self._runs:
                if run != merged:
                    run.unlink()
            self._runs = [merged]

    def _write(self, counts: Iterable[Count]) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="newslint-memory-")
        path = Path(self._folder.name) / f"{self._made}.run"
        self._made += 1
        with path.open("wb") as file:
            file.writelines(count.line() for count in counts)
        self._runs.append(path)
        return path


class _Record:
    """The count of one phrase so far."""

    __slots__ = ("before", "examples", "first", "last", "lead", "spelling", "stories")

    def __init__(self, spelling: str) -> None:
        self.spelling = spelling
        self.stories = self.lead = self.first = self.last = self.before = 0
        self.examples: tuple[int, ...] = ()

    def add(self, spelling: str, story: int, day: int) -> None:
        """Count one more story; the commonest spelling is kept."""
        self.stories += 1
        if spelling == self.spelling:
            self.lead += 1
        elif self.lead:
            self.lead -= 1
        else:
            self.spelling, self.lead = spelling, 1
        if day:
            self.first = min(self.first, day) if self.first else day
            if day > self.last:
                self.before, self.last = self.last, day
            elif day > self.before:
                self.before = day
        if len(self.examples) < EXAMPLES:
            self.examples = (*self.examples, story)

    def count(self, key: str) -> Count:
        """All of it, as a value."""
        numbers = self.stories, self.lead, self.first, self.last, self.before
        return Count(key, self.spelling, *numbers, self.examples)


def _read(run: Path, stack: ExitStack) -> Iterator[Count]:
    file = stack.enter_context(run.open("rb"))
    return map(Count.of, file)
