"""Put slips that make another word into articles, so that what was meant is known.

Half of them are real: misspellings that people have collected and that are words themselves. The
others are any word that a slip could make, the likelier kinds and the commoner words more often.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import NamedTuple

from newslint.evidence.real_words.word_in_context import WordsInContext
from newslint.lexicon.word_kinship import kinship
from newslint.text.document import Document
from newslint.text.prose import Prose

KINDS = {
    "transposed": 4,
    "doubled": 3,
    "undoubled": 3,
    "dropped": 3,
    "added": 2,
    "vowel": 2,
    "key": 2,
    "last": 2,
    "clipped": 2,
    "plural": 2,
    "singular": 3,
    "ending": 2,
    "apostrophe": 3,
}
"""How often kinds of slips happen, beside any other."""

APART = 25
"""Words between two slips, so that neither stands in the other's context."""

EACH = 0.08
"""Share of words that are tried."""


class Slip(NamedTuple):
    """A word that was put in, its index in the article, and what stood there."""

    at: int
    word: str
    meant: str
    is_listed: bool


class Slips:
    """Slips that may happen to words."""

    def __init__(self, words: WordsInContext, listed: dict[str, list[str]], seed: int) -> None:
        self._words = words
        self._listed = listed
        self._random = Random(seed)
        self._made = _turned(words)
        self._weighed: dict[str, list[float]] = {}

    def put_into(self, text: str) -> tuple[str, list[Slip]]:
        """Return a text with slips, and those slips."""
        document = Document(Prose.plain(text))
        pieces, slips, last = list(document.pieces), [], -APART
        for at, word in enumerate(document.words):
            if (
                at - last < APART
                or self._random.random() > EACH
                or not self._may_slip(at, document)
            ):
                continue
            if slip := self._slip(word.lower()):
                pieces[2 * at + 1] = _like(slip[0], word)
                slips.append(Slip(at, slip[0], word.lower(), slip[1]))
                last = at
        return "".join(pieces), slips

    def _may_slip(self, at: int, document: Document) -> bool:
        word = document.words[at]
        return word.isalpha() and (word[0].islower() or document.opens_sentence(at))

    def _slip(self, word: str) -> tuple[str, bool] | None:
        if self._random.random() < 0.5:
            listed = [slip for slip in self._listed.get(word, ()) if slip in self._made]
            return (self._random.choice(listed), True) if listed else None
        made = self._made.get(word)
        if not made:
            return None
        if word not in self._weighed:
            self._weighed[word] = [self._weight(slip, word) for slip in made]
        return self._random.choices(made, self._weighed[word])[0], False

    def _weight(self, slip: str, word: str) -> float:
        times = self._words.single(self._words.counts.number(slip))
        return float(KINDS.get(kinship(slip, word), 1) * max(times, 30) ** 0.25)


def read_listed(path: Path) -> dict[str, list[str]]:
    """Read what people write for a word, by that word."""
    listed: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return listed


def _turned(words: WordsInContext) -> dict[str, list[str]]:
    """Return for each word those that it may be written as."""
    made: dict[str, list[str]] = defaultdict(list)
    for number in range(1, words.counts.words + 1):
        for rival in words.rivals(number):
            made[words.counts.token(rival)].append(words.counts.token(number))
    return dict(made)


def _like(slip: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return slip.upper()
    return slip.capitalize() if word[0].isupper() else slip
