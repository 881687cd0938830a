"""Write rulings of the desk into its book: what is right after all, or always wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newslint.authoring.actions import (
    ALWAYS_WRONG,
    DISTINCT,
    NAME,
    OTHER_RIGHT,
    WORD,
    ruling_change,
    whole_name,
)
from newslint.authoring.names_file import grow_book
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span
from newslint.core.record import NamedTuple
from newslint.serve.answers.desk import RequestError
from newslint.text.source import Source

if TYPE_CHECKING:
    from newslint.serve.answers.desk import Desk


RULINGS = (NAME, WORD, DISTINCT, OTHER_RIGHT, ALWAYS_WRONG)

OF_TWO = (DISTINCT, OTHER_RIGHT, ALWAYS_WRONG)
"""Rulings that need a second spelling."""

LONGEST = 200
"""Maximum letters of a name that is ruled on."""


AROUND = 100
"""Letters before and behind a name that are looked at."""


class Ruling(NamedTuple):
    """A ruling on a spelling that was `found`, for which `right` was suggested.

    The letters `before` and `behind` it tell the other parts of a hyphenated name.
    """

    ruling: str
    found: str
    right: str = ""
    before: str = ""
    behind: str = ""

    def spellings(self) -> tuple[str, str]:
        """The found and the right spelling, as whole names where names are ruled on."""
        if self.ruling == WORD:
            return self.found, self.right
        before = self.before[-AROUND:]
        span = Span(len(before), len(before) + len(self.found))
        source = Source.from_text(f"{before}{self.found}{self.behind[:AROUND]}")
        finding = Finding("", span, self.found, "", suggestions=(self.right,))
        return whole_name(source, finding)


def rulings(desk: Desk, asked: Ruling) -> bytes:
    """What was written into the book, as JSON."""
    if not desk.write_names:
        raise RequestError("this server writes no names book (newslint serve --write-names FILE)")
    if asked.ruling not in RULINGS:
        raise RequestError(f"'ruling' is one of {', '.join(RULINGS)}")
    needed = (asked.found, asked.right) if asked.ruling in OF_TWO else (asked.found,)
    if not all(0 < len(spelling.strip()) <= LONGEST for spelling in needed):
        raise RequestError(f"a spelling has one letter at least, and {LONGEST} at most")
    try:
        change = ruling_change(asked.ruling, *asked.spellings(), desk.write_names)
        return json.dumps({"written": grow_book(desk.write_names, change)}).encode()
    except BookError as error:
        raise RequestError(str(error)) from None
