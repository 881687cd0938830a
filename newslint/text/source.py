"""A file's text and how it was written down: bytes in, text, and the same bytes back.

Nothing is normalised, so an offset into its text is an offset into the file's own characters, and
what nobody edited is written back byte for byte.
"""

# ruff: noqa: PTH116

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from itertools import accumulate, count
from operator import add

from newslint.core.errors import SourceError, os_error_reason
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.regular_file import read_regular
from newslint.text.encodings import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Package(Protocol):
        """A binary file that contains the text, such as a DOCX."""

        def pack(self, text: str) -> bytes:
            """The whole file with `text` in it; the original text gives the original bytes."""

        @property
        def read_only(self) -> str:
            """Why another text cannot be put into the file; empty if it can."""


LINE_END = lazy_pattern(r"\r\n?|\n")

BLOCK = 1 << 14
"""Letters of a block whose lines are listed together."""


class Source:
    r"""One file's text, and how it is encoded.

    >>> source = Source.from_bytes(b"\xef\xbb\xbfMayor Ilse Okoro\r\nresigned.\n", "story.txt")
    >>> source.text
    'Mayor Ilse Okoro\r\nresigned.\n'
    >>> source.line_column(source.text.index("resigned"))
    (2, 1)
    >>> source.to_bytes()
    b'\xef\xbb\xbfMayor Ilse Okoro\r\nresigned.\n'
    """

    __slots__ = ("_starts", "bom", "certain", "encoding", "package", "path", "text")

    def __init__(
        self,
        path: str,
        text: str,
        encoding: str = "utf-8",
        bom: bytes = b"",
        certain: bool = True,
        *,
        package: Package | None = None,
    ) -> None:
        """`certain`: whether the encoding is known; `package`: the file that contains the text."""
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.certain = certain
        self.package = package
        self._starts: array[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters, {self.encoding})"

    @classmethod
    def from_text(cls, text: str, path: str = "<text>") -> Source:
        """A source for a text that is no file."""
        return cls(path, text)

    @classmethod
    def from_bytes(cls, data: bytes, path: str) -> Source:
        """Decode `data` (see encodings.py)."""
        return cls(path, *decode(data, path))

    def to_bytes(self, text: str | None = None) -> bytes:
        """The bytes of this source, or those of `text` in the same encoding or package."""
        text = self.text if text is None else text
        return self.package.pack(text) if self.package else self.written(text)

    def written(self, text: str) -> bytes:
        """`text` in the encoding of this source; that of a package is not yet packed."""
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            reason = f"cannot be written as {self.encoding}: {error.reason}"
            raise SourceError(self.path, reason) from None

    def replaced(self, text: str) -> Source:
        """The same file with another text."""
        how = self.encoding, self.bom, self.certain
        return Source(self.path, text, *how, package=self.package)

    def takes(self, text: str) -> bool:
        """Whether `text` can be written into this source, whatever its encoding turns out to be.

        If the encoding is uncertain, only ASCII is: all likely encodings write it alike.
        """
        if self.package and self.package.read_only:
            return False
        if not self.certain or text.isascii():
            return text.isascii()
        try:
            return bool(text.encode(self.encoding))
        except UnicodeEncodeError:
            return False

    @property
    def newline(self) -> str:
        r"""The first line end, which new lines should use; "\n" where there is none."""
        found = LINE_END.search(self.text)
        return found.group() if found else "\n"

    @property
    def line_starts(self) -> array[int]:
        """Offset of each line's first character; CR LF, LF and CR alone all end a line."""
        if self._starts is None:
            self._starts = line_starts(self.text)
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, the column in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


def suffix(path: str) -> str:
    """The ending of a file's name, in small letters and without the stop."""
    return path.rpartition(".")[2].lower()


def line_starts(text: str) -> array[int]:
    r"""Offset of each line's first character.

    >>> line_starts("a\r\nb\rc\n").tolist()
    [0, 3, 5, 7]
    """
    starts = array("Q", [0])
    if "\r" in text and text.count("\r") > text.count("\r\n"):  # as old Macs ended lines
        starts.extend(match.end() for match in LINE_END.finditer(text))
        return starts
    # In C, since this is asked of every file with a finding; and block by block, since a list of
    # all lines takes many times the text.
    for begin in range(0, len(text), BLOCK):
        lines = text[begin : begin + BLOCK].split("\n")
        starts.extend(map(add, accumulate(map(len, lines)), count(begin + 1)))
        starts.pop()  # the last of them does not end there
    return starts


def read_bytes(path: str) -> bytes:
    """The bytes of the regular file at `path`; a SourceError if it cannot be read."""
    try:
        return read_regular(path)
    except (OSError, ValueError) as error:
        raise SourceError(path, os_error_reason(error)) from None


def size(path: str) -> int:
    """Bytes of the file at `path`; 0 if it cannot be seen, which is reason when it is read."""
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
