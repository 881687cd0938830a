"""RTF: its paragraphs, each letter with its place among the marks.

RTF is bytes of ASCII: letters, groups in braces and control words, which say how the letters look,
or that a group is no copy. It is read as Latin-1, in which every byte is one character, so that an
offset is one of the file; what a byte means is looked up in the font's encoding. The specification
is Rich Text Format 1.9.1 (Microsoft, 2008).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.formats.paragraphs import joined
from newslint.text.formats.rtf_letters import Letters, codepage
from newslint.text.formats.rtf_words import (
    ASIDES,
    CHARSETS,
    CODEPAGES,
    ENDS,
    LEFT_OUT,
    SIGNS,
    STARRED,
    SYMBOL_FONT,
    SYMBOLS,
)
from newslint.text.prose import OBJECT, Piece, Prose, ProseBuilder
from newslint.text.source import Source

BEGINNING = "{\\rtf"

DEEPEST = 20
"""Maximum depth of notes within notes that are paragraphs of their own."""

MARKUP = frozenset("\\{}\r\n\t")
"""Letters that no edit may insert."""

TOKEN = lazy_pattern(
    r"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?
      | \\'(?:(?P<byte>[0-9a-fA-F]{2})|[^\\{}\r\n]{0,2})
      | \\(?P<symbol>[^a-zA-Z'])?
      | (?P<brace>[{}])
      | [\r\n\0]+
      | (?P<raw>[\x80-\xff])
      | (?P<text>[^\\{}\r\n\0\x80-\xff]+)
    """,
    re.VERBOSE,
)


class State(NamedTuple):
    """What a group says of its text; a group within it begins with the same."""

    left_out: bool = False
    hidden: bool = False
    deleted: bool = False
    in_fonts: bool = False
    font: int = -1
    replacement: int = 1
    """Characters that stand for one outside ASCII, for old programs."""


def decoded(data: bytes, path: str) -> Source:
    """The source in the bytes of an RTF file; only ASCII is written into it."""
    text = data.decode("latin-1")
    if not text.startswith(BEGINNING):
        raise SourceError(path, f"no RTF: it does not begin with {BEGINNING}")
    return Source(path, text, "latin-1", certain=False)


def read(source: Source) -> Prose:
    """The prose of RTF: its paragraphs, with blank lines between them."""
    return Prose.of(joined(_Reader(source.text).paragraphs()), MARKUP)


class _Reader:
    """Reads the groups of one text, whose states lie on a stack, so that no depth is too much.

    What stands right behind a control word, with no space between, gets no place: another text
    there could be read as a part of the word.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._state = State()
        self._outer: list[State] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._asides: list[int] = []
        """The depth of each open group that is a paragraph of its own."""
        self._open = [ProseBuilder()]
        """The paragraph of the text, and of each open group of its own."""
        self._ended: list[Prose] = []
        self._letters = Letters(self._put)
        self._begins = self._starred = False
        self._touches = False
        """Whether the last token is a control word without a space behind it."""

    def paragraphs(self) -> Iterator[Prose]:
        """Every paragraph; one of a note comes before the one that it stands in."""
        at = 0
        while found := TOKEN.match(self._text, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "brace":
                self._brace(found[0])
                if not self._outer:
                    break
            elif kind in ("word", "number"):
                at = self._word(found["word"], found["number"], Span(*found.span()))
            else:
                self._characters(found, kind)
            yield from self._ended
            self._ended.clear()
        self._letters.end()
        yield from (paragraph.prose() for paragraph in reversed(self._open))

    def _brace(self, brace: str) -> None:
        self._letters.end()
        self._touches = self._starred = False
        self._begins = brace == "{"
        if brace == "{":
            self._outer.append(self._state)
            return
        if self._asides and self._asides[-1] == len(self._outer):
            self._asides.pop()
            self._ended.append(self._open.pop().prose())
        self._state = self._outer.pop() if self._outer else self._state

    def _characters(self, found: re.Match[str], kind: str | None) -> None:
        """Take text, a byte or a symbol."""
        span = Span(*found.span())
        if kind == "text":
            self._plain(span)
        elif kind in ("byte", "raw"):
            value = int(found["byte"], 16) if kind == "byte" else ord(found[0])
            self._letters.byte(value, span, self._encoded(), not self._touches)
        elif kind == "symbol":
            self._symbol(found["symbol"], span)
        unfinished = kind is None and found[0][0] == "\\"
        self._touches = unfinished or (self._touches and found[0] == "-")
        if kind is not None and found[0] != "\\*":
            self._begins = False

    def _plain(self, span: Span) -> None:
        """Take text that stands as it is read."""
        encoding = self._encoded()
        start = span.start + self._letters.text(self._text[slice(*span)], span.start, encoding)
        if start == span.end:
            return
        self._touches &= start == span.start
        self._touches |= self._letters.end()
        if self._touches:
            # A minus sign could yet become a part of a number.
            begin, start = start, start + 1 + (self._text[start] == "-")
            self._put(Piece(self._text[begin : min(start, span.end)]))
        if start < span.end:
            self._put(Piece(self._text[start : span.end], Span(start, span.end)))

    def _symbol(self, symbol: str, span: Span) -> None:
        if symbol == "*":
            self._starred = True
        elif not self._letters.replaces(span):
            self._touches |= self._letters.end()
            if symbol in "\r\n":
                self._end_paragraph()
            elif symbol in SYMBOLS:
                place = None if self._touches else span
                self._put(Piece(SYMBOLS[symbol], place, place is not None))

    def _word(self, word: str, number: str | None, span: Span) -> int:
        """Do what a control word says; return where the next token begins."""
        value = int(number) if number else 0
        begins, starred = self._begins, self._starred
        self._begins = self._starred = False
        touched, self._touches = self._touches, self._text[span.end - 1] != " "
        if word == "u":
            self._letters.number(value, span, self._state.replacement, not touched)
            return span.end
        touched |= self._letters.end()
        if word == "bin":
            return span.end + max(value, 0)
        if begins:
            self._group(word, starred)
        if word in ENDS:
            self._end_paragraph()
        elif word in SIGNS:
            self._put(Piece(SIGNS[word]) if touched else Piece(SIGNS[word], span, True))
        else:
            self._format(word, number, value)
        return span.end

    def _group(self, word: str, starred: bool) -> None:
        """Begin a group by its first word."""
        state = self._state
        if word == "ud" and len(self._outer) > 1:
            self._state = state._replace(left_out=self._outer[-2].left_out)
        elif state.left_out:
            return
        elif word in LEFT_OUT or (starred and word not in STARRED):
            self._state = state._replace(left_out=True, in_fonts=word == "fonttbl")
        elif word in ASIDES and len(self._asides) < DEEPEST:
            self._asides.append(len(self._outer))
            self._open.append(ProseBuilder())

    def _format(self, word: str, number: str | None, value: int) -> None:
        """Note what a word says of the text after it."""
        state = self._state
        if word in ("v", "deleted"):
            on = number != "0"
            self._state = state._replace(**{"hidden" if word == "v" else word: on})
        elif word == "plain":
            self._state = state._replace(hidden=False, font=-1)
        elif word == "uc":
            self._state = state._replace(replacement=max(value, 0))
        elif word == "f":
            self._state = state._replace(font=value)
        elif word in ("fcharset", "cpg") and state.in_fonts:
            named = codepage(value) if word == "cpg" else CHARSETS.get(value)
            if named is not None:
                self._fonts[state.font] = named
        elif word in CODEPAGES:
            self._encoding = CODEPAGES[word]
        elif word == "ansicpg":
            self._encoding = codepage(value)

    def _encoded(self) -> str:
        """The encoding of bytes here."""
        return self._fonts.get(self._state.font, self._encoding)

    def _end_paragraph(self) -> None:
        if not self._state.left_out:
            self._ended.append(self._open[-1].prose())
            self._open[-1] = ProseBuilder()

    def _put(self, piece: Piece) -> None:
        state = self._state
        if piece.text and not (state.left_out or state.hidden or state.deleted):
            self._open[-1].add(Piece(OBJECT) if self._encoded() == SYMBOL_FONT else piece)
