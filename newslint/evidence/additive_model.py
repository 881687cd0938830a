"""Fitted additive models: each feature has a curve, and a score is the sum of their heights.

A model is a JSON file that `tools/train` writes: the curves as points, the score from which to
report, what it was fitted on and how well it does. Between its points a curve is straight, and
beyond them it is level, so that no single feature can outweigh all others.
"""

# ruff: noqa: PTH100, PTH118, PTH120, PTH123

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache

from newslint.core.own_json import read_json
from newslint.core.record import NamedTuple

WEIGHTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "weights")

Features = Mapping[str, float]


class Sum(NamedTuple):
    """The score of the features added so far, and the most that all others can add to it."""

    score: float
    room: float


class AdditiveModel:
    """A model: the curve of each feature, and the score from which a finding is reported."""

    def __init__(
        self, curves: Mapping[str, tuple[tuple[float, float], ...]], bias: float, report: float
    ) -> None:
        self.report = report
        self._curves = {name: Curve(points) for name, points in curves.items()}
        rooms = {name: curve.room for name, curve in self._curves.items()}
        slips = [rooms.pop(name) for name in self._curves if name.startswith(SLIP)]
        room = sum(rooms.values()) + max(slips, default=0.0)
        self.start = Sum(bias + sum(curve.at_zero for curve in self._curves.values()), room)
        """The sum of no feature: each counts as 0."""
        for name in self._curves.keys() - rooms.keys():  # a reading has but one kind of slip
            self._curves[name].room = max(slips)

    @property
    def features(self) -> frozenset[str]:
        """The names of the features that have a curve."""
        return frozenset(self._curves)

    def add(self, features: Iterable[tuple[str, float]], before: Sum) -> Sum | None:
        """The sum with `features`, each of which comes once; None as soon as it is too low.

        It is too low if it cannot reach `report`, whatever the features that have not come yet. So
        those that cost most to observe come last.
        """
        score, room = before
        curves, report = self._curves, self.report
        for name, at in features:
            if curve := curves.get(name):
                room -= curve.room
                if at:
                    score += height(curve.points, curve.heights, at) - curve.at_zero
                if score + room < report:
                    return None
        return Sum(score, room)

    def is_reported(self, features: Iterable[tuple[str, float]]) -> bool:
        """Whether the score of the features reaches `report`; not all may be asked for."""
        found = self.add(features, self.start)
        return found is not None and found.score >= self.report

    def score(self, features: Features) -> float:
        """The sum of the heights of all curves; a feature that is not given counts as 0."""
        total = self.start.score
        for name, at in features.items():
            if at and (curve := self._curves.get(name)):
                total += height(curve.points, curve.heights, at) - curve.at_zero
        return total


SLIP = "slip_"
"""Begins the names of features that are kinds of slip, of which a reading has one."""


class Curve:
    """The curve of a feature: its points, and how much it can add to a score."""

    __slots__ = ("at_zero", "heights", "points", "room")

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        self.points, self.heights = zip(*points, strict=True)
        self.at_zero = height(self.points, self.heights, 0.0)
        self.room = max(self.heights) - self.at_zero


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


@cache
def load_model(name: str) -> AdditiveModel:
    """Read the model `name` of those that newslint ships, once a process.

    It is asked for where a score is wanted, which many an article does not.
    """
    with open(os.path.join(WEIGHTS, f"{name}.json"), encoding="utf-8") as file:
        data = read_json(file.read().strip())
    curves = {key: tuple((x, y) for x, y in points) for key, points in data["curves"].items()}
    return AdditiveModel(curves, data["bias"], data["report"])
