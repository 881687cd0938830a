"""The page that shows the quality of an archive in pictures. It needs nothing else, and no script.

First the whole archive, then the sources that have the most articles. Names of sources come from
strangers and are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from html import escape
from operator import add
from pathlib import Path

from newslint.archive.quality.aggregate import SHARES, Group, Groups
from newslint.archive.quality.chart import COLOURS, Series, bars, lines
from newslint.report.html.page import STYLE, allowed

SOURCES = 40
"""Maximum number of sources with their own charts."""


MONTHS = 120
"""Maximum number of monthly bars; beyond it there is a bar for each year."""


UNDATED = "undated"

_LOOK = STYLE + Path(__file__).with_name("page.css").read_text(encoding="utf-8")

_HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src {allowed(_LOOK)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>newslint: quality of an archive</title>
<style>{_LOOK}</style>
</head>
<body>
"""

ByPeriod = dict[str, Group]


def render(groups: Groups, areas: Sequence[str]) -> str:
    """The page for these groups and the findings of these areas."""
    by_source: dict[str, ByPeriod] = {}
    for (source, month), group in groups.items():
        by_source.setdefault(source, {})[month] = group
    whole: dict[str, Group] = {}
    for (_, month), group in groups.items():
        whole[month] = whole[month] + group if month in whole else group
    sources = sorted(by_source, key=lambda source: -_total(by_source[source]).articles)
    shown = [("All sources", whole)] + [(s or "(no source)", by_source[s]) for s in sources]
    if len(sources) < 2:
        del shown[1:]
    sections = [_section(at, *one, areas) for at, one in enumerate(shown[: SOURCES + 1])]
    return f"{_HEAD}{_header(shown)}<main>\n{''.join(sections)}</main>\n</body>\n</html>\n"


def _total(by_period: ByPeriod) -> Group:
    return reduce(add, by_period.values())


def _header(shown: Sequence[tuple[str, ByPeriod]]) -> str:
    rows = "".join(_row(at, name, _total(by)) for at, (name, by) in enumerate(shown[: SOURCES + 1]))
    beyond = len(shown) - SOURCES - 1
    more = f"<p>{beyond:,} smaller sources stand in the table only.</p>\n" if beyond > 0 else ""
    return (
        "<header>\n<h1>newslint</h1>\n<p>Quality of an archive: findings in 1,000 words.</p>\n"
        f"<table><caption>Sources</caption>\n{rows}</table>\n{more}</header>\n"
    )


def _row(at: int, name: str, total: Group) -> str:
    rate = 1000 * total.found.total() / max(total.words, 1)
    link = f'<a href="#source-{at}">{escape(name)}</a>'
    return f"<tr><td>{link}</td><td>{_articles(total.articles)}</td><td>{rate:.2f}</td></tr>\n"


def _section(at: int, name: str, by_month: ByPeriod, areas: Sequence[str]) -> str:
    by_period = _periods(by_month)
    periods, groups = list(by_period), list(by_period.values())
    total = _total(by_month)
    found = [Series(area, [group.rate(area) for group in groups]) for area in areas]
    having = [Series(_label(what), [group.share(what) for group in groups]) for what in SHARES]
    rates, shares = "Findings in 1,000 words, by area", "Share of the articles"
    about = f"{_articles(total.articles)}, {total.words:,} words"
    return (
        f'<section id="source-{at}">\n<h2>{escape(name)}</h2>\n<p>{about}</p>\n'
        f"{_figure(rates, found, bars(rates, periods, found, _number))}"
        f"{_figure(shares, having, lines(shares, periods, having, _percent))}"
        f"{_table(by_period, areas)}</section>\n"
    )


def _periods(by_month: ByPeriod) -> ByPeriod:
    """The groups by month or, if there are many, by year; those without a date come last."""
    years = len(by_month) > MONTHS
    by_period: ByPeriod = {}
    for month in sorted(by_month, key=lambda month: (not month, month)):
        period = month[:4] if years else month
        known = by_period.get(period or UNDATED)
        group = by_month[month]
        by_period[period or UNDATED] = known + group if known else group
    return by_period


def _figure(title: str, series: Sequence[Series], picture: str) -> str:
    legend = "".join(
        f'<li><svg viewBox="0 0 9 9" aria-hidden="true"><rect class="s{at % COLOURS}" width="9"'
        f' height="9"/></svg>{escape(name)}</li>'
        for at, (name, values) in enumerate(series)
        if any(values)
    )
    caption = f"<figcaption>{title}</figcaption>"
    return f'<figure>{caption}<ul class="legend">{legend}</ul>{picture}</figure>\n'


def _table(by_period: ByPeriod, areas: Sequence[str]) -> str:
    def cells(period: str, group: Group) -> Iterator[str]:
        yield escape(period)
        yield f"{group.articles:,}"
        yield f"{group.words:,}"
        yield from (_number(group.rate(area)) for area in areas)
        yield from (_percent(group.share(what)) for what in SHARES)

    names = ("period", "articles", "words", *areas, *map(_label, SHARES))
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells(*item))}</tr>\n"
        for item in by_period.items()
    )
    table = f"<table><tr>{head}</tr>\n{rows}</table>"
    return f'<details><summary>Figures</summary><div class="wide">{table}</div></details>\n'


def _articles(number: int) -> str:
    return f"{number:,} article" + ("s" if number != 1 else "")


def _label(what: str) -> str:
    return what.replace("_", " ")


def _number(value: float) -> str:
    return f"{value:.3g}"


def _percent(value: float) -> str:
    return f"{100 * value:.3g} %"
