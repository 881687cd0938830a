"""Propose entries for a names book from the names report of `newslint archive`.

The report has a row for each form of a name that the archive spells in several ways, the name's
own form first (archive/name_report.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from newslint.authoring.name_tables import read_table
from newslint.authoring.proposals import Proposal, Spelling, kind_of
from newslint.core.errors import BookError
from newslint.core.place import Where

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


LISTS = {"accents": "aliases", "slip": "misspellings", "like": "distinct"}
"""The key of an entry that lists each sort of form."""


COLUMNS = {"name", "form", "sort", "times", "articles", "first", "last", "examples"}


def propose_drifted(path: str, knowledge: Knowledge, at_least: int) -> Iterator[Proposal]:
    """Propose an entry for each name that is not in the book but in `at_least` articles.

    They are in the order of the report. Raises a BookError for a file that is no report.
    """
    for name, rows in groupby(_checked(path), lambda row: str(row["name"])):
        own, *others = rows
        if int(own["articles"]) < at_least or knowledge.names.lookup(name):
            continue
        lists: dict[str, list[Spelling]] = {key: [] for key in LISTS.values()}
        for row in others:
            if key := LISTS.get(row["sort"]):
                lists[key].append(Spelling(str(row["form"]), _evidence(row)))
        yield Proposal((_evidence(own),), name, kind_of(name, knowledge), lists)


def _checked(path: str) -> Iterator[dict[str, Any]]:
    for line, row in read_table(path):
        if not (row.keys() >= COLUMNS and _is_sound(row)):
            raise BookError(Where(path, line), "no row of newslint archive --names-report")
        yield row


def _is_sound(row: dict[str, Any]) -> bool:
    """Whether a row has a name, and valid numbers."""
    numbers = (str(row["times"]), str(row["articles"]))
    sound = all(number.isascii() and number.isdigit() and len(number) < 10 for number in numbers)
    examples = row["examples"]
    texts = examples if isinstance(examples, list) else [examples]
    return sound and bool(str(row["name"]).strip()) and all(isinstance(t, str) for t in texts)


def _evidence(row: dict[str, Any]) -> str:
    """The count, dates and articles of a form, as a comment."""
    times = "once" if int(row["times"]) == 1 else f"{row['times']} times"
    articles = "" if int(row["articles"]) == 1 else f" in {row['articles']} articles"
    first, last = row["first"], row["last"]
    dates = "" if not first else f", {first}" if first == last else f", {first} to {last}"
    examples = row["examples"]
    places = examples if isinstance(examples, str) else "; ".join(examples)
    return f"{times}{articles}{dates}: {places}"
