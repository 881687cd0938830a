"""Markdown: its headings, paragraphs, lists, tables and notes.

markdown-it splits the text into blocks and says which lines each stands in; within a block, every
piece of text has its offset (markdown_tokens.py). Here both become places in the source. What
cannot be found there again, letter for letter, is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from markdown_it.token import Token

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.comments import MARK
from newslint.text.formats import front_matter
from newslint.text.formats.block_flow import BEFORE_CELL, BETWEEN
from newslint.text.formats.markdown_content import Content, Segment
from newslint.text.formats.markdown_inline import COMMENTS, Waiting, pieces, without_place
from newslint.text.formats.markdown_tokens import TooManyMarksError, parse
from newslint.text.formats.site_generators import expressions
from newslint.text.prose import OBJECT, Piece, Prose, through
from newslint.text.source import Source, suffix

FENCES = {"---": ("---", "..."), "+++": ("+++",), "{": ("}",)}
"""The line that opens front matter, and the lines that may close it."""


CLOSING_HASHES = lazy_pattern(r"[ \t]+#+$")


PIPE = lazy_pattern(r"(?<!\\)\|")

MARKERS = lazy_pattern(r"[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+)*")
"""Markers of quotes and lists before a line."""


TOP_CELL = 4
"""The token level of a cell's text in a table outside quotes and lists."""


def read(source: Source) -> Prose:
    """The prose of a Markdown source."""
    start = _front_matter_end(source)
    lines = source.line_starts
    first = bisect_left(lines, start)
    mdx = suffix(source.path) == "mdx"
    copy = lines[first:]
    page = Page(source.text, copy, mdx)
    about = [Span(at, at + len(source.line(k))) for k, at in enumerate(lines[:first], 1)]
    copy_pieces = page.prose(parse(source.text, copy, mdx))
    try:
        prose = Prose.of(chain(front_matter.pieces(source, about), copy_pieces))
        prose.date = front_matter.date(source.text[:start])
        return prose
    except TooManyMarksError as error:
        where = f"from line {first + error.line + 1} on"
        raise SourceError(source.path, f"{error}, too many to read: {where}") from None


def _front_matter_end(source: Source) -> int:
    """The offset at which the copy begins: after the front matter, if there is any.

    A line of text under a rule is copy, but under the rule that opens a file it is front
    matter, provided that the file closes it again. (JSON is its own fence.)
    """
    closing = FENCES.get(source.line(1).rstrip(" \t"))
    starts = source.line_starts
    if not closing or len(starts) < 2 or not source.line(2).strip():
        return 0
    for number in range(2, len(starts) + 1):
        if source.line(number).rstrip(" \t") in closing:
            end = starts[number] if number < len(starts) else len(source.text)
            return end if front_matter.is_whole(source, Span(0, end)) else 0
    return 0


class Page:
    """A source's text by lines; maps blocks back to it."""

    def __init__(self, text: str, starts: Sequence[int], mdx: bool) -> None:
        self.text = text
        self.starts = starts
        self.mdx = mdx

    def prose(self, tokens: Iterable[Token]) -> Iterator[Piece]:
        """The pieces of all blocks; a picture's description follows the block it stands in."""
        between = False
        for content, children, is_cell in self.blocks(tokens):
            if children is None:
                shown = False
                for piece in self.html(content):
                    if piece.text and between and not shown:
                        yield BETWEEN
                    shown = shown or bool(piece.text)
                    yield piece
                between = between or shown
                continue
            waiting = [Waiting(children, 0)]
            for inline, base, is_label in waiting:
                if between and inline:
                    yield BEFORE_CELL if is_cell else BETWEEN
                between = between or bool(inline)
                parts = pieces(inline, content, base, waiting)
                yield from map(without_place, parts) if is_label else parts

    def html(self, content: Content) -> Iterator[Piece]:
        """The prose of a block of HTML."""
        from newslint.text.formats.html import pieces

        block = Prose.of(content.all())
        if self.mdx:
            block = Prose.of(_without_expressions(block))
            yield from (Piece("", comment) for comment in block.comments)
        yield from through(pieces(block.text), block)

    def blocks(self, tokens: Iterable[Token]) -> Iterator[tuple[Content, list[Token] | None, bool]]:
        """Each block of text with its inline tokens, and whether it is a cell of a table.

        The tokens are None if it is a block of HTML.
        """
        row: list[Token] = []
        opened = ""
        for token in tokens:
            if token.type == "tr_close":
                yield from ((content, children, True) for content, children in self.row(row))
                row = []
            elif token.type == "html_block":
                yield self.lines(token, False), None, False
            elif token.type != "inline":
                opened = token.type + token.markup
            elif opened in {"th_open", "td_open"}:
                row.append(token)
            else:
                content = self.lines(token, opened.startswith("heading_open#"))
                yield content, token.children or [], False

    def lines(self, token: Token, hashes: bool) -> Content:
        """The content of a block that fills its lines, without the markers of quotes and lists.

        With `hashes`, it is a heading that may end in them.
        """
        lines = token.content.split("\n")
        first, end = token.map or (0, 0)
        # A line of nothing but hard spaces may open a block; markdown-it trims it away.
        while first + len(lines) < end and not self.line(first)[1].endswith(lines[0].strip()):
            first += 1
        segments = []
        at = 0
        for number, line in enumerate(lines, first):
            body = line.strip()
            start, line_text = self.line(number)
            if hashes:
                line_text = CLOSING_HASHES.sub("", line_text).rstrip()
            found = body if line_text.endswith(body) else ""
            before = line.index(body)
            segments.append(Segment(at + before, start + len(line_text) - len(found), len(found)))
            at += len(line) + 1
        return Content(token.content, segments, self.text)

    def row(self, cells: list[Token]) -> Iterator[tuple[Content, list[Token]]]:
        """The cells of one row of a table."""
        if not cells or not cells[0].map:
            return
        start, line_text = self.line(cells[0].map[0])
        stretches = list(_stretches(line_text))
        before = line_text[slice(*stretches[0])]
        if not before.strip() or (cells[0].level > TOP_CELL and MARKERS.fullmatch(before)):
            del stretches[0]
        for cell, (low, high) in zip(cells, stretches, strict=False):
            segments = list(_cell(cell.content, line_text[low:high].rstrip(), start + low))
            yield Content(cell.content, segments, self.text), cell.children or []

    def line(self, number: int) -> tuple[int, str]:
        """The offset of a line, and its text without white space at its end."""
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return start, self.text[start:end].rstrip()


def _without_expressions(block: Prose) -> Iterator[Piece]:
    """A block of JSX without the code in braces, in its tags and between them."""
    done = 0
    for span in expressions(block.text):
        yield from block.within(Span(done, span.start))
        code, place = block.text[slice(*span)], block.to_source(span)
        if not code.startswith(COMMENTS):
            yield Piece(OBJECT)
        elif MARK in code and place:
            yield Piece("", place)
        done = span.end
    yield from block.within(Span(done, len(block.text)))


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    """The stretches between the pipes of a row."""
    start = 0
    for pipe in PIPE.finditer(line):
        yield start, pipe.start()
        start = pipe.end()
    yield start, len(line)


def _cell(text: str, line_text: str, start: int) -> Iterator[Segment]:
    """The segments of a cell, from which markdown-it removes the backslash of each escaped pipe."""
    raw = text.replace("|", r"\|")
    if not line_text.endswith(raw):
        return
    at, where = 0, start + len(line_text) - len(raw)
    for part in re.split(r"(?=\|)", text):
        where += part.startswith("|")
        yield Segment(at, where, len(part))
        at += len(part)
        where += len(part)
