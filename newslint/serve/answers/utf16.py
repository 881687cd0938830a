"""Offsets in UTF-16 code units, in which Java, JavaScript and LanguageTool count."""

from __future__ import annotations

from bisect import bisect_left

BASIC = "\uffff"
"""The last letter that is one unit; every later one is two."""


class Units:
    r"""Converts offsets in a text to UTF-16 code units.

    >>> Units("a\U0001f600b").of(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._pairs = (
            [] if text.isascii() else [at for at, letter in enumerate(text) if letter > BASIC]
        )

    def of(self, offset: int) -> int:
        """The code units before `offset`."""
        return offset + bisect_left(self._pairs, offset)


def units(text: str) -> int:
    """The code units of a text."""
    return Units(text).of(len(text))
