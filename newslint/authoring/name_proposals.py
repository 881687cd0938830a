"""Propose entries for a names book from the counted names of an archive.

`names learn` counts them itself, or reads the names report of `newslint archive`, which has a row
for each form of a name that the archive spells in several ways, the name's own form first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from newslint.authoring.name_tables import read_table
from newslint.authoring.proposals import Proposal, Spelling, kind_of
from newslint.core.errors import BookError
from newslint.core.place import Where
from newslint.evidence.variants.name_clusters import ACCENTS, LIKE, SLIP, NameRow
from newslint.lexicon.folding import fold

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


LISTS = {ACCENTS: "aliases", SLIP: "misspellings", LIKE: "distinct"}
"""The key of an entry that lists each sort of form."""


def propose(
    names: Iterable[Sequence[NameRow]],
    knowledge: Knowledge,
    at_least: int,
    contradicted: Mapping[str, Sequence[Spelling]],
) -> Iterator[Proposal]:
    """Propose an entry for each name that is not in the book but in `at_least` articles.

    `contradicted` has what articles that have the name say instead in other places.
    """
    for own, *others in names:
        if own.articles < at_least or knowledge.names.lookup(fold(own.name)):
            continue
        lists: dict[str, list[Spelling]] = {key: [] for key in LISTS.values()}
        for row in others:
            if row.sort in LISTS and row.form.casefold() != own.form.casefold():
                lists[LISTS[row.sort]].append(Spelling(row.form, evidence_of(row)))
        lists[LISTS[SLIP]] += contradicted.get(own.name, ())
        yield Proposal((evidence_of(own),), own.name, kind_of(own.name, knowledge), lists)


def read_report(path: str) -> Iterator[list[NameRow]]:
    """The rows of each name in a names report; raises a BookError for a file that is none."""
    for _, rows in groupby(_rows(path), attrgetter("name")):
        yield list(rows)


def evidence_of(row: NameRow) -> str:
    """The count, dates and articles of a form, as a comment."""
    dates = f", {row.first}" if row.first else ""
    if row.last != row.first:
        dates += f" to {row.last}"
    articles = "one article" if row.articles == 1 else f"{row.articles} articles"
    return f"in {articles}{dates}: {'; '.join(row.examples)}"


def _rows(path: str) -> Iterator[NameRow]:
    for line, row in read_table(path):
        if not (row.keys() >= {*NameRow._fields} and _is_sound(row)):
            raise BookError(Where(path, line), "no row of newslint archive --names-report")
        name, form, sort, articles, first, last, examples = (row[key] for key in NameRow._fields)
        several = examples if isinstance(examples, list) else [examples]
        yield NameRow(
            str(name), str(form), sort, int(articles), first or None, last or None, tuple(several)
        )


def _is_sound(row: dict[str, Any]) -> bool:
    """Whether a row has a name, and valid numbers."""
    articles, examples = str(row["articles"]), row["examples"]
    sound = articles.isascii() and articles.isdigit() and len(articles) < 10
    texts = examples if isinstance(examples, list) else [examples]
    return sound and bool(str(row["name"]).strip()) and all(isinstance(t, str) for t in texts)
