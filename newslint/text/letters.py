"""Plain quotes, hyphens and even spaces, as the book writes them."""

from __future__ import annotations

import re

_WHITE = re.compile(r"\s+")


def plain_marks(word: str) -> str:
    """A word with the apostrophes and hyphens that the book writes."""
    return word if word.isascii() else word.replace("’", "'").replace("‐", "-").replace("‑", "-")


def normalise(text: str) -> str:
    r"""`text` in small letters, each stretch of white space one space, as `plain` leaves it.

    >>> normalise("It’s\n\nhere, ")
    "it's here, "
    """
    return plain_marks(_WHITE.sub(" ", text).lower())
