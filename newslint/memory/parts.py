"""Parts of a phrase: two words, and what joins them."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.english import LINKS

_PARTING = lazy_pattern(r"[ -]")

_BETWEEN = LINKS | {"of", "for", "the", "and", ""}


class Pair(NamedTuple):
    """The two words of a phrase, folded, and the text between them."""

    first: str
    joint: str
    second: str

    @property
    def key(self) -> str:
        """The phrase."""
        return f"{self.first}{self.joint}{self.second}"


def parted(key: str) -> Pair | None:
    """The phrase as a pair; None for one word, and for a name of more words.

    >>> parted("bank of england")
    Pair(first='bank', joint=' of ', second='england')
    >>> parted("winslade-price").joint, parted("england"), parted("us national guard")
    ('-', None, None)
    """
    words = _PARTING.split(key)
    if len(words) < 2 or not _BETWEEN.issuperset(words[1:-1]):
        return None
    first, second = words[0], words[-1]
    return Pair(first, key[len(first) : len(key) - len(second)], second)
