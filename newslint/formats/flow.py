"""Flow: text, gaps and block ends in, in the order of the source; prose with its blocks apart out.

White space is what a browser makes of it: one space, and none at either end of a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.finding import Span
from newslint.prose import OBJECT, Piece

BETWEEN = Piece("\n\n")
"""Stands between two blocks."""

PARTS = re.compile(r"[ \t\n\f\r]+|[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*")
GAPS = frozenset(" \t\n\f\r")


class Flow:
    """Gathers the pieces of a page."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._gap: list[Piece] = []
        self._asides: list[list[Piece]] = []
        self._written = False
        self._open = False

    def text(self, piece: Piece) -> None:
        """Running text, or a comment."""
        text, span, decoded = piece
        if not text:
            self.pieces.append(piece)
        elif decoded or span is None:
            self._put(piece)
        else:
            for part in PARTS.finditer(text):
                place = Span(span.start + part.start(), span.start + part.end())
                if text[part.start()] not in GAPS:
                    self._put(Piece(part[0], place))
                elif self._open and not self._gap:
                    self._gap = [Piece(" ", place, part[0] != " ")]

    def object(self) -> None:
        """Something stands here that is not prose."""
        if not (self.pieces and self.pieces[-1].text == OBJECT and not self._gap and self._open):
            self._put(Piece(OBJECT))

    def line_break(self) -> None:
        """A new line in the same block, unless the block begins or ends here."""
        if self._open:
            self._gap = [gap for gap in self._gap if gap.text == "\n"] + [Piece("\n")]

    def aside(self, pieces: Iterable[Piece]) -> None:
        """A block of its own (a picture's description) that follows the one it stands in."""
        self._asides.append(list(pieces))

    def end_block(self) -> None:
        """What follows is another block."""
        self._end()
        while self._asides:
            asides, self._asides = self._asides, []
            for pieces in asides:
                for piece in pieces:
                    self.text(piece)
                self._end()

    def _end(self) -> None:
        self._open = False
        self._gap = []

    def _put(self, piece: Piece) -> None:
        if not self._open:
            if self._written:
                self.pieces.append(BETWEEN)
            self._open = self._written = True
        self.pieces += self._gap
        self._gap = []
        self.pieces.append(piece)
