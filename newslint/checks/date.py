"""Days that cannot be.

Each rule names one fault: `weekday` (Monday, 3 March 2024, which was a Sunday), `impossible`
(31 June) or `future` (born in 2031, in an article of 2024). An article may speak of what is to
come, so `future` looks only behind the phrases of `after`. It needs to know when the article was
written, and so does `weekday` for a day without a year, which is the one nearest to the article:
its front matter tells, its dateline, or a line that is a date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.matching.phrase_search import has_words, longest_literal, phrase_pattern
from newslint.checks.new_finding import new_finding
from newslint.core.errors import BookError
from newslint.core.finding import Finding, Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


WEEKDAY, IMPOSSIBLE, FUTURE = FAULTS = ("weekday", "impossible", "future")

PARAMS = {"fault": FAULTS, "after": "texts"}

REQUIRED = ("fault",)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun"),
            *("July Jul", "August Aug", "September Sept Sep", "October Oct", "November Nov"),
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its names and abbreviations."""


GREGORIAN = 1924
"""The first year in which every country used this calendar; Greece was the last to change."""


TOP = 1_000
"""Letters at the beginning of an article in which its own date is searched."""


_HALF_A_YEAR = 6
"""Months; a day that is further away is taken for one of the year before or after."""


_REACH = 400
"""Code points before a date without a year in which other years are looked for."""


_ANY_YEAR = lazy_pattern(r"(?<![\d.,])1[0-9]\d\d(?![\d.,]\d)|(?<![\d.,])20\d\d(?![\d.,]\d)")


_GAP = "[ \u00a0\n]"

_YEAR = rf"(?:\.?,?{_GAP}(?P<year>(?:19|20)\d\d)(?![\d-]))"

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

_DAY_BEFORE = lazy_pattern(rf"(?<!€)(?<![\w$£.,:-]){_DAY}{_GAP}(?:of{_GAP})?$")

_YEAR_BEHIND = lazy_pattern(_YEAR)

_DAY_BEHIND = lazy_pattern(rf"\.?{_GAP}{_DAY}(?![\w-]){_YEAR}?")

_WEEKDAY_BEFORE = lazy_pattern(rf"\b(?P<weekday>{'|'.join(DAYS)}),?{_GAP}(?:the{_GAP})?$")

_ON = lazy_pattern(r"\b[Oo]n\s$")

_CLOSED = lazy_pattern(r"\s*(?:[,;:)\"”’—–\n]|\.(?!\d)|$)")
"""Follows June 31 where it is a date, and not "in June 31 people were ..."."""


_BEFORE_DATELINE = lazy_pattern(
    r"(?:(?:[Pp]ublished|[Uu]pdated|[Pp]osted):?(?: on)? |(?:[A-Z][\w.'’-]*,? ?){1,5}[,(] ?)?"
)

_BEHIND_DATELINE = lazy_pattern(r"\)? *(?:$|\n|[-–—(|])")

_YEAR_LATER = lazy_pattern(
    rf"(?:{_GAP}(?:{'|'.join(MONTHS)}|\d{{1,2}}\b)\.?,?){{0,2}}{_GAP}(?P<year>(?:19|20)\d\d)(?![\d-])"
)


class Date(NamedTuple):
    """A date in copy; `weekday` is the place of its weekday, and year 0 means no year."""

    span: Span
    year: int
    month: int
    day: int
    weekday: Span | None = None


def inspect(rule: Rule) -> None:
    """Refuse `after` where it has no effect, and its lack where it is needed."""
    after = rule.params.get("after", ())
    if (rule.params["fault"] == FUTURE) != bool(after):
        raise BookError(rule.where, f"'after' goes with 'fault: {FUTURE}', and that with 'after'")
    for phrase in after:
        if not has_words(phrase):
            raise BookError(rule.where, f"'{phrase}' has no word in it")


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""
    finders = {WEEKDAY: _weekdays, IMPOSSIBLE: _impossible, FUTURE: _future}

    def check(document: Document) -> Iterator[Finding]:
        found = list(dates(document))
        for rule in rules if found else ():
            yield from finders[rule.params["fault"]](rule, found, document)

    return check


def dates(document: Document) -> Iterator[Date]:
    """Every date with a day and a month in the article, with a year or without."""
    text, months = document.text, MONTHS.keys() & document.distinct
    places = ((at, name) for name in months for at in document.offsets(name))
    for start, name in sorted(places):
        end = start + len(name)
        if not any(map(str.isdigit, text[max(0, start - 9) : start] + text[end : end + 9])):
            continue
        before = _DAY_BEFORE.search(text, max(0, start - 9), start)
        behind = (_YEAR_BEHIND if before else _DAY_BEHIND).match(text, end)
        day = before or behind
        if day is None or not document.is_word(start, end):
            continue
        span = Span(before.start() if before else start, behind.end() if behind else end)
        year = behind["year"] if behind else None
        weekday = _WEEKDAY_BEFORE.search(text, max(0, span.start - 16), span.start)
        day_name = Span(*weekday.span("weekday")) if weekday else None
        yield Date(span, int(year or 0), MONTHS[name], int(day["day"]), day_name)


def weekday_of(date: Date) -> str | None:
    """The weekday of a date; None if there is no such day.

    >>> weekday_of(Date(Span(0, 0), 2000, 1, 1)), weekday_of(Date(Span(0, 0), 2023, 2, 29))
    ('Saturday', None)
    """
    try:  # the module datetime would run its twin in Python first, for nothing
        from _datetime import date as day_of  # type: ignore[import-not-found]
    except ImportError:
        from datetime import date as day_of
    try:
        return DAYS[day_of(date.year, date.month, date.day).weekday()]
    except ValueError:
        return None


def _weekdays(rule: Rule, found: list[Date], document: Document) -> Iterator[Finding]:
    own = _own_date(found, document)
    for each in found:
        date = each
        if own and not date.year and not _is_of_another_year(date, own, document.text):
            date = _nearest(date, own)
        if date.weekday is not None and date.year >= GREGORIAN:
            right = weekday_of(date)
            if right and right != document.text[slice(*date.weekday)]:
                slots = {"date": _date_text(date, document)}
                yield new_finding(rule, document, date.weekday, right, slots=slots)


def _impossible(rule: Rule, found: list[Date], document: Document) -> Iterator[Finding]:
    leap_year = 2000
    for date in found:
        if date.day == 0 or weekday_of(date._replace(year=date.year or leap_year)):
            continue
        if date.weekday or date.year or (date.day <= 31 and _stands_alone(date, document.text)):
            yield new_finding(rule, document, date.span)


def _stands_alone(date: Date, text: str) -> bool:
    """Whether a day without a year is one: "In April 31 people moved" has none."""
    before = text[max(0, date.span.start - 4) : date.span.start]
    return bool(_ON.search(before) or _CLOSED.match(text, date.span.end))


def _future(rule: Rule, found: list[Date], document: Document) -> Iterator[Finding]:
    own = _own_date(found, document)
    if own is None:
        return
    even = document.normal_text
    for phrase in rule.params["after"]:
        for match in (
            phrase_pattern(phrase).finditer(document.text)
            if longest_literal(phrase) in even
            else ()
        ):
            later = _YEAR_LATER.match(document.text, match.end())
            if later and int(later["year"]) > own.year:
                slots = {"date": _date_text(own, document)}
                yield new_finding(rule, document, Span(*later.span("year")), slots=slots)


def _own_date(found: Iterable[Date], document: Document) -> Date | None:
    """The date of the article: from its front matter, or its dateline; None if it has neither."""
    if document.prose.date:
        year, month, day = map(int, document.prose.date.split("-"))
        return Date(Span(0, 0), year, month, day)
    return next((date for date in found if _is_dateline(date, document.text)), None)


def _nearest(date: Date, own: Date) -> Date:
    """A date without a year, in the year that brings it nearest to the article's own date.

    >>> _nearest(Date(Span(0, 0), 0, 12, 30), Date(Span(0, 0), 2024, 1, 2)).year
    2023
    """
    months = date.month - own.month
    year = own.year + (months < -_HALF_A_YEAR) - (months > _HALF_A_YEAR)
    return date._replace(year=year)


def _is_of_another_year(date: Date, own: Date, text: str) -> bool:
    """Whether the lines before a date speak of years long before or after the article's own."""
    before = _ANY_YEAR.findall(text, max(0, date.span.start - _REACH), date.span.start)
    return any(abs(int(year) - own.year) > 1 for year in before)


def _is_dateline(date: Date, text: str) -> bool:
    """Whether a date is a dateline: it begins a line, perhaps after a place."""
    start, end = (date.weekday or date.span).start, date.span.end
    if not date.year or start > TOP:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start].lstrip(" #*_")
    return bool(_BEFORE_DATELINE.fullmatch(line) and _BEHIND_DATELINE.match(text, end))


def _date_text(date: Date, document: Document) -> str:
    """A date as copy has it, with its year; the article's own as its front matter has it."""
    text = " ".join(document.text[slice(*date.span)].split()) or document.prose.date
    return text if str(date.year) in text else f"{text} {date.year}"
