"""Read every figure of a text: dates and times first, then numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.core.finding import Span
from newslint.sources.dates import dates, scores, times, weekdays
from newslint.sources.figure import (
    ABOUT,
    AGE,
    AT_MOST,
    MEASURE,
    MONEY,
    NUMBER,
    OVER,
    PERCENT,
    POINTS,
    UNDER,
    YEAR,
    Figure,
)
from newslint.sources.number_words import NUMBER as NUMBERS
from newslint.sources.number_words import SCALES, is_in_words, value_of
from newslint.sources.units import CURRENCY, UNITS, currency_of, money_behind, unit_behind


def figures(text: str) -> list[Figure]:
    """Every figure, in order.

    >>> [(figure.kind, figure.value) for figure in figures("He, 34, paid £1.5m on 3 March.")]
    [('age', 34.0), ('money', 1500000.0), ('date', (0.0, 3.0, 3.0))]
    """
    found: list[Figure] = []
    taken: set[int] = set()
    for read in (dates, times, weekdays, scores):
        _add(read(text), found, taken)
    _add(numbers(text), found, taken)
    return sorted(found, key=lambda figure: figure.span)


def _add(figures: Iterable[Figure], found: list[Figure], taken: set[int]) -> None:
    for figure in figures:
        letters = range(*figure.span)
        if taken.isdisjoint(letters):
            found.append(figure)
            taken.update(letters)


def numbers(text: str) -> Iterable[Figure]:
    """Every number, with its sign and unit if it has them."""
    for found in NUMBERS.finditer(text):
        start, end = found.span()
        figure = _classified(found[0], start, end, text)
        if figure:
            rounding = _rounding(text[max(0, figure.span.start - 24) : figure.span.start], figure)
            yield figure._replace(rounding=rounding) if rounding else figure


_AGED = re.compile(r"\baged?[ \u00a0](?:of )?$", re.IGNORECASE)

_OLD = re.compile(r"[- ]years?[- ]olds?\b|[- ]year[- ]old\b", re.IGNORECASE)

_PERCENT = re.compile(
    r"[ \u00a0]?%|[ \u00a0]per ?cent(?:age (points?))?\b|[ \u00a0]?pc\b", re.IGNORECASE
)

_POINTS = re.compile(r"[ \u00a0-]percentage[ -]points?\b", re.IGNORECASE)

_NOT_ALONE = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)

_AGE_BEFORE = re.compile(r"\b[A-Z][^\W\d_]+,[ \u00a0]$")

_METRES = re.compile(r"[\d.,]+ ?m")

_COUNTED = re.compile(r"[ \u00a0](?:[a-z]+s|people|men|women|children)\b")
"""What a million is of, where "m" stands for no metres: 20m people."""

_IN_YEAR = re.compile(r"(?:1\d|2[01])\d\d")


def _classified(written: str, start: int, end: int, text: str) -> Figure | None:
    """The figure that a number is, by what stands before and behind it; None if it is none."""
    if _NOT_ALONE.match(text, end):
        return None
    value, in_words = value_of(written), is_in_words(written)
    before = text[max(0, start - 40) : start]
    found = _with_sign(value, start, end, before) or _with_word(value, start, end, before, text)
    if found:
        return found
    if _METRES.fullmatch(written) and not _COUNTED.match(text, end):
        return Figure(MEASURE, value / SCALES["m"], Span(start, end), "m")
    if money := money_behind(text, end):
        return Figure(MONEY, value * money[1], Span(start, money[2]), money[0])
    if unit := unit_behind(text, end, in_words):
        return Figure(MEASURE, value, Span(start, unit[2]), unit[0])
    if _IN_YEAR.fullmatch(written):
        return Figure(YEAR, value, Span(start, end))
    if in_words and value <= 1:
        return None  # "one" is a pronoun
    return Figure(NUMBER, value, Span(start, end))


def _with_sign(value: float, start: int, end: int, before: str) -> Figure | None:
    """A sum of money behind its sign."""
    near = before[-6:]
    sign = CURRENCY.search(near)
    if sign and sign.end() == len(near.rstrip(" \u00a0")):
        return Figure(
            MONEY, value, Span(start - len(near) + sign.start(), end), currency_of(sign[0])
        )
    return None


def _with_word(value: float, start: int, end: int, before: str, text: str) -> Figure | None:
    """A percentage, percentage points or an age."""
    if points := _POINTS.match(text, end):
        return Figure(POINTS, value, Span(start, points.end()))
    if percent := _PERCENT.match(text, end):
        return Figure(PERCENT, value, Span(start, percent.end()))
    if old := _OLD.match(text, end):
        return Figure(AGE, value, Span(start, old.end()))
    is_behind_name = text[end : end + 1] in (",", ")", ".", ";") and _AGE_BEFORE.search(before)
    is_age = is_behind_name and text[start].isdigit() and value in range(1, 121)
    return Figure(AGE, value, Span(start, end)) if is_age or _AGED.search(before) else None


_ROUNDING = re.compile(
    r"\b(?:(?P<about>about|around|roughly|approximately|some|circa|an estimated|estimated)"
    r"|(?P<over>more than|over|at least|upwards of|just over|just above|well over|above|exceeding)"
    r"|(?P<under>nearly|almost|close to|just under|not quite|approaching|just short of|under"
    r"|fewer than|less than|just below)"
    r"|(?P<most>up to|as many as|as much as))[ \u00a0](?:an? )?$",
    re.IGNORECASE,
)


def _rounding(before: str, figure: Figure) -> str:
    """What the words before a figure say of its rounding; "over six days" says nothing."""
    found = _ROUNDING.search(before)
    if not found or (found[0].strip().lower() == "over" and is_time_span(figure)):
        return ""
    return {"about": ABOUT, "over": OVER, "under": UNDER, "most": AT_MOST}[found.lastgroup or ""]


def is_time_span(figure: Figure) -> bool:
    """Whether a figure says how long something takes."""
    return figure.kind == MEASURE and UNITS[figure.unit].dimension == "time span"
