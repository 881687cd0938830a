"""Examples to fit on: true words of a corpus that look like slips, and slips that were put in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from newslint.book.rules_reader import load_rules
from newslint.checks.context_slip import may_be_name, tables
from newslint.checks.kinds import ALL_KINDS
from newslint.evidence.real_words.context_features import features
from newslint.evidence.real_words.word_in_context import WordsInContext
from newslint.lexicon import counts as of_counts
from newslint.lexicon import printed_names as of_names
from newslint.lexicon import word_vectors as of_vectors
from newslint.lexicon.counts import Counts
from newslint.lexicon.word_vectors import WordVectors
from newslint.text.document import Document
from newslint.text.prose import Prose
from tools.counts.corpus import articles
from tools.counts.publishers import fold_of
from tools.train.slips import Slips

FOLDS, KEPT_OUT = 5, 2
"""Number of folds of publishers, and the one that nothing is fitted on."""

TRUE, SLIPPED = 0.25, 0.06
"""Shares of the articles of a fold that are read as they are, and also with slips."""

SHOWN = 7
"""Words around a suspect that are shown to who reads the labels."""


@dataclass(frozen=True)
class Example:
    """A word of an article that may be another one, and whether that other was there before."""

    fold: int
    word: str
    meant: str
    is_slip: bool
    is_listed: bool
    features: dict[str, float]
    shown: str

    @property
    def digest(self) -> str:
        """What tells the place again without its words."""
        around = " ".join(self.shown.replace("[[", "").replace("]]", "").split())
        return digest_of(f"{self.word} {around}")


@dataclass
class Fold:
    """The examples of a fold; how many words were read, and slips put in, found or not."""

    examples: list[Example]
    words: int = 0
    slips: int = 0


def texts_of(corpus: Path, fold: int, share: float) -> Iterator[tuple[int, float, str]]:
    """Yield a share of the distinct texts of a fold: the number in the corpus, a lot, the text."""
    chance, seen = Random(fold), set[int]()
    for number, article in enumerate(articles(corpus)):
        if fold_of(article["source"], FOLDS) != fold or (lot := chance.random()) > share:
            continue
        text = f"{article['title']}\n\n{article['text']}".strip()
        if hash(text) not in seen:
            seen.add(hash(text))
            yield number, lot, text


def use_counts(folder: Path) -> None:
    """Let all of newslint use the counts in a folder from here on."""
    for opened, kind in (
        (of_counts.shipped_counts, of_counts.Counts),
        (of_names.shipped_names, of_names.PrintedNames),
        (of_vectors.shipped_vectors, of_vectors.WordVectors),
    ):
        opened.cache_clear()
        kind.__init__.__defaults__ = (folder,)


def gather(
    corpus: Path, counts: Path, fold: int, listed: dict[str, list[str]], rules: Path
) -> Fold:
    """Return the examples of one fold, by counts that know nothing of its publishers."""
    of_kind = [rule for rule in load_rules(rules, ALL_KINDS) if rule.kind == "context"]
    own = counts / str(fold)
    words = WordsInContext(Counts(own), WordVectors(own), *tables(of_kind))
    slips, chance, found = Slips(words, listed, fold), Random(fold), Fold([])
    for article in articles(corpus):
        if fold_of(article["source"], FOLDS) != fold or (share := chance.random()) > TRUE:
            continue
        text = f"{article['title']}\n\n{article['text']}"
        found.words += len(text.split())
        found.examples += (example for _, example in _suspects(text, fold, words))
        if share < SLIPPED:
            text, made = slips.put_into(text)
            found.slips += len(made)
            by_place = {slip.at: slip for slip in made}
            for at, example in _suspects(text, fold, words):
                slip = by_place.get(at)
                if slip and slip.meant == example.meant:
                    found.examples.append(_as_slip(example, slip.is_listed))
    return found


def digest_of(place: str) -> str:
    """Return what tells again a place that was shown, without its words."""
    return hashlib.sha1(place.encode()).hexdigest()[:12]


WRONG, RIGHT, UNSURE = "wrong", "right", "unsure"
"""Labels of what was read as it stands; of a pair of names: one name, two, nobody can say."""


def read_labels(path: Path) -> dict[str, str]:
    """Return the labels of places that were read, by their digests; none without a file."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def _as_slip(example: Example, is_listed: bool) -> Example:
    return Example(
        example.fold, example.word, example.meant, True, is_listed, example.features, example.shown
    )


def _suspects(text: str, fold: int, words: WordsInContext) -> Iterator[tuple[int, Example]]:
    """Yield the words of a text that may be others, with what is observed of them."""
    document = Document(Prose.plain(text))
    for at in words.suspects(document):
        if not may_be_name(at, document) and (weighed := words.weigh(at, document)):
            observed = dict(features(weighed, at, document, words))
            numbers = (weighed.place.word, weighed.rivals[0].word)
            word, meant = map(words.counts.token, numbers)
            yield at, Example(fold, word, meant, False, False, observed, shown(at, document))


def shown(at: int, document: Document) -> str:
    """Return the words around word `at`, which stands in brackets."""
    pieces = document.pieces[max(0, 2 * (at - SHOWN) + 1) : 2 * (at + SHOWN) + 2]
    centre = 2 * min(at, SHOWN)
    pieces[centre] = f"[[{pieces[centre]}]]"
    return " ".join("".join(pieces).split())
