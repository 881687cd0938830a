"""Fitted additive models: each feature has a curve, and a score is the sum of their heights.

A model is a JSON file that `tools/train` writes: the curves as points, the score from which to
report, what it was fitted on and how well it does. Between its points a curve is straight, and
beyond them it is level, so that no single feature can outweigh all others.
"""

# ruff: noqa: PTH100, PTH118, PTH120, PTH123

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping

WEIGHTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "weights")

Features = Mapping[str, float]


class AdditiveModel:
    """A model: the curve of each feature, and the score from which a finding is reported."""

    def __init__(
        self, curves: Mapping[str, tuple[tuple[float, float], ...]], bias: float, report: float
    ) -> None:
        self.report = report
        self._bias = bias
        self._curves = {name: tuple(zip(*points, strict=True)) for name, points in curves.items()}
        self._rows = [
            (name, points, heights, height(points, heights, 0.0))
            for name, (points, heights) in self._curves.items()
        ]

    @property
    def features(self) -> frozenset[str]:
        """The names of the features that have a curve."""
        return frozenset(self._curves)

    def most(self, names: Iterable[str]) -> float:
        """The most that the features of these names can add together."""
        known = self.features.intersection(names)
        return sum((max(0.0, *self._curves[name][1]) for name in known), 0.0)

    def score(self, features: Features) -> float:
        """The sum of the heights of all curves; a feature that is not given counts as 0."""
        total = 0.0
        for name, points, heights, at_zero in self._rows:  # most features of a place are 0
            at = features.get(name)
            total += height(points, heights, at) if at else at_zero
        return self._bias + total


def height(points: tuple[float, ...], heights: tuple[float, ...], at: float) -> float:
    """The height of a curve at `at`.

    >>> [height((0.0, 2.0), (0.0, 1.0), at) for at in (-1.0, 0.5, 3.0)]
    [0.0, 0.25, 1.0]
    """
    if at <= points[0]:
        return heights[0]
    if at >= points[-1]:
        return heights[-1]
    right = bisect_left(points, at)
    share = (at - points[right - 1]) / (points[right] - points[right - 1])
    return heights[right - 1] + share * (heights[right] - heights[right - 1])


def load_model(name: str) -> AdditiveModel:
    """Read the model `name` of those that newslint ships."""
    with open(os.path.join(WEIGHTS, f"{name}.json"), encoding="utf-8") as file:
        data = json.load(file)
    curves = {key: tuple((x, y) for x, y in points) for key, points in data["curves"].items()}
    return AdditiveModel(curves, data["bias"], data["report"])
