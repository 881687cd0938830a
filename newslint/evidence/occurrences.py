"""Forms and clues: what evidence is about, and what a piece of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.text.tokenizer import possessive

if TYPE_CHECKING:
    from newslint.evidence.name_context import Company


class Form:
    """One spelling in one article: as it stands, and how often."""

    __slots__ = ("company", "count", "key", "words")

    def __init__(self, key: str) -> None:
        self.key = key
        self.company: Company | None = None
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
            (not possessive(w)[0].isupper(), n, possessive(w)[0]) for w, n in self.words.items()
        ]
        return max(stems)[2]
