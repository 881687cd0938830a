"""A figure as read: its kind, value and unit, and when two are the same by value."""

from __future__ import annotations

from math import floor, isclose, log10

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.sources.units import UNITS

NUMBER, MONEY, PERCENT, POINTS, AGE, MEASURE = "number", "money", "percent", "points", "age", "unit"

DATE, YEAR, WEEKDAY, TIME, SCORE = "date", "year", "weekday", "time", "score"

PLAIN = frozenset((NUMBER, AGE, MEASURE, YEAR))
"""Kinds of which a plain number may be either."""

CONVERTED = 0.04
"""How far two values may be apart if one is converted to another unit."""


class Figure(NamedTuple):
    """One value in a text.

    `value` is a number; of a date it is year, month and day (0: not said), of a score both sides,
    of a time the minutes. `rounding` is the word before that says it is rounded.
    """

    kind: str
    value: float | tuple[float, ...]
    span: Span
    unit: str = ""
    rounding: str = ""
    half_day: bool = True

    @property
    def number(self) -> float:
        """The value as one number; of a score, the first."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def base(self) -> float:
        """The value in base units."""
        unit = UNITS.get(self.unit)
        return self.number * unit.factor if unit else self.number


def are_comparable(a: Figure, b: Figure) -> bool:
    """Whether the values may be of one thing: two sums of money, two dates, two lengths."""
    if a.kind == b.kind == MEASURE:
        return UNITS[a.unit].dimension == UNITS[b.unit].dimension
    if a.kind == b.kind:
        return True
    return {a.kind, b.kind} in ({NUMBER, AGE}, {NUMBER, MEASURE}, {PERCENT, POINTS})


def are_equal(a: Figure, b: Figure) -> bool:
    """Whether two figures are the same by value and unit; `a` may be one side of a score `b`.

    A plain number is the same as a sum or measure of so many, since the unit may stand elsewhere.
    """
    if a.kind == b.kind:
        return _are_equal_alike(a, b)
    kinds = {a.kind, b.kind}
    if SCORE in kinds:
        return isinstance(b.value, tuple) and a.value in b.value
    if kinds == {DATE, YEAR}:
        date, year = (a, b) if a.kind == DATE else (b, a)
        return isinstance(date.value, tuple) and date.value[0] == year.number
    if not kinds.isdisjoint((DATE, WEEKDAY, TIME)):
        return False
    return NUMBER in kinds and _are_close(a.number, b.number)


def _are_equal_alike(a: Figure, b: Figure) -> bool:
    if a.kind == DATE:
        return all(x == y or not x or not y for x, y in zip(_parts(a), _parts(b), strict=True))
    if a.kind == SCORE:
        return sorted(_parts(a)) == sorted(_parts(b))
    if a.kind == TIME:
        whole = a.half_day and b.half_day
        return a.number == b.number or (not whole and (a.number - b.number) % 720 == 0)
    if a.kind == MEASURE:
        if UNITS[a.unit].dimension != UNITS[b.unit].dimension:
            return False
        if UNITS[a.unit] == UNITS[b.unit]:
            return _are_close(a.number, b.number)
        return isclose(a.base, b.base, rel_tol=CONVERTED)
    return a.unit == b.unit and _are_close(a.number, b.number)


def _parts(figure: Figure) -> tuple[float, ...]:
    return figure.value if isinstance(figure.value, tuple) else (figure.value,)


def _are_close(a: float, b: float) -> bool:
    return isclose(a, b, rel_tol=1e-9)


ABOUT, OVER, UNDER, AT_MOST = "about", "over", "under", "at most"

NEAR = 0.12
"""How far a value that is said to be rounded may be from the exact one."""

NEAREST, FARTHEST = 1 - 2 * NEAR, 1 + 2 * NEAR
"""Bounds of the exact value of a figure, as parts of it."""


def is_rounded(copy: Figure, exact: Figure) -> bool:
    """Whether `copy` is `exact` rounded, and says so or keeps all but the last digits.

    >>> from newslint.core.finding import Span
    >>> def figure(value, rounding=""): return Figure(NUMBER, value, Span(0, 1), "", rounding)
    >>> is_rounded(figure(1.5e6), figure(1_483_000.0)), is_rounded(figure(500, "over"), figure(487))
    (True, False)
    >>> is_rounded(figure(500, "under"), figure(487)), is_rounded(figure(54), figure(45))
    (True, False)
    """
    if not may_be_rounded(copy) or not _same_unit(copy, exact):
        return False
    said, true = (f.base if copy.kind == exact.kind else f.number for f in (copy, exact))
    if not said or not true:
        return False
    if copy.rounding:
        if not is_rounder(copy.number, exact.number):
            return False
        off = (true - said) / said
        least = -0.02 if copy.rounding == OVER else -NEAR
        most = 0.02 if copy.rounding in (UNDER, AT_MOST) else 2 * NEAR
        return least <= off <= most if copy.rounding != ABOUT else abs(off) <= NEAR
    return _keeps_its_digits(copy, exact)


def may_be_rounded(figure: Figure) -> bool:
    """Whether a figure of the copy may be an exact one rounded."""
    if figure.kind in (DATE, WEEKDAY, SCORE, YEAR, TIME):
        return False
    return bool(figure.rounding) or figure.kind == PERCENT or figure.number >= LEAST_ROUNDED


LEAST_ROUNDED = 10
"""The least value that is given without its decimals."""


def _same_unit(a: Figure, b: Figure) -> bool:
    if a.kind == b.kind:
        return a.kind == MEASURE or a.unit == b.unit
    return NUMBER in (a.kind, b.kind)


def _keeps_its_digits(copy: Figure, exact: Figure) -> bool:
    """Whether a large or a fine value is given with fewer digits: 1.5 million, 12 per cent."""
    said, true = copy.number, exact.number
    if copy.kind == PERCENT:
        return said == round(said) and true != round(true) and abs(said - true) <= 0.5
    if true < 10_000:
        return drops_decimals(said, true)
    digits = significant(said)
    return digits >= 2 and _are_close(said, to_digits(true, digits))


def drops_decimals(said: float, true: float) -> bool:
    """Whether decimals are left out of a value of at least ten."""
    is_whole = said == round(said) and true != round(true)
    return said >= 10 and is_whole and abs(said - true) <= 0.5


def significant(value: float) -> int:
    """How many digits of a value say something.

    >>> significant(1_500_000.0), significant(1_483.0), significant(20.5)
    (2, 4, 3)
    """
    return len(f"{value:.9f}".rstrip("0").rstrip(".").replace(".", "").strip("0"))


def is_rounder(said: float, true: float) -> bool:
    """Whether one value may be the other rounded: it has fewer digits, or ends in five or nought.

    >>> is_rounder(500, 487), is_rounder(66, 60), is_rounder(25, 24)
    (True, False, True)
    """
    return significant(said) < significant(true) or (said >= 20 and said % 5 == 0)


def to_digits(value: float, digits: int) -> float:
    """`value` rounded to so many digits."""
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else value
