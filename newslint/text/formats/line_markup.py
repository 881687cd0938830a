"""Prose of a format that is read line by line, without its directives.

reStructuredText and AsciiDoc are read as text: their own modules say which lines are kept, from
where, and what in a line is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.core.finding import Span
from newslint.text.comments import MARK
from newslint.text.formats.block_flow import BETWEEN
from newslint.text.prose import OBJECT, Piece, Prose
from newslint.text.source import Source

Kept = Iterator[Span | None]
"""The part of each line that is prose; None where a paragraph ends."""


def prose(source: Source, kept: Iterable[Span | None], markup: re.Pattern[str]) -> Prose:
    """The prose of the parts of lines that are `kept`.

    Of a match of `markup`, the group that begins with `shown` is shown; one that has none is an
    object, or nothing if the group `gone` took part.
    """
    return Prose.of(_pieces(source.text, kept, markup))


def _pieces(text: str, kept: Iterable[Span | None], markup: re.Pattern[str]) -> Iterator[Piece]:
    last = None
    ended = False
    for span in kept:
        if span is None:
            ended = True
        elif text.startswith(("..", "//"), span.start) and MARK in text[slice(*span)]:
            yield Piece("", span)
        else:
            if last is not None and ended:
                yield BETWEEN
            elif last is not None:
                between = text[last : span.start]
                bare = not between.strip("\r\n")
                yield Piece(between, Span(last, span.start)) if bare else Piece("\n")
            yield from _line(text, span, markup)
            last, ended = span.end, False


def _line(text: str, span: Span, markup: re.Pattern[str]) -> Iterator[Piece]:
    at = span.start
    for found in markup.finditer(text, *span):
        yield Piece(text[at : found.start()], Span(at, found.start()))
        matched = [name for name, value in found.groupdict().items() if value is not None]
        if not matched:
            yield Piece(OBJECT)
        elif matched[0].startswith("shown"):
            yield Piece(found[matched[0]], Span(*found.span(matched[0])))
        at = found.end()
    yield Piece(text[at : span.end], Span(at, span.end))


def each(source: Source) -> Iterator[Span]:
    """Every line without its end."""
    for number, start in enumerate(source.line_starts, 1):
        yield Span(start, start + len(source.line(number)))
