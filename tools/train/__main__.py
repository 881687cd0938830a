"""Fit the model of words in context: python -m tools.train CORPUS COUNTS CODESPELL [--read FILE].

COUNTS holds a folder for each fold of publishers, compiled by `tools.train.folds` without it; the
articles of a fold are judged by what knows nothing of them. One fold is kept out. CODESPELL is that
package's folder of data. --read writes the true words that score highest, to be read: what is wrong
indeed goes into `labels.tsv`, and is a slip when the model is fitted anew.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import numpy as np

from newslint.evidence.additive_model import WEIGHTS
from tools.train import curves
from tools.train.curves import Table
from tools.train.examples import FOLDS, KEPT_OUT, WRONG, Example, gather, read_labels
from tools.train.listed import read_listed
from tools.train.report import best_first, figures, write_model

RULES = Path(__file__).parents[2] / "rules"

LABELS = Path(__file__).parent / "labels.tsv"

SLIP_WEIGHT, REAL_WEIGHT = 0.2, 6.0
"""What a slip that was put in weighs beside a true word, and one that a newsroom printed."""


def main() -> None:
    """Gather examples, judge each fold by a model of the others, and write the model of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("codespell", type=Path)
    parser.add_argument("--read", type=Path, metavar="FILE")
    options = parser.parse_args()
    listed = read_listed(options.codespell, RULES)
    gathered = [
        gather(options.corpus, options.counts, fold, listed, RULES)
        for fold in range(FOLDS)
        if fold != KEPT_OUT
    ]
    examples = [example for fold in gathered for example in fold.examples]
    wrong = {digest for digest, label in read_labels(LABELS).items() if label == WRONG}
    scores, model = cross_fit(examples, wrong)
    if options.read:
        options.read.write_text(best_first(examples, scores), encoding="utf-8")
    found = figures(gathered, scores, wrong)
    write_model(Path(WEIGHTS) / "context.json", *model, found, date.today())


def cross_fit(
    examples: list[Example], wrong: set[str]
) -> tuple[np.ndarray, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Return each example's score by a model of the other folds, and the model of all folds.

    What was read and is wrong is a slip, too.
    """
    printed = np.array([not e.is_slip and e.digest in wrong for e in examples])
    slipped = np.array([e.is_slip for e in examples])
    return curves.cross_fit(
        Table.of([e.features for e in examples], (printed | slipped).tolist()),
        np.array([e.fold for e in examples]),
        np.ones(len(examples), np.bool_),
        np.where(printed, REAL_WEIGHT, SLIP_WEIGHT),
    )


if __name__ == "__main__":
    main()
