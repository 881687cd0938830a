"""Fit the model of a name spelt twice: python -m tools.train.variants CORPUS COUNTS [--read FILE].

COUNTS holds folders 0 to 4, each compiled by `tools.counts` without that fold of publishers; the
articles of a fold are judged by the counts that leave it out. KEPT_OUT is read by nobody. Slips are
put into names, and what is found beside the right name is an example. --read writes the pairs as
they stood that score highest, to be read; what is one name indeed goes into `variants_labels.tsv`
and is a slip when the model is fitted anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from newslint.book.settings import Settings
from newslint.checks.names_inconsistent import (
    are_two_words,
    forms_of,
    key_of,
    of_whole_words,
)
from newslint.engine.linter import open_linter
from newslint.evidence import variant_weights as w
from newslint.evidence.additive_model import WEIGHTS
from newslint.evidence.familiarity import familiarity
from newslint.evidence.knowledge import Knowledge
from newslint.evidence.occurrences import Occurrence, places_of
from newslint.evidence.variants.look_alikes import look_alikes
from newslint.evidence.variants.name_variant_model import MODEL, are_two_names, variant_features
from newslint.lexicon.printed_names import shipped_names
from newslint.text.document import Document
from newslint.text.prose import Prose
from tools.train.curves import Curves, Table
from tools.train.every_fold import gather_all, read_options
from tools.train.examples import (
    RIGHT,
    UNSURE,
    WRONG,
    digest_of,
    read_labels,
    shown,
    texts_of,
    use_counts,
)
from tools.train.name_slips import NameSlips
from tools.train.report import score_at, write_model

READ, SLIPPED = 0.24, 0.10
"""Shares of a fold's articles that are read as they are, and also with slips."""

SLIP_WEIGHT, REAL_WEIGHT = 0.1, 3.0
"""What a slip that was put in, or its reverse, weighs beside a pair as it stood, and what one that
was read and is a slip indeed does."""

RATES = (0.5, 0.3, 0.2, 0.1, 0.05)
"""Pairs in 10,000 words that are not read as one name, and score enough ..."""

ALONE, AGREES, LEAST = 0.04, 0.34, 0.5
"""... to be reported by the model alone, where weights set by hand speak for it, too, and where
these are sure."""

LABELS = Path(__file__).parent / "variants_labels.tsv"

SHOWN = 400


@dataclass(frozen=True)
class Example:
    """Two forms of an article in one order.

    `meant` is 1 for a slip that was put in, -1 for its reverse, and 0 for a pair as it stood.
    """

    fold: int
    pair: tuple[int, frozenset[str], bool]
    meant: int
    features: dict[str, float]
    digest: str
    shown: str


def main() -> None:
    """Gather examples, judge each fold by a model of the others, and write the model of all."""
    options = read_options(__doc__)
    examples, words = gather_all(gather, options.corpus, options.counts)
    labels = read_labels(LABELS)
    scores, model = cross_fit(examples, labels)
    found = figures(examples, scores, words, labels)
    write_model(Path(WEIGHTS) / f"{MODEL}.json", *model, found, date.today())
    if options.read:
        options.read.write_text("".join(best_first(examples, scores)), encoding="utf-8")


def gather(corpus: Path, counts: Path, fold: int) -> tuple[list[Example], int]:
    """Return the examples of one fold by counts that know nothing of it, and how many words."""
    use_counts(counts / str(fold))
    knowledge = open_linter(Settings(())).knowledge
    slips = NameSlips(knowledge.lexicon, shipped_names(), 100 + fold)
    found, words = list[Example](), 0
    for number, share, text in texts_of(corpus, fold, READ):
        words += len(text.split())
        found += examples_of(text, fold, number, {}, knowledge)
        if share < SLIPPED:
            wrong, made = slips.put_into(text)
            meant = {slip.start: slip.meant for slip in made}
            found += examples_of(wrong, fold, number, meant, knowledge) if meant else ()
    return found, words


def examples_of(
    text: str, fold: int, number: int, meant: dict[int, str], knowledge: Knowledge
) -> Iterator[Example]:
    """Yield the pairs of a text in both orders; with slips, those that these made."""
    document = Document(Prose.plain(text))
    for one, other in pairs_of(document, knowledge):
        for wrong, right in ((one, other), (other, one)):
            made = 0
            if meant:
                made = is_meant(wrong, right, meant, document)
                made = made or -is_meant(right, wrong, meant, document)
                if not made:
                    continue
            if are_two_names(wrong, right, document, knowledge):
                continue
            features = dict(variant_features(wrong, right, None, document, knowledge))
            here = shown(places_of(wrong, document)[0], document)
            digest = digest_of(here + right.key)
            pair = (number, frozenset((wrong.key, right.key)), bool(meant))
            says = f"{wrong.key} {right.key}\t{here}"
            yield Example(fold, pair, made, features, digest, says)


def pairs_of(document: Document, knowledge: Knowledge) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield the names of an article that are near each other."""
    keys = {word: key for word in document.distinct if (key := key_of(word, knowledge))}
    near = look_alikes({*keys.values()}, lambda key: familiarity(key, knowledge) < w.KNOWN)
    pairs = of_whole_words(
        [pair for pair in near if not are_two_words(*pair, knowledge)], keys, document, knowledge
    )
    forms = forms_of(keys, document)
    return ((forms[a], forms[b]) for a, b in pairs)


def is_meant(
    wrong: Occurrence, right: Occurrence, meant: dict[int, str], document: Document
) -> bool:
    """Whether the wrong form is a slip for the right one wherever it stands."""
    starts = (document.span(at).start for at in places_of(wrong, document))
    return all(meant.get(start) == right.key for start in starts)


def cross_fit(
    examples: list[Example], labels: dict[str, str]
) -> tuple[Any, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Return each example's score by a model of the other folds, and the model of all folds."""
    of_pairs = labels_of_pairs(examples, labels)
    real = np.array([e.meant == 0 and labels.get(e.digest) == WRONG for e in examples])
    made = np.array([e.meant for e in examples])
    table = Table.of([e.features for e in examples], (real | (made == 1)).tolist())
    used = np.array([of_pairs.get(e.pair) != UNSURE for e in examples])
    folds = np.array([e.fold for e in examples])
    weights = np.where(real, REAL_WEIGHT, np.where(made == 0, 1.0, SLIP_WEIGHT))
    either = Table(table.names, table.values, np.array(real | (made != 0), float))
    curves = Curves.over(either)  # the reverse of a slip must have its place on each curve, too
    return curves.cross_fit(table, folds, used, weights)


def labels_of_pairs(examples: list[Example], labels: dict[str, str]) -> dict[Any, str]:
    """Return the labels of pairs as they stood, whichever of their orders has one."""
    return {e.pair: labels[e.digest] for e in examples if e.meant == 0 and e.digest in labels}


def figures(
    examples: list[Example], scores: Any, words: int, labels: dict[str, str]
) -> dict[str, Any]:
    """Return how much the model finds on publishers that it has not seen."""
    of_pairs, best = labels_of_pairs(examples, labels), dict[Any, tuple[float, int]]()
    for at, example in enumerate(examples):
        best[example.pair] = max(best.get(example.pair, (-99.0, 0)), (float(scores[at]), at))
    made = {e.pair for e in examples if e.meant == 1}
    wrong = sorted(
        (
            score
            for pair, (score, _) in best.items()
            if of_pairs.get(pair, RIGHT) == RIGHT and not pair[2]
        ),
        reverse=True,
    )

    def least(rate: float) -> float:
        return score_at(wrong, rate, words)

    def found_above(rate: float) -> tuple[float, int]:
        right = sum(score > least(rate) and examples[at].meant == 1 for score, at in best.values())
        real = sum(
            best[pair][0] > least(rate) for pair, label in of_pairs.items() if label == WRONG
        )
        return round(right / len(made), 3), real

    return {
        "words": words,
        "slips beside their right name": len(made),
        "found, and real slips, at wrong reports in 10,000 words": {
            str(rate): found_above(rate) for rate in RATES
        },
        "FITTED_AGREES": round(least(AGREES) - least(LEAST), 2),
        "FITTED_ALONE": round(least(ALONE) - least(LEAST), 2),
        "report": round(least(LEAST), 2),
    }


def best_first(examples: list[Example], scores: Any) -> list[str]:
    """Return a line for each pair as it stood that scores high."""
    order = [at for at in np.argsort(-scores).tolist() if examples[at].meant == 0]
    return [
        f"{examples[at].digest}\t{scores[at]:.1f}\t{examples[at].shown}\n" for at in order[:SHOWN]
    ]


if __name__ == "__main__":
    main()
