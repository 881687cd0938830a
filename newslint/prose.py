"""Prose: what a reader sees of a source, and the map back.

A reader (formats/) takes a source's text apart into runs; checks see one string. Markup is
left out; where two runs meet inside a word (Bei<b>gun</b>) the word is whole in the prose and
has no single place in the source, and what mends it is cut to the letters that change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.finding import Edit, Span

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

    __slots__ = ("_starts", "comments", "reserved", "runs", "text")

    def __init__(
        self,
        text: str,
        runs: tuple[Run, ...],
        comments: tuple[Span, ...] = (),
        reserved: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.runs = runs
        self.comments = comments
        self.reserved = reserved
        self._starts = [run.at for run in runs]

    @classmethod
    def plain(cls, text: str) -> Prose:
        """The whole source is prose."""
        return cls(text, (Run(0, len(text), Span(0, len(text))),))

    @classmethod
    def of(
        cls,
        pieces: Iterable[tuple[str, Span | None, bool]],
        reserved: frozenset[str] = frozenset(),
    ) -> Prose:
        """Join pieces of (text, where it stands, whether it is decoded).

        A piece without a place (a blank line put between two blocks) is seen by checks and
        can be neither reported nor edited. Letters that are `reserved` mean something else
        where they are written as they stand, so no edit may bring them in.
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
        return cls("".join(texts), tuple(runs), tuple(comments), reserved)

    def to_source(self, span: Span) -> Span | None:
        """Where `span` of the prose stands in the source; None if in no single stretch."""
        k = self._run(span.start)
        if k < 0:
            return None
        start = self._place(self.runs[k], span.start, False)
        while span.end > self.runs[k].end:
            k += 1
            if k == len(self.runs) or not _meet(self.runs[k - 1], self.runs[k]):
                return None
        run = self.runs[k]
        if span.start == span.end and run.decoded:
            return None
        end = self._place(run, span.end, True)
        return None if start is None or end is None else Span(start, end)

    def near(self, at: int) -> int:
        """Where in the source to look for what stands at `at` of the prose."""
        run = self.runs[max(self._run(at), 0)] if self.runs else Run(0, 0, Span(0, 0))
        return run.span.start if run.decoded else min(run.span.start + at - run.at, run.span.end)

    def edits(self, edit: Edit) -> tuple[Edit, ...] | None:
        """`edit` of the prose as edits of the source; None where they would be a guess.

        >>> prose = Prose.of([Piece("Bei", Span(0, 3)), Piece("gan", Span(6, 9))])
        >>> prose.edits(Edit(Span(0, 6), "Beigun"))
        (Edit(span=Span(start=7, end=8), text='u'),)
        """
        return self._whole(edit) or self._whole(self.least(edit)) or self._letters(edit)

    def least(self, edit: Edit) -> Edit:
        """The same edit without the letters at its ends that stay as they are."""
        (start, end), new = edit
        old = self.text[start:end]
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        return Edit(Span(start + head, end - tail), new[head : len(new) - tail])

    def within(self, span: Span) -> Iterator[Piece]:
        """The pieces of `span`: what is decoded only in part has no place."""
        at = span.start
        k = max(self._run(at), 0)
        while at < span.end:
            if k < len(self.runs) and self.runs[k].end <= at:
                k += 1
                continue
            run = self.runs[k] if k < len(self.runs) else None
            if run is None or run.at > at:
                end = min(run.at, span.end) if run else span.end
                yield Piece(self.text[at:end])
            else:
                end = min(run.end, span.end)
                yield Piece(self.text[at:end], self.to_source(Span(at, end)), run.decoded)
            at = end

    def pieces(self) -> Iterator[Piece]:
        """All of it."""
        return self.within(Span(0, len(self.text)))

    def _run(self, at: int) -> int:
        """Which run `at` is in, or comes after; -1 if none."""
        return bisect_right(self._starts, at) - 1

    def _place(self, run: Run, at: int, end: bool) -> int | None:
        """Where an offset in a run stands: in one that is decoded, its ends alone have a place."""
        if run.decoded:
            if at == (run.end if end else run.at):
                return run.span.end if end else run.span.start
            return None
        return run.span.start + at - run.at if run.at <= at <= run.end else None

    def _whole(self, edit: Edit) -> tuple[Edit, ...] | None:
        """One edit in one stretch of the source."""
        span = self.to_source(edit.span)
        return (
            None
            if span is None or not self.reserved.isdisjoint(edit.text)
            else (Edit(span, edit.text),)
        )

    def _letters(self, edit: Edit) -> tuple[Edit, ...] | None:
        """An edit for each letter that another takes the place of."""
        (start, end), new = edit
        if end - start != len(new):
            return None
        made: list[Edit] = []
        for at, char in enumerate(new, start):
            if self.text[at] != char:
                placed = self._whole(Edit(Span(at, at + 1), char))
                if placed is None:
                    return None
                made += placed
        return tuple(made)


def through(pieces: Iterable[Piece], outer: Prose) -> Iterator[Piece]:
    """Pieces that stand in the text of `outer`, as pieces of the source of `outer`.

    So a page of HTML is read in a string of JSON: whoever reads the page knows only the page.
    """
    for piece in pieces:
        if piece.span is None:
            yield piece
        elif piece.text and not piece.decoded:
            yield from outer.within(piece.span)
        else:
            yield Piece(piece.text, outer.to_source(piece.span), True)


def _alike(a: str, b: str) -> int:
    """How many letters two texts have in common at their beginnings."""
    return next(
        (at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _meet(run: Run, other: Run) -> bool:
    """Whether two runs follow each other in the prose and in the source."""
    return run.end == other.at and run.span.end == other.span.start


def _continues(run: Run, at: int, span: Span) -> bool:
    """Whether a piece at `at` and `span` goes on where `run` stops, in prose and source."""
    return not run.decoded and _meet(run, Run(at, at, span))
