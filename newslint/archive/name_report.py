"""Report the names that an archive spells in several ways.

Names are compared as `names learn` compares them (evidence/name_clusters.py): through words with a
letter left out that they share, so that the work grows with the names and not with their square.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.core.iso_date import iso_date
from newslint.core.record import NamedTuple
from newslint.evidence.name_clusters import (
    Group,
    beside,
    groups_of,
    is_slip,
    neighbourhood,
    without_rare,
)
from newslint.storage.atomic_write import atomic_write

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


EXAMPLES = 3
"""Number of articles that are listed for a form."""


NAME, ACCENTS, SLIP, LIKE = "name", "accents", "slip", "like"
"""Sorts of forms: the commonest; one that differs in accents or capitals; a misspelling of it; one
that is a letter away and may be somebody else."""


class Form(NamedTuple):
    """One spelling: its count, its first and last date, and articles that have it."""

    times: int
    articles: int
    first: str
    last: str
    examples: tuple[str, ...]

    def more(self, article: str, date: str, times: int) -> Form:
        """The form after one more article, in which it occurs `times` times."""
        dates = [known for known in (self.first, self.last, iso_date(date)) if known]
        return Form(
            self.times + times,
            self.articles + 1,
            min(dates, default=""),
            max(dates, default=""),
            (*self.examples, article)[:EXAMPLES],
        )


class NameRow(NamedTuple):
    """One row of the name report; `name` is the commonest form."""

    name: str
    form: str
    sort: str
    times: int
    articles: int
    first: str | None
    last: str | None
    examples: tuple[str, ...]


def dates_sentence(names: Path) -> str:
    """How many dates of the articles in a file of JSON Lines were read; empty if they have none."""
    with names.open(encoding="utf-8") as lines:
        dates = [date for _, date, _ in map(json.loads, lines) if date]
    unread = [date for date in dates if not iso_date(date)]
    told = f"Read {len(dates) - len(unread):,} of {len(dates):,} dates"
    return f"{told}; not {unread[0]!r}, for one." if unread else f"{told}." if dates else ""


def write(names: Path, knowledge: Knowledge) -> Path:
    """Write the rows for the names in a file of JSON Lines to another one beside it."""
    path = names.with_name("drift.jsonl")
    with names.open(encoding="utf-8") as lines, atomic_write(path) as out:
        for row in rows(counted(map(json.loads, lines)), knowledge):
            out.write(json.dumps(row._asdict()).encode() + b"\n")
    return path


def counted(articles: Iterable[tuple[str, str, dict[str, int]]]) -> dict[str, Form]:
    """Count the forms in articles; beyond a number, those of one article are dropped."""
    forms: dict[str, Form] = {}
    none = Form(0, 0, "", "", ())
    for article, date, names in articles:
        for name, times in names.items():
            forms[name] = forms.get(name, none).more(article, date, times)
        forms = without_rare(forms)
    return forms


def rows(forms: dict[str, Form], knowledge: Knowledge) -> Iterator[NameRow]:
    """The forms of each name that has several, the commonest name and form first."""
    groups = groups_of(forms)
    near = neighbourhood(groups)
    for group in sorted(groups.values(), key=_commonest):
        others = list(beside(group, groups, near, knowledge))
        if any(is_slip(group, other, knowledge) for other in others):
            continue
        found = [(form, ACCENTS) for form in group.spellings[1:]]
        for other in sorted(others, key=_commonest):
            if sort := _sort(other, group, knowledge):
                found += ((form, sort) for form in other.spellings)
        if found:
            name = group.spellings[0]
            for form, sort in [(name, NAME), *found]:
                times, articles, first, last, examples = forms[form]
                yield NameRow(
                    name, form, sort, times, articles, first or None, last or None, examples
                )


def _commonest(group: Group) -> tuple[int, str]:
    return -group.articles, group.key


def _sort(other: Group, group: Group, knowledge: Knowledge) -> str:
    """The sort of a name one letter away; empty if it is known to be somebody else."""
    if _is_somebody(other, knowledge) or _commonest(other) < _commonest(group):
        return ""
    return SLIP if is_slip(other, group, knowledge) else LIKE


def _is_somebody(group: Group, knowledge: Knowledge) -> bool:
    """Whether the book or the lexicon has this very name."""
    rulings = knowledge.names.lookup(group.key)
    right = any(ruling.role in ("canonical", "alias") for ruling in rulings)
    return right or knowledge.lexicon.is_title(group.key)
