"""Convert offsets in a text to an editor's lines and characters, and back.

An editor counts lines from 0, and characters in units of the encoding that was agreed upon: in
UTF-16, which every editor speaks, what lies outside the basic plane counts twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Position, Range

from newslint.core.finding import Span

if TYPE_CHECKING:
    from newslint.text.source import Source


CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""The codec, and the bytes of one unit, for each encoding of the protocol."""


class Positions:
    """Converts offsets of one text to an editor's positions in `encoding`, and back."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._codec, self._width = CODECS[encoding]

    def position(self, offset: int) -> Position:
        """The position of `offset`, in code points."""
        line, column = self._source.line_column(offset)
        return Position(line - 1, self._units(self._source.text[offset - column + 1 : offset]))

    def range(self, span: Span) -> Range:
        """The range of `span`."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one after the end of its line, or of the text, is that end.

        A position inside a character, which an editor must not send, is its beginning.
        """
        starts = self._source.line_starts
        if position.line >= len(starts):
            return len(self._source.text)
        line = self._source.line(position.line + 1)
        if not line.isascii():
            units = line.encode(self._codec, "surrogatepass")[: position.character * self._width]
            return starts[position.line] + len(units.decode(self._codec, "ignore"))
        return starts[position.line] + min(position.character, len(line))

    def span(self, range_: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))

    def _units(self, text: str) -> int:
        if text.isascii():
            return len(text)
        return len(text.encode(self._codec, "surrogatepass")) // self._width
