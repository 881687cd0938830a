"""Fit the model of words that a memory has otherwise: python -m tools.train.remembered CORPUS.

Half of a publisher's stories make a memory; in the other half are words that look like slips for
what it has, and names that it has are misspelt. A fold of publishers is kept out: it is for reading
what newslint reports. --read writes the words as they stood that score highest.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from newslint.book.settings import Settings
from newslint.engine.linter import open_linter
from newslint.evidence.additive_model import WEIGHTS
from newslint.evidence.coinage import are_letters
from newslint.evidence.familiarity import familiarity
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.remembered.alone import features_of, may_be_alone
from newslint.evidence.remembered.beside import UNHEARD, suspect_at_best
from newslint.evidence.remembered.candidates import near_words, rights_of
from newslint.evidence.remembered.printed import is_phrase
from newslint.lexicon.folding import fold
from newslint.memory.builder import Builder, taught_by
from newslint.memory.layout import KNOWN
from newslint.memory.memories import Memories
from newslint.memory.memory import Memory
from newslint.memory.phrases import names_in
from newslint.text.document import Document
from newslint.text.prose import Prose
from newslint.text.tokenizer import split_possessive
from tools.counts.corpus import articles
from tools.counts.publishers import fold_of
from tools.train.curves import Table, cross_fit
from tools.train.examples import FOLDS, RIGHT, digest_of, read_labels, shown
from tools.train.misspellings import SHORTEST, Misspellings
from tools.train.report import write_model

KEPT_OUT = 3
"""The fold of publishers that nothing is fitted on."""

FEWEST, MOST = 400, 4_000
"""Stories of a publisher that is used, and how many of them are."""

WORDS, SLIPS, EACH = 150_000, 400, 2
"""Words of a publisher that are read as they stand, and names that are misspelt, some a story."""

SLIP_WEIGHT = 0.05
"""What a misspelling that was put in weighs beside a word as it stood."""

TARGET = 0.3
"""Reports in 10,000 words as they stood, three in four of them real misspellings."""

LEFT_OUT = 0.0
"""Score from which a word as it stood is no example of one that is right."""

LABELS = Path(__file__).parent / "remembered_labels.tsv"

SHOWN = 400


Features = dict[str, float]


@dataclass(frozen=True)
class Example:
    """A word that a memory has otherwise, whether it was put there, and how it looks."""

    fold: int
    is_slip: bool
    features: Features
    shown: str

    @property
    def digest(self) -> str:
        """What tells the place again without its words."""
        return digest_of(self.shown)


@dataclass
class Gathered:
    """Examples; how many words were read as they stood, and slips made."""

    examples: list[Example]
    words: int = 0
    slips: int = 0


def main() -> None:
    """Gather examples, judge each fold by a model of the others, and write the model of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--read", type=Path, metavar="FILE")
    options = parser.parse_args()
    gathered = gather_all(options.corpus)
    scores, model = fit_twice(gathered.examples)
    write_model(Path(WEIGHTS) / "remembered.json", *model, figures(gathered, scores), date.today())
    if options.read:
        options.read.write_text(best_first(gathered.examples, scores), encoding="utf-8")


def gather_all(corpus: Path) -> Gathered:
    """Return the examples of all publishers that are used."""
    knowledge, found = open_linter(Settings(())).knowledge, Gathered([])
    for at, stories in publishers(corpus):
        with TemporaryDirectory() as folder:
            gather(Publisher(stories, Path(folder), knowledge), at, found)
    return found


def fit_twice(
    examples: list[Example],
) -> tuple[Any, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Return each example's score by a model of the other folds, and the model of all folds.

    Words as they stood that a first model takes for slips are hardly ever right: they are left out
    of the second one, unless they were read and are right.
    """
    table = Table.of([e.features for e in examples], [e.is_slip for e in examples])
    folds, all_of_them = np.array([e.fold for e in examples]), np.ones(len(examples), bool)
    labels = read_labels(LABELS)
    is_right = np.array([labels.get(e.digest) == RIGHT for e in examples])
    first, _ = cross_fit(table, folds, all_of_them, SLIP_WEIGHT)
    used = (table.slips == 1) | is_right | (first < LEFT_OUT)
    return cross_fit(table, folds, used, SLIP_WEIGHT)


def publishers(corpus: Path) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Yield the dates and texts of each publisher that has enough stories, with its fold."""
    for source, group in groupby(articles(corpus), itemgetter("source")):
        texts = {f"{one['title']}\n\n{one['text']}".strip(): one["date"] for one in group}
        fold = fold_of(source, FOLDS)
        if fold != KEPT_OUT and len(texts) >= FEWEST:
            stories = [(day, text) for text, day in texts.items()]
            Random(source).shuffle(stories)
            yield fold, stories[:MOST]


class Publisher:
    """One publisher: a memory of half of its stories, and the others as documents."""

    def __init__(self, stories: list[tuple[str, str]], folder: Path, knowledge: Knowledge) -> None:
        half = len(stories) // 2
        with closing(Builder()) as builder:
            for number, (day, text) in enumerate(stories[:half]):
                taught = taught_by(Document(Prose.plain(text)), day, knowledge.lexicon)
                builder.add(taught, str(number))
            builder.write(folder / "memory")
        self.memories = Memories([Memory(folder / "memory")])
        self.knowledge = knowledge
        self._texts = [text for _, text in stories[half:]]

    def as_they_stand(self) -> Iterator[tuple[int, list[tuple[Features, str]]]]:
        """Yield for each story how many words it has, and those that the memory has otherwise."""
        for text in self._texts:
            document = Document(Prose.plain(text))
            yield len(document.words), list(self._suspects(document))

    def misspelt(self, chance: Random) -> Iterator[Features | None]:
        """Yield the features of what is misspelt; None where what is meant cannot be told."""
        slips = Misspellings(self.knowledge.lexicon, chance.randrange(1000))
        for text in self._texts:
            names = list(self._known(Document(Prose.plain(text))))
            for name in chance.sample(names, min(EACH, len(names))):
                wrong = slips.misspelt(name.lower())
                if wrong and not self.memories.stories(wrong):
                    stem = wrong if name.islower() else wrong.capitalize()
                    meant = (f for right, f in self._meant(stem) if fold(right) == fold(name))
                    yield next(meant, None)

    def _suspects(self, document: Document) -> Iterator[tuple[Features, str]]:
        for word in sorted(document.distinct):
            if is_phrase(word, self.knowledge):
                around = shown(document.positions(word)[0], document)
                for right, features in self._meant(split_possessive(word)[0]):
                    yield features, f"{right}: {around}"

    def _known(self, document: Document) -> Iterator[str]:
        """Yield the names and words of a story that the memory has, unless they stand twice."""
        names = (at for at in names_in(document) if not document.opens_sentence(at))
        found = {document.words[at] for at in names}
        found.update(word for word in document.distinct if word.islower())
        for word in sorted(found):
            if len(word) >= SHORTEST and word.isalpha() and word.isascii() and word[1:].islower():
                known = is_phrase(word, self.knowledge) and self.memories.stories(word.lower())
                if known >= KNOWN and len(document.positions(word)) == 1:
                    yield word

    def _meant(self, stem: str) -> Iterator[tuple[str, Features]]:
        """Yield what the memory has instead of a word, with the features of the two."""
        key = fold(stem)
        is_unknown = familiarity(key, self.knowledge) < UNHEARD
        for right in rights_of(key, near_words(key, self.memories), self.memories, is_unknown):
            suspect = suspect_at_best(stem, right)
            if not are_letters(stem) and may_be_alone(suspect, self.knowledge):
                yield right, features_of(suspect, self.memories, self.knowledge)


def gather(publisher: Publisher, at: int, into: Gathered) -> None:
    """Add the examples of one publisher, the words that were read, and the slips made."""
    words = 0
    for number, suspects in publisher.as_they_stand():
        words += number
        into.examples += (Example(at, False, features, around) for features, around in suspects)
        if words >= WORDS:
            break
    slips = list(islice(publisher.misspelt(Random(at)), SLIPS))
    into.examples += (Example(at, True, features, "") for features in slips if features)
    into.words += words
    into.slips += len(slips)


def figures(gathered: Gathered, scores: Any) -> dict[str, Any]:
    """Return how much is found on publishers that the model has not seen."""
    slips = np.array([e.is_slip for e in gathered.examples])
    true = np.sort(scores[~slips])[::-1]
    target = float(true[int(TARGET * gathered.words / 10_000)])
    return {
        "words": gathered.words,
        "slips": gathered.slips,
        "reports in 10,000 words": TARGET,
        "slips found": round(float((scores[slips] > target).sum()) / gathered.slips, 3),
        "report": round(target, 2),
    }


def best_first(examples: list[Example], scores: Any) -> str:
    """Return the words as they stood that score highest, a line each."""
    order = [at for at in np.argsort(-scores) if not examples[at].is_slip][:SHOWN]
    return "".join(
        f"{examples[at].digest}\t{scores[at]:.1f}\t{examples[at].shown}\n" for at in order
    )


if __name__ == "__main__":
    main()
