"""Which stretch of a prose stands where in its source, in a few bytes each.

A page of nothing but entities has a run for every letter; as objects they would take a hundred
times the room of the page. So each run is stored as its difference from the end of the one before
it, in numbers of seven bits a byte, and every thirty-second is noted, to begin reading at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.finding import Span
from newslint.core.record import NamedTuple

STEP = 32
"""Number of runs between two index entries."""


class Run(NamedTuple):
    """Prose from offset `at` to `end` stands in the source at `span`, letter for letter.

    A run that is `decoded` (an entity, an escape) shows what `span` means rather than what it
    holds: it maps back only as a whole.
    """

    at: int
    end: int
    span: Span
    decoded: bool = False


NOWHERE = Run(0, 0, Span(0, 0))


class SourceMap:
    """Runs in the order of the prose; each is added after the last.

    >>> runs = SourceMap()
    >>> runs.add(Run(0, 3, Span(5, 8)))
    >>> runs.add(Run(3, 4, Span(8, 13), True))
    >>> next(runs.since(3)).span
    Span(start=8, end=13)
    """

    __slots__ = ("_count", "_last", "_notes", "_packed")

    def __init__(self) -> None:
        self._packed = bytearray()
        self._last = NOWHERE
        self._count = 0
        # Of every thirty-second run: where it begins; where the one before it ends, in the prose
        # and in the source; where it is written.
        self._notes = tuple(array("Q") for _ in range(4))

    def add(self, run: Run) -> None:
        """Append a run."""
        at, end, (start, stop), decoded = run
        last = self._last
        if self._count % STEP == 0:
            noted = (at, last.end, last.span.end, len(self._packed))
            for notes, number in zip(self._notes, noted, strict=True):
                notes.append(number)
        jump = start - last.span.end  # back, where an attribute is read after what follows it
        parted = bool(jump) or at > last.end
        self._write((end - at) * 4 + decoded * 2 + parted)
        if parted:
            self._write(at - last.end)
            self._write(jump * 2 if jump >= 0 else -jump * 2 - 1)
        if decoded:
            self._write(stop - start)
        self._last = run
        self._count += 1

    def __iter__(self) -> Iterator[Run]:
        return self.since(0)

    def since(self, at: int) -> Iterator[Run]:
        """The runs from the one that contains or precedes `at` of the prose, to the last."""
        runs = self._read(max(bisect_right(self._notes[0], at) - 1, 0))
        previous = next(runs, None)
        for run in runs:
            if previous and run.at > at:
                yield previous
            previous = run
        if previous:
            yield previous

    def _read(self, note: int) -> Iterator[Run]:
        if not self._count:
            return
        _, end, stop, where = (notes[note] for notes in self._notes)
        numbers = self._numbers(where)
        for number in numbers:
            length, decoded, parted = number >> 2, bool(number & 2), number & 1
            at = end + next(numbers) if parted else end
            jump = next(numbers) if parted else 0
            start = stop + (-(jump + 1) // 2 if jump % 2 else jump // 2)
            end = at + length
            stop = start + (next(numbers) if decoded else length)
            yield Run(at, end, Span(start, stop), decoded)

    def _write(self, number: int) -> None:
        while number > 0x7F:
            self._packed.append(number & 0x7F | 0x80)
            number >>= 7
        self._packed.append(number)

    def _numbers(self, where: int) -> Iterator[int]:
        packed = self._packed
        number = shift = 0
        for at in range(where, len(packed)):
            number |= (packed[at] & 0x7F) << shift
            shift += 7
            if packed[at] < 0x80:
                yield number
                number = shift = 0
