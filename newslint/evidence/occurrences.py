"""One spelling in one article: its places and how it stands."""

from __future__ import annotations

from typing import NamedTuple

from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.text.tokenizer import split_possessive


class NameContext(NamedTuple):
    """Keys of the names right before and right after an occurrence, titles left out.

    `given` are those before it that may be given names; `addressed` tells whether it stands
    behind Mr, Ms, Dr and the like, `titled` whether behind the name of an office, `introduced`
    whether it stands in a full name, `speaks` whether beside a verb of speech, `in_prose` whether
    anywhere among small words, and `joined` what a hyphen or a slash joins to it.
    """

    left: set[str]
    right: set[str]
    given: set[str]
    addressed: bool
    titled: bool
    introduced: bool
    speaks: bool
    in_prose: bool
    joined: set[str]

    @property
    def alone(self) -> bool:
        """Whether no name stands beside it anywhere, before or after."""
        return not (self.left or self.right)


class Occurrence:
    """One spelling in one article: as it stands, and how often."""

    __slots__ = ("company", "count", "key", "words")

    def __init__(self, key: str) -> None:
        self.key = key
        self.company: NameContext | None = None
        self.words: dict[str, int] = {}
        self.count = 0

    def add(self, word: str, count: int) -> None:
        """Count `count` more of `word`, one of the ways this spelling stands."""
        self.words[word] = count
        self.count += count

    @property
    def spelling(self) -> str:
        """How it stands most often, in upper and lower case if it ever does."""
        stems = [
            (not split_possessive(w)[0].isupper(), n, split_possessive(w)[0])
            for w, n in self.words.items()
        ]
        return max(stems)[2]


def akin(a: set[str], b: set[str]) -> bool:
    """Whether one of each may be the same given name: an initial, a short form, a slip."""
    return any(
        x.startswith(y[:3]) or y.startswith(x[:3]) or is_one_edit_apart(x, y) for x in a for y in b
    )
