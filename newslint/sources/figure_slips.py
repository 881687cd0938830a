"""What a slip of the fingers or an eye makes of a figure: digits swapped, left out, mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.lexicon.edit_distance import distance
from newslint.sources.figure import DATE, MEASURE, MONEY, PERCENT, SCORE, TIME, WEEKDAY
from newslint.sources.units import UNITS

if TYPE_CHECKING:
    from newslint.sources.figure import Figure


STRONG, WEAK, NONE = 2, 1, 0
"""A slip that hardly comes by chance; one that does among small numbers; none."""

_THOUSANDS = (1e3, 1e6, 1e-3, 1e-6)


def slip_between(copy: Figure, exact: Figure) -> int:
    """How likely `copy` is `exact` with a slip."""
    if copy.kind in (DATE, SCORE):
        return _slip_in_parts(copy, exact)
    if copy.kind == WEEKDAY:
        return NONE
    if copy.kind == TIME:
        return (
            WEAK
            if abs(copy.number - exact.number) in (60, 720)
            else _digits_slip(
                f"{int(copy.number) // 60}{int(copy.number) % 60:02}",
                f"{int(exact.number) // 60}{int(exact.number) % 60:02}",
            )
        )
    if _has_other_unit(copy, exact):
        return STRONG if copy.number == exact.number else NONE
    ratio = copy.number / exact.number if exact.number else 0.0
    if any(abs(ratio / scale - 1) < 1e-9 for scale in _THOUSANDS):
        return STRONG
    return _digits_slip(_digits(copy.number), _digits(exact.number))


def _has_other_unit(a: Figure, b: Figure) -> bool:
    if a.kind != b.kind:
        return False
    if a.kind == MEASURE:
        return UNITS[a.unit] != UNITS[b.unit]
    return a.kind == MONEY and a.unit != b.unit


def _digits(value: float) -> str:
    """The digits of a value without its noughts at the end and its point.

    >>> _digits(1_500_000.0), _digits(20.5)
    ('15', '205')
    """
    return f"{value:.6f}".rstrip("0").replace(".", "").strip("0") or "0"


def _digits_slip(wrong: str, right: str) -> int:
    if wrong == right:
        return STRONG if len(right) > 1 else WEAK  # the point moved, or a nought too many
    if distance(wrong, right) > 1:
        return STRONG if len(right) > 2 and sorted(wrong) == sorted(right) else NONE
    if len(wrong) == len(right) and sorted(wrong) == sorted(right):
        return STRONG
    return STRONG if min(len(wrong), len(right)) > 2 else WEAK


def _slip_in_parts(copy: Figure, exact: Figure) -> int:
    """A slip in a date or a score, of which one part stays."""
    ours, theirs = copy.value, exact.value
    if not isinstance(ours, tuple) or not isinstance(theirs, tuple):
        return NONE
    pairs = [(x, y) for x, y in zip(ours, theirs, strict=True) if (x and y) or copy.kind == SCORE]
    other = [pair for pair in pairs if pair[0] != pair[1]]
    return WEAK if len(other) == 1 and len(pairs) > 1 else NONE


def is_small(figure: Figure) -> bool:
    """Whether figures like this one stand anywhere by chance."""
    return figure.kind not in (DATE, PERCENT, MONEY, SCORE) and figure.number < 100
