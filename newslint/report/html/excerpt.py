"""Which stretches of a long text are shown around its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from newslint.core.record import NamedTuple

if TYPE_CHECKING:
    from newslint.core.finding import Span


WHOLE = 20_000
"""Maximum letters of a text that is shown whole; a longer one is shown around its findings."""


AROUND = 1
"""Lines shown before and after a finding."""


class Placed(Protocol):
    """Something that has a place in the text."""

    @property
    def span(self) -> Span:
        """The place."""


T = TypeVar("T", bound=Placed)


class Stretch(NamedTuple, Generic[T]):
    """Text from `start` to `end`, and the findings that it is marked with."""

    start: int
    end: int
    findings: tuple[T, ...] = ()


class Gap(NamedTuple):
    """Lines that are left out."""

    lines: int


def stretches(text: str, findings: Sequence[T]) -> Iterator[Stretch[T] | Gap]:
    """Divide a text into marked and unmarked stretches; overlapping findings share a mark.

    `findings` are in reading order, with places in `text`.
    """
    marks = _merged(findings)
    at = 0
    for start, end in _shown_parts(text, marks):
        if start > at:
            yield Gap(text.count("\n", at, start))
        at = start
        while marks and (marks[0].start < end or marks[0].start == end == len(text)):
            mark = marks.pop(0)
            yield Stretch(at, mark.start)
            yield mark
            at = mark.end
        if at < end:
            yield Stretch(at, end)
            at = end
    if at < len(text):
        yield Gap(text.count("\n", at) + 1)


def _merged(findings: Sequence[T]) -> list[Stretch[T]]:
    marks: list[Stretch[T]] = []
    for finding in findings:
        start, end = finding.span
        last = marks[-1] if marks else None
        if last and (start < last.end or (start, end) == (last.start, last.end)):
            both = (*last.findings, finding)
            marks[-1] = Stretch(last.start, max(end, last.end), both)
        else:
            marks.append(Stretch(start, end, (finding,)))
    return marks


def _shown_parts(text: str, marks: Sequence[Stretch[T]]) -> Iterator[tuple[int, int]]:
    """The parts of the text that are shown: all, or whole lines around the marks."""
    if len(text) <= WHOLE:
        yield 0, len(text)
        return
    begun, ended = 0, 0
    for mark in marks:
        start, end = _line_start(text, mark.start), _line_end(text, mark.end)
        if ended and start > ended:
            yield begun, ended
            begun = start
        elif not ended:
            begun = start
        ended = max(ended, end)
    if ended:
        yield begun, ended


def _line_start(text: str, at: int) -> int:
    at = text.rfind("\n", 0, at) + 1
    for _ in range(AROUND):
        at = text.rfind("\n", 0, max(at - 1, 0)) + 1
    return at


def _line_end(text: str, at: int) -> int:
    for _ in range(AROUND + 1):
        found = text.find("\n", at)
        if found < 0:
            return len(text)
        at = found + 1
    return at
