"""The content of a Markdown block, and where its letters stand in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.prose import OBJECT, Piece

LINE_END = lazy_pattern(r"[ \t\v\f]*(\r\n?|\n)")


class Segment(NamedTuple):
    """Maps the content of a block from offset `at` to the source from offset `start`."""

    at: int
    start: int
    length: int


class Content:
    """The content of one block as markdown-it gives it, with the places of its lines."""

    __slots__ = ("_ats", "page", "segments", "text")

    def __init__(self, text: str, segments: list[Segment], page: str) -> None:
        self.text = text
        self.segments = segments
        self.page = page
        self._ats = [segment.at for segment in segments]

    def letters(self, text: str, at: int) -> Iterator[Piece]:
        """`text`, found at `at` of the content, letter for letter."""
        if not self.text.startswith(text, at):
            yield Piece(OBJECT)
            return
        end = at + len(text)
        k = max(bisect_right(self._ats, at) - 1, 0)
        while k < len(self.segments) and self._ats[k] < end:
            segment = self.segments[k]
            low, high = max(at, segment.at), min(end, segment.at + segment.length)
            if low < high:
                shift = segment.start - segment.at
                yield Piece(text[low - at : high - at], Span(low + shift, high + shift))
            k += 1

    def all(self) -> Iterator[Piece]:
        """Every line, letter for letter."""
        for at, _, length in self.segments:
            yield from self.letters(self.text[at : at + length], at)
            yield self.newline(at)

    def decoded(self, text: str, markup: str, at: int) -> Piece:
        """A piece for `text`, which the `markup` at `at` stands for."""
        placed = list(self.letters(markup, at))
        whole = len(placed) == 1 and placed[0].text == markup
        return Piece(text, placed[0].span if whole else None, True)

    def newline(self, at: int) -> Piece:
        """A piece for the end of the line that `at` is in."""
        segment = self.segments[max(bisect_right(self._ats, at) - 1, 0)]
        found = LINE_END.match(self.page, segment.start + segment.length)
        return Piece(found[1], Span(*found.span(1))) if found else Piece("\n")
