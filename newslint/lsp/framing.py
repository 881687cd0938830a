"""Messages out of what an editor sends, whatever else is in between.

pygls waits for ever behind a header that it does not understand. Here what is no message is passed
by, up to the next header that says how long its message is.
"""

from __future__ import annotations

import re
from typing import BinaryIO

LONGEST = 200_000_000
"""Maximum bytes of a message; a longer one is not read."""


HEADER = re.compile(rb"(?i)content-length:[ \t]*(\d{1,12})[ \t]*\r?\n\Z")

LINE = 4_096
"""Maximum bytes of a header line."""


class Messages:
    """Standard input for pygls, reduced to whole messages."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lines: list[bytes] = []
        self._body = b""

    def readline(self) -> bytes:
        """The next line of a header; nothing at the end."""
        if not self._lines:
            length = self._length()
            if length is None:
                return b""
            self._body = self._stream.read(length)
            self._lines = [b"Content-Length: %d\r\n" % len(self._body), b"\r\n"]
        return self._lines.pop(0)

    def read(self, size: int) -> bytes:
        """The message that belongs to the last header."""
        return self._body[:size]

    def _length(self) -> int | None:
        """The length of the next message; None at the end of the input."""
        length = 0
        while line := self._stream.readline(LINE):
            found = HEADER.search(line)
            if found:
                length = int(found[1])
                length = length if length <= LONGEST else 0
            elif length and not line.strip():
                return length
        return None
