"""Examples to fit on: names of a corpus that look like slips, and slips that were put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newslint.book.settings import Settings
from newslint.checks.unprinted_names import PLACES, is_somebody_else
from newslint.engine.linter import open_linter
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.known_names.name_reading_features import features_at, features_of
from newslint.evidence.known_names.name_readings import name_readings
from newslint.evidence.known_names.word_reading_features import (
    is_beside_known,
    is_in_article,
    word_features,
    word_features_at,
)
from newslint.evidence.known_names.word_readings import word_readings
from newslint.evidence.name_context import in_known_name
from newslint.lexicon.printed_names import shipped_names
from newslint.text.document import Document
from newslint.text.name_pairs import pairs_in
from newslint.text.prose import Prose
from tools.train.examples import digest_of, shown, texts_of, use_counts
from tools.train.name_slips import NameSlips

READ, SLIPPED = 0.11, 0.06
"""Shares of a fold's articles that are read as they are, and also with slips."""


@dataclass(frozen=True)
class Example:
    """A reading of a name in its `place`; whether it is what stood there before a slip."""

    model: str
    fold: int
    place: tuple[int, int]
    is_slip: bool
    features: dict[str, float]
    printed: float
    right: str
    shown: str

    @property
    def digest(self) -> str:
        """What tells the place again without its words."""
        return digest_of(self.shown)


def gather(corpus: Path, counts: Path, fold: int) -> tuple[list[Example], int]:
    """Return the examples of one fold by counts that know nothing of it, and how many words."""
    use_counts(counts / str(fold))
    knowledge = open_linter(Settings(())).knowledge
    slips = NameSlips(knowledge.lexicon, shipped_names(), fold)
    found, words = list[Example](), 0
    for number, share, text in texts_of(corpus, fold, READ):
        words += len(text.split())
        found += (each for _, _, each in examples_of(text, fold, number, knowledge))
        if share < SLIPPED:
            wrong, made = slips.put_into(text)
            meant = {slip.start: slip.meant for slip in made}
            found += (
                replace(each, is_slip=True)
                for start, right, each in examples_of(wrong, fold, number, knowledge)
                if meant.get(start) == right
            )
    return found, words


def examples_of(
    text: str, fold: int, number: int, knowledge: Knowledge
) -> Iterator[tuple[int, str, Example]]:
    """Yield the readings of the names of a text: where the word begins, and what may be meant."""
    document = Document(Prose.plain(text))
    for model, at, right, features in (
        *of_names(document, knowledge),
        *of_words(document, knowledge),
    ):
        start = document.span(at).start
        printed = features.get("whole_printed", features.get("right_printed", 0.0))
        place, here = (number, start), shown(at, document)
        yield start, right, Example(model, fold, place, False, features, printed, right, here)


def of_names(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, int, str, dict[str, float]]]:
    """Yield the readings of names of two words."""
    table = pairs_in(document)
    for first, second, link in sorted(table):
        found = name_readings(knowledge.key(first), knowledge.key(second), link, knowledge)
        for reading in found:
            known = dict(features_of(reading, len(found), knowledge))
            for place in table[first, second, link][:PLACES]:
                at = place[1] if reading.half.last else place[0]
                if not is_somebody_else(place, reading, document, knowledge):
                    here = features_at(place, reading, document, knowledge)
                    yield "known_pair", at, reading.right, {**known, **dict(here)}


def of_words(
    document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, int, str, dict[str, float]]]:
    """Yield the readings of single words."""
    for word in sorted(word for word in document.distinct if word[0].isupper()):
        key = knowledge.key(word)
        found = word_readings(key, knowledge)
        for right in found:
            known = dict(word_features(key, right, len(found), knowledge))
            for at in document.positions(word)[:PLACES]:
                in_name = in_known_name(at, document, knowledge)
                if not in_name and not is_beside_known(at, right, document, knowledge):
                    here = dict(word_features_at(at, right, document, knowledge))
                    here["right_there"] = float(is_in_article(right, document))
                    yield "known_word", at, right, {**known, **here}
