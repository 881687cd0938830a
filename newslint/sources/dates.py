"""Read dates, days of the week, times of day and scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newslint.core.finding import Span
from newslint.sources.figure import DATE, SCORE, TIME, WEEKDAY, Figure
from newslint.sources.number_words import SMALL

_MONTHS = "january february march april may june july august september october november december"

MONTHS = {name[:3]: at for at, name in enumerate(_MONTHS.split(), 1)}

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)

_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NOT_INSIDE = r"(?<![\w/.,-])"

_ENDS = r"(?![\w/])(?!,\d)"

_PATTERNS = tuple(
    re.compile(_NOT_INSIDE + pattern + _ENDS)
    for pattern in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        r"(?P<day>\d\d?)[/.](?P<number>\d\d?)[/.](?P<year>\d{4})",
        rf"{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH},? {_YEAR}",
    )
)


def dates(text: str) -> Iterator[Figure]:
    """Every date of a month: a day of one, or a month with its year."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = parts.get("number") or MONTHS[parts["month"][:3].lower()]
            value = (float(parts["year"] or 0), float(month), float(parts.get("day") or 0))
            if value[1] <= 12 and value[2] <= 31:
                yield Figure(DATE, value, Span(*found.span()))


_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def weekdays(text: str) -> Iterator[Figure]:
    """Every day of the week that is named."""
    for found in _WEEKDAY.finditer(text):
        yield Figure(WEEKDAY, float(WEEKDAYS.index(found[0].lower())), Span(*found.span()))


def weekday_of(figure: Figure) -> int:
    """The day of the week of a whole date; -1 if it is none."""
    try:
        year, month, day = map(int, figure.value)  # type: ignore[arg-type]
        return date(year, month, day).weekday()
    except (TypeError, ValueError):
        return -1


_CLOCK = re.compile(
    r"(?<![\w.:,£$€-])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?"
    r"(?:[ \u00a0]?(?P<half>[ap](?:\.m\.|m\b))|(?P<hours>[ \u00a0]?hours\b|[ \u00a0]?GMT\b|h\b))?"
    r"(?![\w:%])(?!\.\d)(?! ?per ?cent)"
)

_SPOKEN = re.compile(
    r"\b(?P<part>half|quarter) (?P<way>past|to) (?P<hour>"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)\b"
    r"|\b(?P<full>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?) o['’]clock"
    r"|\b(?P<name>noon|midday|midnight)\b",
    re.IGNORECASE,
)

_NAMED = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}


def times(text: str) -> Iterator[Figure]:
    """Every time of day: 7.30pm, 19:30, half past seven, noon."""
    for found in _CLOCK.finditer(text):
        is_clock = found["half"] or (found["minute"] and (":" in found[0] or found["hours"]))
        if is_clock and not (found["half"] and int(found["hour"]) > 12):
            yield _time(int(found["hour"]), int(found["minute"] or 0), found)
    for found in _SPOKEN.finditer(text):
        if found["name"]:
            yield Figure(TIME, _NAMED[found["name"].lower()], Span(*found.span()))
            continue
        word = (found["hour"] or found["full"]).lower()
        hour = int(word) if word.isdigit() else int(SMALL[word])
        minutes = {"half": 30, "quarter": 15, None: 0}[found["part"] and found["part"].lower()]
        past = -minutes if (found["way"] or "").lower() == "to" else minutes
        value = float((hour * 60 + past) % 1440)
        yield Figure(TIME, value, Span(*found.span()), half_day=False)


def _time(hour: int, minute: int, found: re.Match[str]) -> Figure:
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    is_sure = bool(half) or hour >= 13 or found["hour"].startswith("0")
    return Figure(TIME, float(hour * 60 + minute), Span(*found.span()), half_day=is_sure)


_SCORE = re.compile(r"(?<![\w.,£$€/-])(\d{1,3})[-–](\d{1,3})(?![\w%/-])(?!,\d|\.\d)")


def scores(text: str) -> Iterator[Figure]:
    """Every pair of numbers that a hyphen joins: a score, a vote or a range."""
    for found in _SCORE.finditer(text):
        yield Figure(SCORE, (float(found[1]), float(found[2])), Span(*found.span()))
