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

OBJECT = "\ufffc"
"""Stands in the prose, without a place, where the reader sees something that is not prose
(inline code, a picture): the words on either side of it are not neighbours."""


class Run(NamedTuple):
    """Prose from offset `at` to `end` stands in the source at `span`, letter for letter.

    A run that is `decoded` (an entity, an escape) shows what `span` means rather than what it
    holds: it maps back only as a whole.
    """

    at: int
    end: int
    span: Span
    decoded: bool = False


class Piece(NamedTuple):
    """What a reader of a format found: text, where it stands, whether it is decoded.

    What stands somewhere and shows no text is a comment.
    """

    text: str
    span: Span | None = None
    decoded: bool = False


class Prose:
    """Text as read, and where each letter of it stands in the source.

    >>> prose = Prose.of([Piece("A ", Span(0, 2)), Piece("plain word", Span(4, 14))])
    >>> prose.text
    'A plain word'
    >>> prose.to_source(Span(2, 7))
    Span(start=4, end=9)
    >>> prose.to_source(Span(0, 7)) is None
    True
    """

    __slots__ = ("_starts", "comments", "runs", "text")

    def __init__(self, text: str, runs: tuple[Run, ...], comments: tuple[Span, ...] = ()) -> None:
        self.text = text
        self.runs = runs
        self.comments = comments
        self._starts = [run.at for run in runs]

    @classmethod
    def plain(cls, text: str) -> Prose:
        """The whole source is prose."""
        return cls(text, (Run(0, len(text), Span(0, len(text))),))

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, Span | None, bool]]) -> Prose:
        """Join pieces of (text, where it stands, whether it is decoded).

        A piece without a place (a blank line put between two blocks) is seen by checks and
        can be neither reported nor edited.
        """
        texts: list[str] = []
        runs: list[Run] = []
        comments: list[Span] = []
        at = 0
        for text, span, decoded in pieces:
            if not text:
                if span is not None:
                    comments.append(span)
                continue
            end = at + len(text)
            if span is not None:
                last = runs[-1] if runs else None
                if last and not decoded and _continues(last, at, span):
                    runs[-1] = Run(last.at, end, Span(last.span.start, span.end))
                else:
                    runs.append(Run(at, end, span, decoded))
            texts.append(text)
            at = end
        return cls("".join(texts), tuple(runs), tuple(comments))

    def to_source(self, span: Span) -> Span | None:
        """Where `span` of the prose stands in the source; None if in no single stretch."""
        k = bisect_right(self._starts, span.start) - 1
        if k < 0:
            return None
        run = self.runs[k]
        if run.decoded:
            return run.span if (run.at, run.end) == span else None
        if span.end > run.end:
            return None
        shift = run.span.start - run.at
        return Span(span.start + shift, span.end + shift)


def _continues(run: Run, at: int, span: Span) -> bool:
    """Whether a piece at `at` and `span` goes on where `run` stops, in prose and source."""
    return not run.decoded and run.end == at and run.span.end == span.start
