"""Words and boundaries as they are counted: small letters, numbers and unknown names as classes.

What is counted over a body of news and what is looked up in an article must be parted into
tokens in the same way, so both come here. A token is a word, a class of words or a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.text.tokenizer import is_short_form, seek

if TYPE_CHECKING:
    from newslint.text.document import Document


END, COMMA, QUOTE, AND = "<s>", "<,>", '<">', "&"
"""Boundaries of a sentence or paragraph, a clause and a quotation; and the sign for "and"."""

BOUNDARIES = (END, COMMA, QUOTE, AND)

NUMBER, NAME, NAMES, UNKNOWN = "<0>", "<n>", "<n's>", "<u>"
"""Classes: a number, a name that is not counted by itself, its possessive, any other word."""

CLASSES = (NUMBER, NAME, NAMES, UNKNOWN)

STOP = ". "
"""Ends a sentence, unless it follows a short form."""

_OF_NUMBERS = dict.fromkeys(map(ord, "$£€%°#"))

_INSIDE = frozenset("-‑‐.,:'")
"""Marks inside a compound, an abbreviation, a number or a time."""

_BREAK = re.compile(r"[.!?…](?=[\s\"”’')\]]|$)|\n\s*\n|[|•*]")

_QUOTE = re.compile("[\"“”«»‘]|(?<![^\\s])['’]|['’](?=\\s|$)")


def boundary(gap: str) -> str:
    """Return the boundary that `gap` between two words contains; empty if none.

    >>> boundary(" "), boundary("-"), boundary(", "), boundary('." '), boundary(" (")
    ('', '', '<,>', '<s>', '<,>')
    """
    gap = gap.translate(_OF_NUMBERS)
    bare = gap.strip()
    if not bare:
        return END if gap.count("\n") > 1 else ""
    if gap in _INSIDE:
        return ""
    if bare == AND:
        return AND
    if _BREAK.search(gap):
        return END
    return QUOTE if _QUOTE.search(gap) else COMMA


def token(word: str, is_counted: Callable[[str], object]) -> str:
    """Return the token for `word`; `is_counted` tells which words are counted by themselves.

    >>> [token(word, {"mayor"}.__contains__) for word in ("Mayor", "2nd", "Beltgen’s", "quux")]
    ['mayor', '<0>', "<n's>", '<u>']
    """
    if word[0].isdigit():
        return NUMBER
    lowered = word.lower().replace("’", "'")
    if is_counted(lowered):
        return lowered
    if not word[0].isupper():
        return UNKNOWN
    return NAMES if lowered.endswith("'s") else NAME


def inner_stops(pieces: Sequence[str]) -> Iterator[int]:
    """Yield the gaps that are a stop after a short form, which ends no sentence."""
    return (at for at in seek(STOP, pieces) if at and is_short_form(pieces[at - 1]))


class TokenNumbers(dict[str, int]):
    """Numbers of words and gaps; 0 for a gap that is no boundary."""

    def __init__(self, number: Callable[[str], int]) -> None:
        """Take a function that returns the number of a token, 0 if it is not counted."""
        self._number = number

    def __missing__(self, piece: str) -> int:
        """Compute and keep the number of `piece`."""
        is_word = piece[:1].isalnum()
        found = self[piece] = self._number(
            token(piece, self._number) if is_word else boundary(piece)
        )
        return found

    def read(self, document: Document) -> list[int]:
        """Return the numbers of an article's gaps and words in turn, with an end at either side.

        Without the zeros, they are the sequence that was counted.
        """
        pieces = document.pieces
        found = list(map(self.__getitem__, pieces))
        for at in inner_stops(pieces):
            found[at] = 0
        found[0] = found[-1] = self[STOP]
        return found
