"""Counts of phrases: number of stories, first and last day; and how to add them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from itertools import groupby
from operator import attrgetter

from newslint.core.iso_date import iso_date
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

EXAMPLES = 2
"""Maximum example stories of a phrase."""

_EPOCH = date(1900, 1, 1).toordinal()

LAST_DAY = (1 << 16) - 1
"""The last day that a file can store: in the year 2079."""

_ISO = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")

_PART = "\x1f"


class Count(NamedTuple):
    """The count of one phrase. Days are numbered from 1900; 0 is unknown.

    `before` is the day of the last story but one.
    `lead` is by how many stories its commonest `spelling` leads over the others.
    """

    key: str
    spelling: str
    stories: int
    lead: int
    first: int
    last: int
    before: int
    examples: tuple[int, ...]

    def line(self) -> bytes:
        """The count as a line; lines sort like their keys."""
        examples = ",".join(map(str, self.examples))
        numbers = (self.stories, self.lead, self.first, self.last, self.before)
        return _PART.join((self.key, self.spelling, *map(str, numbers), examples)).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> Count:
        """The count in a line that `line` made."""
        key, spelling, *numbers, examples = line.decode().rstrip("\n").split(_PART)
        stories, lead, first, last, before = map(int, numbers)
        numbered = tuple(map(int, examples.split(","))) if examples else ()
        return cls(key, spelling, stories, lead, first, last, before, numbered)

    def plus(self, other: Count) -> Count:
        """The sum of two counts of the same key."""
        ahead, behind = (self, other) if self.lead >= other.lead else (other, self)
        same = self.spelling == other.spelling
        days = [day for day in (self.first, other.first) if day]
        last, before, *_ = sorted((self.last, self.before, other.last, other.before), reverse=True)
        return Count(
            self.key,
            ahead.spelling,
            self.stories + other.stories,
            ahead.lead + behind.lead if same else ahead.lead - behind.lead,
            min(days, default=0),
            last,
            before,
            tuple(sorted({*self.examples, *other.examples}))[:EXAMPLES],
        )


def added_up(counts: Iterable[Count]) -> Iterator[Count]:
    """Sum up counts that are sorted by key: one for each key."""
    for _, same in groupby(counts, attrgetter("key")):
        yield reduce(Count.plus, same)


def least_kept(stories: Iterable[int], most: int) -> int:
    """The minimum stories of a phrase that is kept, for these numbers, if at `most` so many are."""
    numbers = Counter(stories)
    least, left = 1, sum(numbers.values())
    while left > most:
        left -= numbers[least]
        least += 1
    return least


def day_of(text: str) -> int:
    """The day of a date as people write it; 0 for none.

    >>> day_of("1900-01-02"), day_of("2026-05-14T08:00:00Z"), day_of("tomorrow")
    (1, 46154, 0)
    """
    found = iso_date(text)
    return _checked(date.fromisoformat(found)) if len(found) == len("2026-05-14") else 0


def date_in(path: str) -> str:
    """The date at the beginning of a file's name, as in site generators; empty if none.

    >>> date_in("posts/2026-05-14-harbour.md"), date_in("posts/harbour.md")
    ('2026-05-14', '')
    """
    found = _ISO.match(path.replace("\\", "/").rpartition("/")[2])
    return found[0] if found else ""


def date_of(day: int) -> date | None:
    """The date of a day; None for an unknown one."""
    return date.fromordinal(_EPOCH + day) if day else None


def _checked(found: date) -> int:
    day = found.toordinal() - _EPOCH
    return day if 0 < day <= LAST_DAY else 0
