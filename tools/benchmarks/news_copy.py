"""Varied copy for benchmarks, seeded: no two stories alike, and no sentence that is in another.

Words follow each other as often as in the news that was counted (`newslint.lexicon.counts`).
Names are put together from the lexicon, a cast for each story. One story in ten has a sentence of
examples/, and with it a slip.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from newslint.lexicon.counts import LEVELS, SECOND, shipped_counts
from newslint.lexicon.lexicon import (
    CAPITAL,
    FAMILY,
    GIVEN,
    NAMED,
    PLACE,
    SLIP,
    WORD,
    Entry,
    shipped,
)
from newslint.text.context_tokens import AND, COMMA, END, NAME, NAMES, NUMBER, QUOTE, UNKNOWN

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

KNOWN_NAME, KNOWN_WORD = 3.0, 2.0
"""Zipf frequencies from which names and rare words are taken."""

LONGEST = 40
"""Words of a sentence, after which it ends."""

CAST = 6
"""People in a story, of whom one is named again and again."""


@cache
def followers(number: int) -> tuple[list[int], list[int]]:
    """The tokens that follow a token in news, and how often, summed up."""
    counts = shipped_counts()
    begin, end = counts._heads[number : number + 2]
    pairs = counts._pairs[begin:end]
    times = [LEVELS[pair & 255].times for pair in pairs]
    return [pair >> SECOND for pair in pairs], list(accumulate(times))


@cache
def in_use() -> list[tuple[str, Entry]]:
    """The words of the lexicon that are not too rare, and no misspellings."""
    lexicon = shipped()
    entries = ((word, lexicon.entry(word)) for word in sorted(lexicon._words))
    return [(word, e) for word, e in entries if e.zipf >= KNOWN_WORD and not e.flags & SLIP]


@cache
def listed(flags: int, least: float) -> list[str]:
    """The words of the lexicon with one of the flags, from a frequency on."""
    return [word for word, e in in_use() if e.flags & flags and e.zipf >= least]


def slips() -> list[str]:
    """Sentences of the examples in plain text, most of them with a slip."""
    text = " ".join(path.read_text() for path in sorted(EXAMPLES.glob("*.txt")))
    return [s for s in re.split(r"(?<=[.!?”])\s+", text) if len(s) > 20]


class Story:
    """Writes one story."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        given, family = listed(GIVEN, KNOWN_NAME), listed(FAMILY, KNOWN_NAME)
        self._people = [(rng.choice(given), rng.choice(family)) for _ in range(CAST)]
        self._places = rng.choices(listed(PLACE, KNOWN_NAME), k=CAST // 2)
        self._introduced: set[str] = set()

    def paragraphs(self, size: int) -> Iterator[str]:
        """Paragraphs of so many bytes together, or a few more."""
        while size > 0:
            sentences = [self.sentence() for _ in range(self._rng.randint(1, 4))]
            paragraph = " ".join(sentences) + "\n\n"
            size -= len(paragraph.encode())
            yield paragraph

    def sentence(self) -> str:
        """One sentence: a walk from a boundary to the next."""
        counts, text, quoted = shipped_counts(), "", False
        number = counts.number(END)
        for _ in range(LONGEST):
            tokens, weights = followers(number)
            if not tokens:
                break
            (number,) = self._rng.choices(tokens, cum_weights=weights)
            token = counts.token(number)
            if token == END:
                break
            if token == COMMA:
                text += ","
            elif token == QUOTE:
                text += "”" if quoted else " “"
                quoted = not quoted
            else:
                text += ("" if text.endswith("“") else " ") + self._written(token)
        text = text.strip(" ,") or self._name()
        return text[0].upper() + text[1:] + ("”" if quoted else "") + "."

    def _written(self, token: str) -> str:
        if token == NAME:
            return self._name()
        if token == NAMES:
            return self._name() + "'s"
        if token == NUMBER:
            return str(self._rng.choice((self._rng.randint(2, 99), self._rng.randint(100, 2_030))))
        if token == UNKNOWN:
            return self._rng.choice(listed(WORD, KNOWN_WORD))
        if token == AND:
            return "&"
        flags = shipped().entry(token.removesuffix("'s")).flags
        return capital(token) if flags & (CAPITAL | NAMED) and not flags & WORD else token

    def _name(self) -> str:
        """A place, or one of the cast: in full where the story has not named them yet."""
        if self._rng.random() < 0.3:
            return capital(self._rng.choice(self._places))
        given, family = self._rng.choice(self._people)
        if family in self._introduced:
            return capital(family)
        self._introduced.add(family)
        return f"{capital(given)} {capital(family)}"


def capital(word: str) -> str:
    """The word with a capital."""
    return word[0].upper() + word[1:]


def write_copy(folder: Path, files: int, size: int) -> int:
    """Write `files` stories of about `size` bytes to `folder`; return their total size."""
    rng, wrong, total = random.Random(1), slips(), 0
    for number in range(files):
        story = f"{rng.choice(wrong)}\n\n" if number % 10 == 0 else ""
        story += "".join(Story(rng).paragraphs(size))
        path = folder / f"{number // 100:02}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        total += path.write_bytes(story.encode())
    return total
