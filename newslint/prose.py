"""Prose: what a reader sees of a source, and the map back.

A reader (formats/) takes a source's text apart into runs; checks see one string. Markup is
left out; where two runs meet inside a word (Bei<b>gun</b>) the word is whole in the prose,
and `to_source` gives None for it, since no single edit could mend it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newslint.finding import Span


class Run(NamedTuple):
    """Prose from offset `at` on stands in the source at `span`, letter for letter.

    A run that is `decoded` (an entity, an escape) says what `span` means rather than what it
    shows: it maps back only as a whole.
    """

    at: int
    span: Span
    decoded: bool = False


class Prose:
    """Text as read, and where each letter of it stands in the source.

    >>> prose = Prose.of([("A ", Span(0, 2), False), ("plain word", Span(4, 14), False)])
    >>> prose.text
    'A plain word'
    >>> prose.to_source(Span(2, 7))
    Span(start=4, end=9)
    >>> prose.to_source(Span(0, 7)) is None
    True
    """

    __slots__ = ("_starts", "runs", "text")

    def __init__(self, text: str, runs: tuple[Run, ...]) -> None:
        self.text = text
        self.runs = runs
        self._starts = [run.at for run in runs]

    @classmethod
    def plain(cls, text: str) -> Prose:
        """The whole source is prose."""
        return cls(text, (Run(0, Span(0, len(text))),))

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, Span | None, bool]]) -> Prose:
        """Join pieces of (text, where it stands, whether it is decoded).

        A piece without a place (a blank line put between two blocks) is seen by checks and
        can be neither reported nor edited.
        """
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for text, span, decoded in pieces:
            if not text:
                continue
            if span is not None:
                last = runs[-1] if runs else None
                joined = (
                    last is not None
                    and not decoded
                    and not last.decoded
                    and last.span.end == span.start
                    and last.at + last.span.end - last.span.start == at
                )
                if joined and last is not None:
                    runs[-1] = Run(last.at, Span(last.span.start, span.end))
                else:
                    runs.append(Run(at, span, decoded))
            texts.append(text)
            at += len(text)
        return cls("".join(texts), tuple(runs))

    def to_source(self, span: Span) -> Span | None:
        """Where `span` of the prose stands in the source; None if in no single stretch."""
        k = bisect_right(self._starts, span.start) - 1
        if k < 0:
            return None
        run = self.runs[k]
        offset = span.start - run.at
        if run.decoded:
            following = self.runs[k + 1].at if k + 1 < len(self.runs) else len(self.text)
            return run.span if offset == 0 and span.end == following else None
        start, end = run.span.start + offset, run.span.start + span.end - run.at
        return Span(start, end) if end <= run.span.end else None
