"""Measure one article and its findings for the quality report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from newslint.archive.article_source import ArticleSource
from newslint.archive.quality.minhash import exact_key, near_keys, words_of
from newslint.core.iso_date import iso_date
from newslint.core.record import NamedTuple
from newslint.text.tables.article import Article

FURNITURE = frozenset(
    "structure/subscription-call structure/donation-call structure/share-bar"
    " structure/site-navigation structure/cookie-notice".split()
)
"""Rules for text that belongs to a website and not to the copy."""


MOJIBAKE = frozenset("cleanup/mojibake cleanup/lost-character".split())
"""Rules for letters that were decoded wrongly or lost."""


class Measure(NamedTuple):
    """The measures of one article. `areas` counts findings by the area of their rule.

    `exact` is None if its text has no words; `near` is empty if it has too few.
    """

    source: str
    month: str
    words: int
    areas: Mapping[str, int]
    furniture: bool
    mojibake: bool
    exact: int | None
    near: tuple[int, ...]


def measure(article: Article, sheet: ArticleSource, rules: Iterable[str]) -> Measure:
    """Measure an article, by its source as linted and the rules of its findings.

    Duplicates are found by text alone; titles may differ.
    """
    found, text = Counter(rules), words_of(sheet._replace(title="").prose.text)
    areas: Counter[str] = Counter()
    for rule, times in found.items():
        areas[top_area(rule)] += times
    return Measure(
        source_of(article.source),
        month_of(article.date),
        len(words_of(sheet.prose.text)),
        areas,
        not FURNITURE.isdisjoint(found),
        not MOJIBAKE.isdisjoint(found),
        exact_key(text) if text else None,
        near_keys(text),
    )


def top_area(rule: str) -> str:
    """The top area of a rule: the first part of its id.

    >>> top_area("spelling/typo"), top_area("style/ap/percent")
    ('spelling', 'style')
    """
    return rule.partition("/")[0]


def source_of(stated: str) -> str:
    """The source of an article; the host if the source is an address.

    >>> source_of("https://www.courier.example/news/1"), source_of(" The Courier ")
    ('courier.example', 'The Courier')
    """
    stated = " ".join(stated.split())
    if "://" in stated:
        try:
            return (urlsplit(stated).hostname or stated).removeprefix("www.")
        except ValueError:  # brackets of an address that is none
            pass
    return stated


def month_of(date: str) -> str:
    """The month of a date; empty if it is unknown.

    >>> month_of("2024-05-01T06:00:00Z"), month_of("20240501"), month_of("2024/5/1")
    ('2024-05', '2024-05', '2024-05')
    >>> month_of("Wed, 01 May 2024 06:00:00 GMT"), month_of("1714543200"), month_of("soon")
    ('2024-05', '', '')
    """
    return iso_date(date)[:7]
