"""Parts of a phrase: two words, and what joins them."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.english import LINKS

_PARTING = lazy_pattern(r"[ -]")

_BETWEEN = LINKS | {"of", "for", "the", "and", ""}

SHOWN = 3
"""Number of first letters by which a word is found beside a known neighbour."""


class Pair(NamedTuple):
    """The two words of a phrase, folded, and the text between them."""

    first: str
    joint: str
    second: str

    @property
    def key(self) -> str:
        """The phrase."""
        return f"{self.first}{self.joint}{self.second}"

    @property
    def frames(self) -> tuple[str, str]:
        """Keys that find the second word beside the first, and the first beside the second."""
        return (
            f"{self.first}{self.joint}{self.second[:SHOWN]}>",
            f"<{self.first[:SHOWN]}{self.joint}{self.second}",
        )

    @property
    def gaps(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Keys that tell whether a word that may be meant is known in either place.

        It begins or ends like the word there, since a slip leaves one of the two alone.
        """
        first, joint, second = self
        after, before = f"{first}{joint}", f"{joint}{second}"
        return (
            (f"{after}{second[:1]}>", f"{after}>{second[-1:]}"),
            (f"<{first[:1]}{before}", f"{first[-1:]}<{before}"),
        )


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
