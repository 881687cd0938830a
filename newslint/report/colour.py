"""Colours for a terminal, named by what they mean, and what the terminal is like.

Without colour the text comes out as it is.
"""

from __future__ import annotations

import os

from newslint.core.documentation import has_pages, page_of
from newslint.core.finding import ERROR, NOTE, WARNING
from newslint.core.progress_line import is_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

_SEVERITIES = {ERROR: "1;31", WARNING: "1;33", NOTE: "1;36"}


NARROWEST, WIDEST, UNKNOWN = 40, 120, 100
"""Columns: the minimum, the maximum, and the default where there is no terminal."""


class Colours:
    """Colours text, or leaves it unchanged."""

    __slots__ = ("colour", "links")

    def __init__(self, colour: bool, links: bool = False) -> None:
        self.colour = colour
        self.links = links

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
        """Text that is suggested."""
        return self._in("32", text)

    def bad(self, text: str) -> str:
        """Text that is wrong."""
        return self._in("31", text)

    def good_word(self, text: str) -> str:
        """A word that is suggested, in a line that is."""
        return self._in("1;7;32", text)

    def bad_word(self, text: str) -> str:
        """A word that is wrong, in a line that is."""
        return self._in("1;7;31", text)

    def rule(self, rule: str) -> str:
        """The id of a rule, which leads to its page (OSC 8) where there is one."""
        page = page_of(rule) if self.links else ""
        return f"\x1b]8;;{page}\x1b\\{rule}\x1b]8;;\x1b\\" if page else rule

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


AUTO, ALWAYS, NEVER = "auto", "always", "never"
"""The values of --color."""


def wants_colour(stream: IO[str], choice: str = AUTO) -> bool:
    """Whether to colour the output to `stream`: by --color, the environment, or its type."""
    if choice != AUTO:
        return choice == ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream)


NO_LINKS = ("dumb", "linux")
"""Terminals (TERM) that would show the address of a link instead of making one."""


def wants_links(stream: IO[str]) -> bool:
    """Whether findings link to their rule's page: on a terminal of a person, and if there is one.

    Whatever --color says, nothing that a pipe, a file or the log of a CI job gets has links.
    """
    if not has_pages() or os.environ.get("NO_COLOR") or os.environ.get("CI"):
        return False
    return stream.isatty() and os.environ.get("TERM", "") not in NO_LINKS


def terminal_width(stream: IO[str]) -> int:
    """The number of columns: COLUMNS, or the width of the terminal."""
    setting = os.environ.get("COLUMNS", "")
    try:
        wide = (
            int(setting) if setting.isdecimal() else os.get_terminal_size(stream.fileno()).columns
        )
    except (OSError, ValueError):
        return UNKNOWN
    return max(NARROWEST, min(wide, WIDEST)) if wide else UNKNOWN
