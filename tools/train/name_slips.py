"""Put slips into names, so that what was meant is known.

Some are attested: one word for another in titles of the encyclopedia that nobody prints and that
lead, it seems, to a name that many print, and in a list of misspellings. Some are other words and
names that are known, as writers and their programs know them; the rest are slips of the fingers and
the ear.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from random import Random
from typing import NamedTuple

from newslint.evidence.known_names.name_readings import sounding_alike
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import Lexicon
from newslint.lexicon.printed_names import PrintedNames
from newslint.text.document import Document
from newslint.text.prose import Prose
from newslint.text.tokenizer import split_possessive
from tools.train.misspellings import Misspellings, read_listed

APART = 8
"""Capitalised words from one that is tried to the next, at the least; at most twice that."""

EVERYWHERE = 0.2
"""Share of slips that are made wherever the word stands in the article."""

ATTESTED, OTHERS = 0.4, 0.3
"""Shares of slips that are attested, where a word has such, and that are other known words."""

OFTEN, PUBLISHERS = 22, 6
"""How often a name is printed, at the least, that a title which nobody prints may lead to."""

SHORTEST = 4


class NameSlip(NamedTuple):
    """Where a slip begins in the text, and the folded word that stood there."""

    start: int
    meant: str


class NameSlips:
    """Slips that may happen to names."""

    def __init__(self, lexicon: Lexicon, names: PrintedNames, seed: int) -> None:
        self._random = Random(seed)
        self._slips = Misspellings(lexicon, seed)
        self._attested = attested(lexicon, names)
        self._lexicon, self._names = lexicon, names

    def put_into(self, text: str) -> tuple[str, list[NameSlip]]:
        """Return a text with slips, and what they are."""
        document = Document(Prose.plain(text))
        pieces, changed = list(document.pieces), dict[int, str]()
        names = names_at(document)
        place = self._random.randrange(APART)
        while place < len(names):
            at = names[place]
            if not changed.keys() & {at - 1, at, at + 1}:
                self._change(at, document, pieces, changed)
            place += APART + self._random.randrange(APART)
        starts = [0, *accumulate(map(len, pieces))]
        made = [NameSlip(starts[2 * at + 1], meant) for at, meant in sorted(changed.items())]
        return "".join(pieces), made

    def _change(
        self, at: int, document: Document, pieces: list[str], changed: dict[int, str]
    ) -> None:
        word = document.words[at]
        stem, ending = split_possessive(word)
        key = fold(stem)
        if not (len(key) >= SHORTEST and stem.isalpha() and stem.isascii()):
            return
        wrong = self._wrong(key)
        if not wrong or wrong == key:
            return
        everywhere = self._random.random() < EVERYWHERE
        for place in [*document.positions(word)] if everywhere else [at]:
            pieces[2 * place + 1] = like(wrong, stem) + ending
            changed[place] = key

    def _wrong(self, word: str) -> str | None:
        listed, draw = self._attested.get(word), self._random.random()
        if listed and draw < ATTESTED:
            return self._random.choice(listed)
        if draw > 1 - OTHERS:
            return self._other(word)
        return self._slips.slip(word)

    def _other(self, word: str) -> str | None:
        """Return another known word or name that is a slip away, a commoner one likelier."""
        others = [other for other in self._near(word) if other[0] == word[0]]
        if not others:
            return None
        uses = (self._lexicon.entry(other).zipf for other in others)
        return self._random.choices(others, [10 ** (zipf / 2) for zipf in uses])[0]

    def _near(self, word: str) -> list[str]:
        heard = (o for o in sounding_alike(word) if self._names.count(o).publishers >= PUBLISHERS)
        return sorted({*self._lexicon.near(word), *heard})


def names_at(document: Document) -> list[int]:
    """Return where names stand: capitalised neighbours, and capitals inside of sentences."""
    pairs = {at for places in document.places_of_pairs.values() for at in places}
    return [
        at for at in document.capitals if {at, at - 1} & pairs or not document.opens_sentence(at)
    ]


def attested(lexicon: Lexicon, names: PrintedNames) -> dict[str, list[str]]:
    """Return by word what is written for it, as often as it is."""
    found = defaultdict[str, list[str]](list)
    for word, written in read_listed().items():
        found[word] += written
    for name in names.starting(""):
        first, _, last = name.partition(" ")
        if not last.isalpha() or not first.isalpha():
            continue
        count = names.count(name)
        if count.times < OFTEN or count.publishers < PUBLISHERS:
            continue
        for title in lexicon.titles_starting(f"{first} {last[:2]}"):
            other = title[len(first) + 1 :]
            if is_one_edit_apart(other, last) and not names.count(title).times:
                found[last].append(other)
        for other in lexicon.near(first):
            title = f"{other} {last}"
            if lexicon.is_title(title) and not names.count(title).times:
                found[first].append(other)
    return found


def like(wrong: str, word: str) -> str:
    """Return `wrong` with the capitals of `word`, where the letters at either end are the same.

    >>> like("mcdoanld", "McDonald"), like("iff", "IFP"), like("mcdnald", "McDonald")
    ('McDoanld', 'IFF', 'McDnald')
    """
    if word.isupper():
        return wrong.upper()
    capitals = [at for at, letter in enumerate(word) if at and letter.isupper()]
    ours = list(wrong.capitalize())
    for at in capitals:
        for place in (at, at + len(wrong) - len(word)):
            if 0 < place < len(ours) and ours[place] == word[at].lower():
                ours[place] = word[at]
                break
    return "".join(ours)
