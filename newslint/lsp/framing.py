"""Messages out of what an editor sends, whatever else is in between.

pygls waits for ever behind a header that it does not understand. Here what is no message is passed
by, up to the next header that says how long its message is.
"""

from __future__ import annotations

import re
from typing import BinaryIO

LONGEST = 200_000_000
"""Bytes of a message; what claims to be longer is no message."""


HEADER = re.compile(rb"(?i)content-length:[ \t]*(\d{1,12})[ \t]*\r?\n\Z")

LINE = 4_096
"""Bytes of a header line, at the most."""


class Messages:
    """Standard input as pygls reads it, with nothing in it but whole messages."""

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
        """The message that the header was about."""
        return self._body[:size]

    def _length(self) -> int | None:
        """How long the message is that begins here; None at the end."""
        length = 0
        while line := self._stream.readline(LINE):
            found = HEADER.search(line)
            if found:
                said = int(found[1])
                length = said if said <= LONGEST else 0
            elif length and not line.strip():
                return length
        return None
