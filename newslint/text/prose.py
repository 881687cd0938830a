"""What a reader sees of a source, and the map back.

A format takes a source's text apart into runs; checks see one string. Markup is left out. Where two
runs meet inside a word (Bei<b>gun</b>) the word is whole in the prose and has no single place in
the source, and an edit of it is cut to the letters that change.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from newslint.core.finding import Edit, Span
from newslint.core.record import NamedTuple
from newslint.text.source_map import NOWHERE, Run, SourceMap

OBJECT = "\ufffc"
"""Stands in the prose, without a place, for something that is not prose
(inline code, a picture), so that the words on either side of it are not neighbours."""

CELL = "\u2003"
"""Stands in the prose, without a place, in the blank line before a cell of a table."""


class Piece(NamedTuple):
    """A piece of text that a format's reader found, its place, and whether it is decoded.

    A piece with a place and no text is a comment.
    """

    text: str
    span: Span | None = None
    decoded: bool = False


class Prose:
    """Text as read, with a source map.

    >>> prose = Prose.of([Piece("A ", Span(0, 2)), Piece("plain word", Span(4, 14))])
    >>> prose.text
    'A plain word'
    >>> prose.to_source(Span(2, 7))
    Span(start=4, end=9)
    >>> prose.to_source(Span(0, 7)) is None
    True
    """

    __slots__ = ("_comments", "_runs", "date", "reserved", "text")

    def __init__(
        self,
        text: str,
        runs: SourceMap,
        comments: Sequence[int] = (),
        reserved: frozenset[str] = frozenset(),
    ) -> None:
        """Take text and its source map; `comments` are the offsets of begins and ends in turn."""
        self.text = text
        self._comments = comments
        self.reserved = reserved
        self._runs = runs
        self.date = ""
        """The article's date (ISO 8601: 2024-03-06) where its front matter has one; else empty."""

    @classmethod
    def plain(cls, text: str) -> Prose:
        """The whole source is prose."""
        runs = SourceMap()
        runs.add(Run(0, len(text), Span(0, len(text))))
        return cls(text, runs)

    @classmethod
    def of(
        cls,
        pieces: Iterable[tuple[str, Span | None, bool]],
        reserved: frozenset[str] = frozenset(),
    ) -> Prose:
        """Join pieces into prose.

        A piece without a place (a blank line put between two blocks) is seen by checks and
        can be neither reported nor edited. The `reserved` letters would be markup in the
        source, so no edit may insert them.
        """
        gathered = ProseBuilder()
        for text, span, decoded in pieces:
            gathered.add(Piece(text, span, decoded))
        return gathered.prose(reserved)

    @property
    def comments(self) -> Iterator[Span]:
        """Places of the comments that are addressed to newslint."""
        return map(Span, self._comments[::2], self._comments[1::2])

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every stretch that has a place, in order."""
        return tuple(self._runs)

    def to_source(self, span: Span) -> Span | None:
        """The place of `span` in the source; None if it is in no single stretch."""
        runs = self._runs.since(span.start)
        run = next(runs, None)
        if run is None or run.at > span.start:
            return None
        start = _place(run, span.start, False)
        while span.end > run.end:
            following = next(runs, None)
            if following is None or not _meet(run, following):
                return None
            run = following
        if span.start == span.end and run.decoded:
            return None
        end = _place(run, span.end, True)
        return None if start is None or end is None else Span(start, end)

    def near(self, at: int) -> int:
        """An offset in the source at or near `at` of the prose."""
        run = next(self._runs.since(at), NOWHERE)
        return run.span.start if run.decoded else min(run.span.start + at - run.at, run.span.end)

    def edits(self, edit: Edit) -> tuple[Edit, ...] | None:
        """Map `edit` to edits of the source; None if they would be a guess.

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
        """The pieces of `span`; a part of a decoded run has no place."""
        at = span.start
        for run in self._runs.since(at):
            if run.at >= span.end:
                break
            if run.end <= at:
                continue
            if run.at > at:
                yield Piece(self.text[at : run.at])
                at = run.at
            end = min(run.end, span.end)
            start, stop = _place(run, at, False), _place(run, end, True)
            place = None if start is None or stop is None else Span(start, stop)
            yield Piece(self.text[at:end], place, run.decoded)
            at = end
        if at < span.end:
            yield Piece(self.text[at : span.end])

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the whole prose."""
        return self.within(Span(0, len(self.text)))

    def parts(self, most: int) -> Iterator[Prose]:
        r"""Split into parts of at most `most` letters, between paragraphs if possible.

        >>> [part.text for part in Prose.plain("One.\n\nTwo.").parts(8)]
        ['One.\n\n', 'Two.']
        """
        at = 0
        while len(self.text) - at > most:
            end = _cut(self.text, at, at + most)
            yield self._part(Span(at, end))
            at = end
        yield self._part(Span(at, len(self.text))) if at else self

    def _part(self, span: Span) -> Prose:
        gathered = ProseBuilder()
        for piece in self.within(span):
            gathered.add(piece)
        return gathered.prose(self.reserved)

    def _whole(self, edit: Edit) -> tuple[Edit, ...] | None:
        """One edit in one stretch of the source."""
        span = self.to_source(edit.span)
        return (
            None
            if span is None or not self.reserved.isdisjoint(edit.text)
            else (Edit(span, edit.text),)
        )

    def _letters(self, edit: Edit) -> tuple[Edit, ...] | None:
        """One edit for each letter that is replaced."""
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


class ProseBuilder:
    """Prose as it is put together, piece by piece."""

    def __init__(self) -> None:
        self._text = StringIO()
        self._runs = SourceMap()
        self._comments = array("Q")
        self._at = 0
        self._last: Run | None = None

    def add(self, piece: Piece) -> None:
        """Append a piece; one that continues the last piece in the source joins its run."""
        text, span, decoded = piece
        at, end = self._at, self._at + len(text)
        if span is not None:
            last = self._last
            if not text:
                self._comments.extend(span)
            elif last and not decoded and _continues(last, at, span):
                self._last = Run(last.at, end, Span(last.span.start, span.end))
            else:
                self._close_run()
                self._last = Run(at, end, span, decoded)
        self._text.write(text)
        self._at = end

    def prose(self, reserved: frozenset[str] = frozenset()) -> Prose:
        """The finished prose; nothing may be added afterwards."""
        self._close_run()
        return Prose(self._text.getvalue(), self._runs, self._comments, reserved)

    def _close_run(self) -> None:
        if self._last:
            self._runs.add(self._last)
        self._last = None


def through(pieces: Iterable[Piece], outer: Prose) -> Iterator[Piece]:
    """Map pieces of the text of `outer` to the source of `outer`.

    A page of HTML in a string of JSON is read this way.
    """
    for piece in pieces:
        if piece.span is None:
            yield piece
        elif piece.text and not piece.decoded:
            yield from outer.within(piece.span)
        else:
            yield Piece(piece.text, outer.to_source(piece.span), True)


def _cut(text: str, start: int, end: int) -> int:
    """The offset to cut a stretch at, in its second half: after a paragraph, a line or a word."""
    for mark in ("\n\n", "\n\r\n", "\n", "\r", " "):
        at = text.rfind(mark, (start + end) // 2, end)
        if at >= 0:
            return at + len(mark)
    return end


def _place(run: Run, at: int, end: bool) -> int | None:
    """The place of an offset in a run; in a decoded run only its ends have one."""
    if run.decoded:
        if at == (run.end if end else run.at):
            return run.span.end if end else run.span.start
        return None
    return run.span.start + at - run.at if run.at <= at <= run.end else None


def _alike(a: str, b: str) -> int:
    """The length of the common beginning of two texts."""
    return next(
        (at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def _meet(run: Run, other: Run) -> bool:
    """Whether two runs follow each other in the prose and in the source."""
    return run.end == other.at and run.span.end == other.span.start


def _continues(run: Run, at: int, span: Span) -> bool:
    """Whether a piece at `at` and `span` goes on where `run` stops, in prose and source."""
    return not run.decoded and _meet(run, Run(at, at, span))
