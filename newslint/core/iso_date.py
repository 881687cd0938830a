"""Dates as people and programs write them, as ISO 8601."""

from __future__ import annotations

import re
from functools import lru_cache

_ISO = re.compile(
    r"\s*((?:1[6-9]|2[01])\d\d)(?:[-/.](1[0-2]|0?[1-9])(?!\d)(?:[-/.]([0-3]?\d)(?!\d))?|(0[1-9]|1[0-2])([0-3]\d)(?!\d))"
)

_WITH_MONTH = re.compile(
    r"(?=.*[A-Za-z]{3})(?=.*\b(?:1[6-9]|2[01])\d\d\b)[\w ,.:+/'’()-]{6,60}", re.ASCII
)
"""A date whose month is a word and whose year has four digits, so that it has one meaning."""


@lru_cache(10_000)
def iso_date(text: str) -> str:
    """The date in a text, as YYYY-MM-DD, or YYYY-MM where it has no day; empty if it is none.

    A date of numbers alone is read only with its year first: 3/4/2024 has two meanings. Other dates
    need their month as a word, and python-dateutil (the extra `archive`), but for those of e-mail.

    >>> iso_date("2024-05-01T06:00:00Z"), iso_date("20240501"), iso_date("2024/5")
    ('2024-05-01', '2024-05-01', '2024-05')
    >>> iso_date("Wed, 01 May 2024 06:00:00 GMT"), iso_date("3/4/2024"), iso_date("soon")
    ('2024-05-01', '', '')
    """
    if found := _ISO.match(text):
        year, month, day = found[1], found[2] or found[4], found[3] or found[5]
        return _checked(int(year), int(month), int(day or 0))
    if not _WITH_MONTH.fullmatch(text.strip()):
        return ""
    from email.utils import parsedate

    if mail := parsedate(text):
        return _checked(*mail[:3])
    return _by_dateutil(text)


def _checked(year: int, month: int, day: int) -> str:
    from datetime import date

    try:
        checked = date(year, month, day or 1)
    except ValueError:
        return ""
    return checked.isoformat() if day else f"{checked:%Y-%m}"


def _by_dateutil(text: str) -> str:
    """The date that dateutil reads; a day is there only if two readings agree on it."""
    try:
        from dateutil.parser import ParserError, parse
    except ImportError:
        return ""
    from datetime import datetime

    try:
        first, second = (parse(text, default=datetime(2000, 1, day)) for day in (1, 2))
    except (ParserError, OverflowError, ValueError):
        return ""
    return f"{first:%Y-%m-%d}" if first.day == second.day else f"{first:%Y-%m}"
