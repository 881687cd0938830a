"""Fit the models of misspelt names: python -m tools.train.names CORPUS COUNTS [--read FILE].

COUNTS holds folders 0 to 4, each compiled by `tools.counts` without that fold of publishers; the
articles of a fold are judged by the counts that leave it out. KEPT_OUT is read by nobody: it is for
reading what newslint reports. --read writes the names as they stood that score highest, to be read;
what is wrong indeed goes into `names_labels.tsv`, and is no negative when the models are fitted
anew.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from newslint.evidence.additive_model import WEIGHTS
from tools.train import curves
from tools.train.curves import Table
from tools.train.every_fold import gather_all, read_options
from tools.train.examples import RIGHT, read_labels
from tools.train.name_examples import Example, gather
from tools.train.report import score_at, write_model

SLIP_WEIGHT = 0.15
"""What the slips that were put in weigh on average beside a name as it stood."""

FAMOUS = 5.0
"""So often printed, a name begins to be misspelt the less, each time, the oftener it is printed:
as the square root, roughly."""

TARGETS = {"known_pair": 0.29, "known_word": 0.21}
"""The models, and the reports in 10,000 words as they stood that they are set to: three in four are
real slips."""

RATES = (0.5, 0.3, 0.2, 0.1, 0.05)

LABELS = Path(__file__).parent / "names_labels.tsv"

SHOWN = 400


def main() -> None:
    """Gather examples, judge each fold by models of the others, and write the models of all."""
    options = read_options(__doc__)
    examples, words = gather_all(gather, options.corpus, options.counts)
    lines = []
    for name in TARGETS:
        own = [example for example in examples if example.model == name]
        scores, model = cross_fit(own)
        write_model(
            Path(WEIGHTS) / f"{name}.json", *model, figures(own, scores, words, name), date.today()
        )
        lines += best_first(own, scores)
    if options.read:
        options.read.write_text("".join(lines), encoding="utf-8")


def cross_fit(
    examples: list[Example],
) -> tuple[Any, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Return each example's score by a model of the other folds, and the model of all folds.

    What was read and is wrong as it stands is left out.
    """
    table = Table.of([e.features for e in examples], [e.is_slip for e in examples])
    folds = np.array([e.fold for e in examples])
    labels = read_labels(LABELS)
    used = np.array([e.is_slip or labels.get(e.digest, RIGHT) == RIGHT for e in examples])
    return curves.cross_fit(table, folds, used, weights_of(examples))


def weights_of(examples: list[Example]) -> Any:
    """Return what each example weighs: a slip in a famous name less than in a rare one.

    Those that are attested weigh half of all.
    """
    slips = np.array([e.is_slip for e in examples])
    times = np.array([10**e.printed for e in examples])
    weights = np.where(slips, (1 + times / FAMOUS) ** -0.5, 1.0)
    seen = np.array([is_attested(e.features) for e in examples])
    for half in (slips & seen, slips & ~seen):
        weights[half] *= SLIP_WEIGHT / 2 * slips.sum() / weights[half].sum()
    return weights


def is_attested(features: dict[str, float]) -> bool:
    """Whether somebody has made a slip before: a list has it, or a title."""
    return features["listed"] > 0 or features["wrong_titles"] > 0


def figures(examples: list[Example], scores: Any, words: int, name: str) -> dict[str, Any]:
    """Return how much the model finds on publishers that it has not seen."""
    slips = np.array([e.is_slip for e in examples])
    true = [scores[at] for at in best_of_places(examples, scores)]

    return {
        "words": words,
        "slips that may be read as what was meant": int(slips.sum()),
        "found at reports in 10,000 words": {
            str(rate): round(float((scores[slips] > score_at(true, rate, words)).mean()), 3)
            for rate in RATES
        },
        "report": round(score_at(true, TARGETS[name], words), 2),
    }


def best_of_places(examples: list[Example], scores: Any) -> list[int]:
    """Return the readings of names as they stood, the best of each place, by their scores."""
    best: dict[tuple[int, int], int] = {}
    for at in np.argsort(-scores).tolist():
        if not examples[at].is_slip:
            best.setdefault(examples[at].place, at)
    return [*best.values()]


def best_first(examples: list[Example], scores: Any) -> list[str]:
    """Return a line for each name as it stood that scores high."""
    return [
        f"{e.digest}\t{e.right}\t{scores[at]:.1f}\t{e.shown}\n"
        for at in best_of_places(examples, scores)[:SHOWN]
        for e in (examples[at],)
    ]


if __name__ == "__main__":
    main()
