"""Plain text: all of it is prose, in the reader's own letters, but for what speaks to newslint."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.comments import MARK
from newslint.text.prose import Piece, Prose
from newslint.text.source import Source

COMMENT = lazy_pattern(r"(?:^|(?<=[\r\n]))[ \t]*(#[ \t]*newslint:[^\r\n]*)(?:\r\n?|\n|\Z)")
"""A comment that has a line to itself."""


def read(source: Source) -> Prose:
    """The prose of plain text: all of it but comments."""
    if MARK not in source.text:
        return Prose.plain(source.text)
    return Prose.of(_pieces(source.text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for comment in COMMENT.finditer(text):
        yield Piece(text[at : comment.start()], Span(at, comment.start()))
        yield Piece("", Span(*comment.span(1)))
        at = comment.end()
    yield Piece(text[at:], Span(at, len(text)))
