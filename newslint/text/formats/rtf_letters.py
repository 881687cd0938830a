"""Put together the characters of RTF, which one or many marks may stand for.

A character outside ASCII is a byte of some encoding, or several, or a number (or two, as UTF-16
has it) with a replacement for old programs behind it. All of that is one decoded piece.
"""

from __future__ import annotations

from codecs import getincrementaldecoder, lookup
from collections.abc import Callable

from newslint.core.finding import Span
from newslint.text.formats.rtf_words import SYMBOL_FONT
from newslint.text.prose import OBJECT, Piece

UNKNOWN = "\ufffd"


def codepage(number: int) -> str:
    """The encoding of a Windows code page; that of Western Europe if Python doesn't have it."""
    named = {10000: "mac_roman", 65001: "utf-8"}.get(number, f"cp{number}")
    try:
        return lookup(named).name
    except LookupError:
        return "cp1252"


class Letters:
    """Passes complete characters to `put`, each with the place of all that stands for it."""

    def __init__(self, put: Callable[[Piece], None]) -> None:
        self._put = put
        self._bytes = b""
        self._unit = 0
        self._span = Span(0, 0)
        self._placed = True
        self._replacing = 0
        """How many characters that follow are the replacement of a number's character."""

    def byte(self, value: int, span: Span, encoding: str, placed: bool = True) -> None:
        """Take a byte of `encoding`; its character gets no place if it is not to be `placed`."""
        if self._unit:
            if self.replaces(span):
                return
            placed = not self.end() and placed
        if encoding == SYMBOL_FONT:
            self._put(Piece(OBJECT))
            return
        if not self._bytes:
            self._span, self._placed = span, placed
        self._span = Span(self._span.start, span.end)
        self._bytes += bytes((value,))
        try:
            letter = getincrementaldecoder(encoding)().decode(self._bytes)
        except UnicodeDecodeError:
            letter = UNKNOWN
        if letter:
            self._bytes = b""
            self._complete(letter)

    def number(self, number: int, span: Span, replacement: int, placed: bool) -> None:
        """Take a character by its number; the next `replacement` characters say it once more."""
        unit = number % 0x10000
        if 0xD800 <= self._unit < 0xDC00 <= unit < 0xE000:
            unit = 0x10000 + (self._unit - 0xD800) * 0x400 + unit - 0xDC00
            span = Span(self._span.start, span.end)
        else:
            self._placed = not self.end() and placed
        self._unit, self._span, self._replacing = unit, span, replacement

    def text(self, text: str, start: int, encoding: str) -> int:
        """Take of plain text what belongs to a character begun before it; return how much."""
        if self._bytes and text.isascii():
            self.byte(ord(text[0]), Span(start, start + 1), encoding)
            return 1
        taken = min(self._replacing, len(text))
        if taken:
            self._replacing -= taken
            self._span = Span(self._span.start, start + taken)
        return taken

    def replaces(self, span: Span) -> bool:
        """Whether a mark at `span` is the replacement of a character by its number."""
        if not self._replacing:
            return False
        self._replacing -= 1
        self._span = Span(self._span.start, span.end)
        return True

    def end(self) -> bool:
        """Pass on what was begun: nothing that follows belongs to it.

        Return whether other text, if it stood here, would belong to it.
        """
        unfinished = bool(self._replacing or self._bytes)
        if self._unit:
            is_half = 0xD800 <= self._unit < 0xE000
            letter = UNKNOWN if is_half else chr(self._unit)
            self._complete(letter)
        elif self._bytes:
            self._complete(UNKNOWN)
        self._unit, self._bytes, self._replacing = 0, b"", 0
        return unfinished

    def _complete(self, letter: str) -> None:
        self._put(Piece(letter, self._span, True) if self._placed else Piece(letter))
