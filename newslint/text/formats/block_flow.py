"""Build prose of text, gaps and block ends, in the order of the source, with blocks apart.

White space is what a browser makes of it: one space, and none at either end of a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.prose import CELL, OBJECT, Piece, ProseBuilder

BETWEEN = Piece("\n\n")
"""Stands between two blocks."""

BEFORE_CELL = Piece(f"\n{CELL}\n")
"""Stands before a cell of a table: a blank line, too."""

BREAK = Piece("\n")

PARTS = lazy_pattern(r"[ \t\n\f\r]++|[^ \t\n\f\r]++(?: [^ \t\n\f\r]++)*+")

BLANK_LINE = lazy_pattern(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")

NOTHING = lazy_pattern(r"(?!)")

GAPS = frozenset(" \t\n\f\r")


class Flow:
    """Yields the pieces of a page as soon as nothing that follows can change them."""

    def __init__(self, blank_lines: bool = False) -> None:
        """With `blank_lines`, a blank line ends a block."""
        self._ends = BLANK_LINE if blank_lines else NOTHING
        self._gap: list[Piece] = []
        self._asides: ProseBuilder | None = None
        self._written = False
        self._open = False
        self._after_object = False

    def text(self, piece: Piece) -> Iterator[Piece]:
        """Running text, or a comment."""
        text, span, decoded = piece
        if not text:
            yield piece
        elif decoded or span is None:
            yield from self._put(piece)
        else:
            for part in PARTS.finditer(text):
                place = Span(span.start + part.start(), span.start + part.end())
                if text[part.start()] not in GAPS:
                    yield from self._put(Piece(part[0], place))
                elif self._ends.search(part[0]):
                    yield from self.end_block()
                elif self._open and self._gap[:1] != [BREAK]:
                    # Where markup parts it, the space has no one place to be changed in.
                    self._gap = [Piece(" ", *(() if self._gap else (place, part[0] != " ")))]

    def object(self) -> Iterator[Piece]:
        """Put a mark where the reader sees something that is not prose."""
        if not self._after_object or self._gap:
            yield from self._put(Piece(OBJECT))

    def line_break(self) -> None:
        """Begin a new line in the same block, unless the block begins or ends here."""
        if self._open:
            broken = self._gap[:1] == [BREAK]
            self._gap = [BREAK, BREAK] if broken else [BREAK]

    def aside(self, pieces: Iterable[Piece]) -> None:
        """Keep a separate block (a picture's description) until the current block ends."""
        beside, begins = Flow(), True
        for part in chain.from_iterable(map(beside.text, pieces)):
            if self._asides is None:
                self._asides = ProseBuilder()
            elif begins:
                self._asides.add(BETWEEN)
            begins = False
            self._asides.add(part)

    def end_block(self) -> Iterator[Piece]:
        """End the current block."""
        self._end()
        if self._asides is not None:
            asides, self._asides = self._asides.prose(), None
            for piece in asides.pieces():
                yield from self._put(piece)
            self._end()

    def _end(self) -> None:
        self._open = self._after_object = False
        self._gap = []

    def _put(self, piece: Piece) -> Iterator[Piece]:
        if not self._open:
            if self._written:
                yield BETWEEN
            self._open = self._written = True
        yield from self._gap
        self._gap = []
        self._after_object = piece.text == OBJECT
        yield piece
