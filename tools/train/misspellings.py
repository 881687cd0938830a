"""Put misspellings into articles, so that what was meant is known.

Half of them are real: misspellings that people have collected. The others are slips of the fingers
and the ear, as often as such are found in print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate
from random import Random

import marisa_trie

from newslint.evidence.typos.coined_words import SYLLABLES, with_syllable_twice
from newslint.lexicon.lexicon import CAPITAL, DATA, PLACE, WORD, Lexicon
from newslint.lexicon.slips import KEYBOARD
from newslint.text.document import Document
from newslint.text.prose import Prose

APART = 25
"""Words between two misspellings, at the least; twice as many at the most."""

EVERYWHERE = 0.15
"""Share of them that are made wherever the word stands, as people do who do not know better."""

SHORTEST = 4

NAME_ZIPF = 3.0
"""A name is misspelt if it is at least as common as this: then it can be told."""

JOINED = 0.08
"""Share of them that are the space left out behind a word."""

KINDS = {
    "dropped": 26,
    "added": 16,
    "transposed": 15,
    "vowel": 8,
    "doubled": 7,
    "key": 6,
    "clipped": 5,
    "other": 4,
    "two": 4,
    "undoubled": 3,
    "sound": 3,
    "syllable": 3,
    "first": 3,
}
"""How often the kinds of slips are made: as in the lists of misspellings, roughly."""

SOUNDS = {pair[0]: pair[1] for pair in "ck kc sz zs cs vw gj fv td bp mn iy".split()}

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Misspellings:
    """Misspellings that may happen to words."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self._lexicon = lexicon
        self._random = Random(seed)
        self._listed = read_listed()

    def put_into(self, text: str) -> tuple[str, set[int]]:
        """Return a text with misspellings, and where they begin."""
        document = Document(Prose.plain(text))
        pieces, changed = list(document.pieces), set[int]()
        at = self._random.randrange(APART)
        while at < len(document.words) - 1:
            word = document.words[at]
            if at not in changed and self._may_slip(word):
                changed |= self._change(at, word, document, pieces)
            at += APART + self._random.randrange(APART)
        starts = [0, *accumulate(map(len, pieces))]
        return "".join(pieces), {starts[2 * at + 1] for at in changed}

    def _change(self, at: int, word: str, document: Document, pieces: list[str]) -> set[int]:
        """Misspell the word at one place or at all, and return the places."""
        if self._random.random() < JOINED:
            if pieces[2 * at + 2] == " " and document.words[at + 1].isalpha():
                pieces[2 * at + 2] = ""
                return {at}
            return set()
        wrong = self.misspelt(word.lower())
        if not wrong:
            return set()
        everywhere = self._random.random() < EVERYWHERE
        places = {*document.positions(word)} if everywhere else {at}
        for place in places:
            pieces[2 * place + 1] = _like(wrong, word)
        return places

    def _may_slip(self, word: str) -> bool:
        if not (len(word) >= SHORTEST and word.isalpha() and word.isascii()):
            return False
        entry = self._lexicon.entry(word.lower())
        if entry.flags & WORD:
            return word[1:].islower()
        return (
            word[1:].islower()
            and bool(entry.flags & (CAPITAL | PLACE))
            and (entry.zipf >= NAME_ZIPF)
        )

    def misspelt(self, word: str) -> str | None:
        """Return a misspelling of a word in small letters; None if what was drawn does not fit."""
        listed = self._listed.get(word)
        if listed and self._random.random() < 0.5:
            return self._random.choice(listed)
        wrong = self.slip(word)
        return wrong if wrong != word else None

    def slip(self, word: str) -> str | None:
        """Return the word with a slip in it; None if the kind that was drawn does not fit it."""
        kind = self._random.choices([*KINDS], [*KINDS.values()])[0]
        at = self._random.randrange(1, len(word))
        return self._made(kind, word, at)

    def _made(self, kind: str, word: str, at: int) -> str | None:
        head, letter, tail = word[:at], word[at], word[at + 1 :]
        near = sorted(KEYBOARD[letter])
        match kind:
            case "dropped":
                return head + tail if tail else None
            case "clipped":
                return word[:-1]
            case "added":
                return head + self._random.choice(near) + letter + tail
            case "doubled":
                return head + letter + letter + tail
            case "undoubled":
                return head + tail if word[at - 1] == letter else None
            case "transposed":
                return head + tail[0] + letter + tail[1:] if tail else None
            case "vowel":
                return head + self._random.choice("aeiou") + tail if letter in "aeiou" else None
            case "key":
                return head + self._random.choice(near) + tail
            case "sound":
                return head + SOUNDS[letter] + tail if letter in SOUNDS else None
            case "other":
                return head + self._random.choice(LETTERS) + tail
            case "syllable":
                return self._with_or_without_syllable(word)
            case "first":
                beside = self._random.choice(sorted(KEYBOARD[word[0]]))
                return self._random.choice(["", beside]) + word[1:]
        once = self.slip(word)
        return self.slip(once) if once and len(once) >= 2 * SHORTEST else None

    def _with_or_without_syllable(self, word: str) -> str:
        """Return the word without a syllable that it has twice, or else with one twice."""
        return self._random.choice(_lacking_syllable(word) or [*with_syllable_twice(word)])


def _lacking_syllable(word: str) -> list[str]:
    """Return the word without a syllable that it has twice in a row, for each that it has."""
    return [
        word[:at] + word[at + size :]
        for size in SYLLABLES
        for at in range(len(word) - 2 * size + 1)
        if word[at : at + size] == word[at + size : at + 2 * size]
    ]


def read_listed() -> Mapping[str, list[str]]:
    """Return by word what is listed as written for it."""
    listed: dict[str, list[str]] = defaultdict(list)
    slips = marisa_trie.BytesTrie().mmap(f"{DATA}/slips.marisa")
    for wrong, rights in slips.items():
        if wrong.isalpha():
            listed[rights.decode().split(",")[0]].append(wrong)
    return listed


def _like(wrong: str, word: str) -> str:
    return wrong.capitalize() if word[0].isupper() else wrong
