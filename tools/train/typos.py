"""Fit the models of misspelt words: python -m tools.train.typos CORPUS COUNTS [--read FILE].

COUNTS holds folders 0 to 4, each compiled by `tools.counts` without that fold of publishers; the
articles of a fold are judged by the counts that leave it out. KEPT_OUT is read by nobody: it is for
reading what newslint reports. --read writes the true words that score highest, to be read; what is
wrong indeed goes into `typos_labels.tsv`, and is no negative when the models are fitted anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from newslint.book.settings import Settings
from newslint.engine.linter import open_linter
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.additive_model import WEIGHTS
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.name_context import in_right_name
from newslint.evidence.typos.suspect_place import by_hand, is_no_word, times_of_word
from newslint.evidence.typos.suspect_word import suspect_word
from newslint.evidence.typos.typo_features import meant_at
from newslint.text.document import Document
from newslint.text.prose import Prose
from tools.train import curves
from tools.train.curves import Table
from tools.train.every_fold import gather_all, read_options
from tools.train.examples import RIGHT, digest_of, read_labels, shown, texts_of, use_counts
from tools.train.misspellings import Misspellings
from tools.train.report import score_at, write_model

READ, SLIPPED = 0.12, 0.03
"""Shares of a fold's articles that are read as they are, and also with misspellings."""

SLIP_WEIGHT = 0.3
"""What a misspelling that was put in weighs beside a word as it stood."""

HOLD = 2.0
"""How strongly each step of a curve is held back: few words that are right score high."""

MODELS = {"typo": False, "typo_capital": True}
"""The models, and whether they are for words with a capital."""

RATES = (0.01, 0.02, 0.03, 0.05, 0.1)
"""Wrong reports in 10,000 words, as far as words were read ..."""

TARGETS = {"typo": 0.03, "typo_capital": 0.015}
"""... and the rates that the models are set to."""

LABELS = Path(__file__).parent / "typos_labels.tsv"

SHOWN = 400


@dataclass(frozen=True)
class Example:
    """A suspect in its place; whether it was put there, and what the weights by hand say."""

    fold: int
    is_slip: bool
    capital: bool
    features: dict[str, float]
    by_hand: float
    is_listed: bool
    word: str
    right: str
    shown: str

    @property
    def digest(self) -> str:
        """What tells the place again without its words."""
        return digest_of(self.shown)


def main() -> None:
    """Gather examples, judge each fold by models of the others, and write the models of all."""
    options = read_options(__doc__)
    examples, words = gather_all(gather, options.corpus, options.counts)
    shown_lines = []
    for name, capital in MODELS.items():
        own = [example for example in examples if example.capital == capital]
        scores, model = cross_fit(own)
        write_model(
            Path(WEIGHTS) / f"{name}.json", *model, figures(own, scores, words, name), date.today()
        )
        shown_lines += best_first(own, scores)
    if options.read:
        options.read.write_text("".join(shown_lines), encoding="utf-8")


def gather(corpus: Path, counts: Path, fold: int) -> tuple[list[Example], int]:
    """Return the examples of one fold by counts that know nothing of it, and how many words."""
    use_counts(counts / str(fold))
    with_knowledge = open_linter(Settings(())).knowledge
    misspellings = Misspellings(with_knowledge.lexicon, fold)
    found, words = list[Example](), 0
    for _, share, text in texts_of(corpus, fold, READ):
        words += len(text.split())
        found += (example for _, example in examples_of(text, fold, False, with_knowledge))
        if share < SLIPPED:
            wrong, meant = misspellings.put_into(text)
            slips = examples_of(wrong, fold, True, with_knowledge)
            found += (example for start, example in slips if start in meant)
    return found, words


def examples_of(
    text: str, fold: int, is_slip: bool, with_knowledge: Knowledge
) -> Iterator[tuple[int, Example]]:
    """Yield the suspects of a text that stand once, with where they begin."""
    document = Document(Prose.plain(text))
    for word in sorted(document.distinct):
        suspect = suspect_word(word, with_knowledge)
        if not suspect or not suspect.rights:
            continue
        for at in document.positions(word):
            if times_of_word(at, document) > 1:
                continue
            hand = suspect.reading and by_hand(at, suspect.reading, document, with_knowledge)
            if is_no_word(at, hand, suspect, document) or in_right_name(
                at, document, with_knowledge
            ):
                continue
            features, rights = meant_at(at, suspect, document, with_knowledge)
            yield (
                document.span(at).start,
                Example(
                    fold,
                    is_slip,
                    suspect.capital,
                    dict(features),
                    hand.weight if hand else 0.0,
                    bool(hand and hand.listed),
                    word,
                    rights[0],
                    shown(at, document),
                ),
            )


def cross_fit(
    examples: list[Example],
) -> tuple[Any, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Return each example's score by a model of the other folds, and the model of all folds.

    What the weights by hand report is left out unless it was read and is right as it stands.
    """
    labels = read_labels(LABELS)
    return curves.cross_fit(
        Table.of([e.features for e in examples], [e.is_slip for e in examples]),
        np.array([e.fold for e in examples]),
        np.array([may_be_used(e, labels) for e in examples]),
        SLIP_WEIGHT,
        HOLD,
    )


def may_be_used(example: Example, labels: dict[str, str]) -> bool:
    """Whether to fit on an example: a slip that was put in, or a word that is right."""
    if example.is_slip:
        return True
    if example.digest in labels:
        return labels[example.digest] == RIGHT
    return example.by_hand < typo_w.MISSPELT


def figures(examples: list[Example], scores: Any, words: int, name: str) -> dict[str, Any]:
    """Return how much each way finds on publishers that it has not seen."""
    labels = read_labels(LABELS)
    slips = np.array([e.is_slip for e in examples])
    right = np.array([not e.is_slip and may_be_used(e, labels) for e in examples])
    hand = np.array([e.by_hand for e in examples])
    true = np.sort(scores[right])[::-1]

    def share(found: Any) -> float:
        return round(float((found & slips).sum() / slips.sum()), 3)

    return {
        "words": words,
        "slips": int(slips.sum()),
        "by hand: slips found": share(hand >= typo_w.MISSPELT),
        "slips found at wrong reports in 10,000 words": {
            str(rate): share(scores > score_at(true, rate, words)) for rate in RATES
        },
        "report": round(score_at(true, TARGETS[name], words), 2),
    }


def best_first(examples: list[Example], scores: Any) -> list[str]:
    """Return a line for each true word that scores high, or that only the hand reports."""
    order = [at for at in np.argsort(-scores) if not examples[at].is_slip]
    only = [at for at in order[SHOWN:] if examples[at].by_hand >= typo_w.MISSPELT]
    return [
        f"{e.digest}\t{e.word}\t{e.right}\t{scores[at]:.1f}\t{e.by_hand:.1f}\t{e.shown}\n"
        for at in (*order[:SHOWN], *only)
        for e in (examples[at],)
    ]


if __name__ == "__main__":
    main()
