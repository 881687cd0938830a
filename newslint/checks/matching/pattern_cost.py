"""The most steps that Python's re can take for a pattern: a proof by reading it.

re tries one way after another, so what counts is how many ways there are. The bound holds for
every text; it is never too low, and often far too high.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.checks.matching.required_literals import REPEATS
from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HUGE = 10**12
"""Maximum factor; larger ones count as this."""


ENDLESS = 9
"""The degree of a cost that exceeds any power of the text's length."""


UNLIMITED = 100_000
"""A repeat with a higher limit than this counts as one without a limit."""


SINGLE = ("LITERAL", "NOT_LITERAL", "ANY", "AT", "RANGE", "CATEGORY", "FAILURE")
"""Parts that look at one letter, and in one way."""


class Bound(NamedTuple):
    """A bound: `factor` times the text's length to the power of `degree`."""

    factor: int = 1
    degree: int = 0

    def __add__(self, other: object) -> Bound:
        if not isinstance(other, Bound):
            return NotImplemented
        return Bound(min(self.factor + other.factor, HUGE), max(self.degree, other.degree))

    def times(self, other: Bound) -> Bound:
        """The bound of a product."""
        degree = min(self.degree + other.degree, ENDLESS)
        return Bound(min(self.factor * other.factor, HUGE), degree)


ONE, LENGTH, NO_BOUND = Bound(), Bound(1, 1), Bound(HUGE, ENDLESS)


class Cost(NamedTuple):
    """The number of `ways` to match a part at one offset, and the `steps` to try all."""

    ways: Bound = ONE
    steps: Bound = ONE

    def then(self, other: Cost) -> Cost:
        """The cost of one part followed by another, which is tried anew for every way."""
        return Cost(self.ways.times(other.ways), self.steps + self.ways.times(other.steps))

    def either(self, other: Cost) -> Cost:
        """The cost of one part or another."""
        return Cost(self.ways + other.ways, self.steps + other.steps)

    def once(self) -> Cost:
        """The cost of a part that is never tried in a second way."""
        return Cost(ONE, self.steps + ONE)


def cost(parts: Iterable[Any]) -> Cost:
    """The cost to match `parts` in sequence at one offset of a text.

    >>> from newslint.checks.matching.required_literals import parse
    >>> [cost(parse(pattern)).steps for pattern in ("ab", "a{1,3}b", "a+b", "(?:a|ab)+")]
    [Bound(factor=3, degree=0), Bound(factor=13, degree=0), Bound(factor=7, degree=1), \
Bound(factor=1000000000000, degree=9)]
    """
    whole = Cost()
    for operation, argument in parts:
        whole = whole.then(_cost(str(operation), argument))
    return whole


def _cost(name: str, argument: Any) -> Cost:
    if name in SINGLE:
        return Cost()
    if name == "IN":  # a set beyond the basic letters is searched from end to end
        return Cost(ONE, Bound(1 + len(argument) // 32))
    if name in REPEATS:
        least, most, inner = argument
        return _repeated(least, most, inner, name == "POSSESSIVE_REPEAT")
    if name == "BRANCH":
        return _any_of(argument[1])
    if name == "SUBPATTERN":
        return cost(argument[-1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return cost(argument[1]).once()
    if name == "ATOMIC_GROUP":
        return cost(argument).once()
    if name == "GROUPREF":
        return Cost(ONE, LENGTH + ONE)
    if name == "GROUPREF_EXISTS":
        return _any_of([argument[1], argument[2] or ()])
    return Cost(NO_BOUND, NO_BOUND)


def _any_of(branches: Iterable[Any]) -> Cost:
    whole = Cost(Bound(0), ONE)
    for branch in branches:
        whole = whole.either(cost(branch))
    return whole


def _repeated(least: int, most: int, parts: Any, possessive: bool) -> Cost:
    inner = cost(parts).once() if possessive else cost(parts)
    if most <= UNLIMITED:
        times, choices = Bound(most), Bound(most - least + 1)
    elif parts.getwidth()[0]:  # as often as there are letters, at the most
        times, choices = LENGTH, LENGTH + ONE
    else:
        return Cost(NO_BOUND, NO_BOUND)
    if inner.ways == ONE:
        ways = ONE if possessive else choices
        return Cost(ways, times.times(inner.steps) + choices)
    return _multiplied(least, most, inner) if most <= UNLIMITED else Cost(NO_BOUND, NO_BOUND)


def _multiplied(least: int, most: int, inner: Cost) -> Cost:
    """The cost of a repeat of what has several ways: their number grows with every round."""
    ways, steps, reached = Bound(int(least == 0)), ONE, ONE
    for number in range(1, most + 1):
        steps += reached.times(inner.steps)
        reached = reached.times(inner.ways)
        if number >= least:
            ways += reached
        if reached.factor >= HUGE or reached.degree >= ENDLESS:
            return Cost(NO_BOUND, NO_BOUND)
    return Cost(ways, steps)
