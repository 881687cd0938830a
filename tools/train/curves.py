"""Fit an additive model: a curve for each feature, straight between a few points.

Logistic regression on hinges, solved by Newton's method. The points of a curve are quantiles of
what the feature is where a slip was put in; of what no such slip can show, where none was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]

QUANTILES = (0.02, 0.15, 0.35, 0.55, 0.75, 0.9, 0.98)

RIDGE = 0.5
"""How strongly each step of a curve is held back, unless a model needs more."""

STEPS = 40


@dataclass
class Table:
    """Examples: a row each of features, and whether it is a slip."""

    names: list[str]
    values: Array
    slips: Array

    @classmethod
    def of(cls, rows: Sequence[dict[str, float]], slips: Sequence[bool]) -> Table:
        """Put rows of features into one table; a feature that a row lacks is 0."""
        names = sorted({name for row in rows for name in row})
        values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
        return cls(names, values, np.array(slips, float))


@dataclass
class Curves:
    """The points of each feature's curve, and the steps between them once they are fitted."""

    names: list[str]
    points: list[Array]

    @classmethod
    def over(cls, table: Table) -> Curves:
        """Choose the points of each feature; one that never varies has none."""
        slips = table.values[table.slips == 1]
        columns = zip(slips.T, table.values.T, strict=True)
        return cls(table.names, [choose_points(ours, every) for ours, every in columns])

    def cross_fit(
        self, table: Table, folds: Array, used: Array, weights: Array, hold: float = RIDGE
    ) -> tuple[Array, tuple[dict[str, list[tuple[float, float]]], float]]:
        """Return each example's score by a model of the other folds, and the model of all folds.

        Models are fitted on the `used` examples only. `hold` is how strongly steps are held back.
        """
        hinges = self.hinges(table.values)
        scores = np.zeros(len(folds))
        for fold in {*folds.tolist()}:
            others = used & (folds != fold)
            steps = fit(hinges[others], table.slips[others], weights[others], hold)
            scores[folds == fold] = hinges[folds == fold] @ steps
        return scores, self.named(fit(hinges[used], table.slips[used], weights[used], hold))

    def hinges(self, values: Array) -> Array:
        """Return how far each value has come between each two neighbouring points."""
        columns = [
            np.clip((values[:, at] - low) / (high - low), 0, 1)
            for at, points in enumerate(self.points)
            for low, high in pairwise(points)
        ]
        return np.array([*columns, np.ones(len(values))]).T

    def named(self, steps: Array) -> tuple[dict[str, list[tuple[float, float]]], float]:
        """Return the fitted curves, each 0 where its feature is, if it may be, and the bias."""
        curves, bias, used = {}, float(steps[-1]), 0
        for name, points in zip(self.names, self.points, strict=True):
            if len(points) < 2:
                continue
            heights = np.concatenate(([0.0], np.cumsum(steps[used : used + len(points) - 1])))
            used += len(points) - 1
            base = float(np.interp(0.0, points, heights))
            bias += base
            curves[name] = [
                (round(float(x), 3), round(float(y) - base, 3))
                for x, y in zip(points, heights, strict=True)
            ]
        return curves, round(bias, 3)


def choose_points(column: Array, every: Array) -> Array:
    """Return the points of a curve over such values, or over `every` one if those do not vary."""
    distinct = np.unique(column)
    if len(distinct) < 2:
        column, distinct = every, np.unique(every)
    if len(distinct) <= 2:
        return distinct
    points = np.quantile(column[column != 0], QUANTILES).round(2)
    return np.unique(np.append(points, 0.0) if 0 in distinct else points)


def fit(hinges: Array, slips: Array, weights: Array, hold: float = RIDGE) -> Array:
    """Return the steps that make the examples likeliest, each held back so strongly."""
    steps = np.zeros(hinges.shape[1])
    ridge = np.full(len(steps), hold)
    ridge[-1] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-hinges @ steps))
        slope = hinges.T @ (weights * (chance - slips)) + ridge * steps
        bend = (hinges * (weights * chance * (1 - chance))[:, None]).T @ hinges
        change = np.linalg.solve(bend + np.diag(ridge), slope)
        steps -= change
        if np.abs(change).max() < 1e-4:
            break
    return steps


def cross_fit(
    table: Table,
    folds: Array,
    used: Array,
    slip_weight: float | Array,
    hold: float = RIDGE,
) -> tuple[Array, tuple[dict[str, list[tuple[float, float]]], float]]:
    """Do as `Curves.cross_fit`, by the points of the table's own slips; a slip weighs so much."""
    weights = np.where(table.slips == 1, slip_weight, 1.0)
    return Curves.over(table).cross_fit(table, folds, used, weights, hold)
