"""Colours for a terminal, named by what they mean, and what the terminal is like.

Without colour the text comes out as it is.
"""

from __future__ import annotations

import os
from typing import IO

from newslint.core.finding import ERROR, NOTE, WARNING

_SEVERITIES = {ERROR: "1;31", WARNING: "1;33", NOTE: "1;36"}


NARROWEST, WIDEST, UNKNOWN = 40, 120, 100
"""Columns: less cannot show a place, more is not read at a glance; for what is no terminal."""


class Colours:
    """Puts colours round text, or leaves it alone."""

    __slots__ = ("colour",)

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def severity(self, severity: str, text: str) -> str:
        """Text in the colour of a severity."""
        return self._in(_SEVERITIES[severity], text)

    def strong(self, text: str) -> str:
        """Text to look at first."""
        return self._in("1", text)

    def frame(self, text: str) -> str:
        """Line numbers and bars."""
        return self._in("34", text)

    def good(self, text: str) -> str:
        """What should stand there instead."""
        return self._in("32", text)

    def bad(self, text: str) -> str:
        """What should not stand there."""
        return self._in("31", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def wants_colour(stream: IO[str]) -> bool:
    """Whether to colour what goes to `stream`: the user's word first, then what it is."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream)


def is_terminal(stream: IO[str]) -> bool:
    """Whether `stream` is a terminal, and one that knows more than lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def terminal_width(stream: IO[str]) -> int:
    """Columns to fill: as COLUMNS says, or as wide as the terminal is."""
    said = os.environ.get("COLUMNS", "")
    try:
        wide = int(said) if said.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return UNKNOWN
    return max(NARROWEST, min(wide, WIDEST)) if wide else UNKNOWN
