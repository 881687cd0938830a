"""Plain quotes, hyphens and even spaces, as the book writes them."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern

_WHITE = lazy_pattern(r"\s+")


def plain_marks(word: str) -> str:
    """A word with plain apostrophes and hyphens, as books have them."""
    return word if word.isascii() else word.replace("’", "'").replace("‐", "-").replace("‑", "-")


def normalise(text: str) -> str:
    r"""`text` in small letters and plain marks, each stretch of white space one space.

    >>> normalise("It’s\n\nhere, ")
    "it's here, "
    """
    if not text.isprintable() or "  " in text:  # any white space but single spaces
        text = _WHITE.sub(" ", text)
    return plain_marks(text.lower())
