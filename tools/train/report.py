"""How well a model does on publishers that it has not seen, what is to be read, and its file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tools.train.examples import Example, Fold

RATES = (0.5, 0.3, 0.2, 0.1, 0.05)
"""Reports on true words in 10,000 words, real mistakes among them that were not read aside."""

TARGET = 0.065
"""... and the rate that the model is set to."""

READ = 400
"""True words that are shown to be read."""


def figures(folds: list[Fold], scores: Any, wrong: set[str]) -> dict[str, Any]:
    """Return the share of slips that is found at each rate, and the score for the target."""
    examples = [example for fold in folds for example in fold.examples]
    words, slips = sum(fold.words for fold in folds), sum(fold.slips for fold in folds)
    is_slip = np.array([example.is_slip for example in examples])
    is_true = np.array([not e.is_slip and e.digest not in wrong for e in examples])
    true = np.sort(scores[is_true])[::-1]
    found = {
        str(rate): round(float((scores[is_slip] > score_at(true, rate, words)).sum()) / slips, 3)
        for rate in RATES
    }
    return {
        "words": words,
        "slips": slips,
        "found at reports in 10,000 words": found,
        "report": round(score_at(true, TARGET, words), 2),
    }


def score_at(true: Any, rate: float, words: int) -> float:
    """Return the score that so many in 10,000 words exceed, of what is `true`, the best first."""
    return float(true[int(rate * words / 10_000)])


def best_first(examples: list[Example], scores: Any) -> str:
    """Return the true words that score highest, a line each."""
    order = [at for at in np.argsort(-scores) if not examples[at].is_slip][:READ]
    return "".join(
        f"{e.digest}\t{e.word}\t{e.meant}\t{scores[at]:.1f}\t{e.shown}\n"
        for at in order
        for e in (examples[at],)
    )


def write_model(
    path: Path,
    curves: dict[str, list[tuple[float, float]]],
    bias: float,
    found: dict[str, Any],
    today: date,
) -> None:
    """Write the model as JSON, a curve a line."""
    about = {key: value for key, value in found.items() if key != "report"}
    head = {"fitted": today.isoformat(), "on other publishers": about}
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(curves[name])}" for name in sorted(curves)
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'{{\n"about": {json.dumps(head)},\n"report": {found["report"]},\n"bias": {bias},\n'
        f'"curves": {{\n{lines}\n}}\n}}\n',
        encoding="utf-8",
    )
