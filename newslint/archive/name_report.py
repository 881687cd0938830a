"""Report the names that an archive spells in several ways."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.core.iso_date import iso_date
from newslint.evidence.variants.name_clusters import counted_names
from newslint.memory.counts import day_of
from newslint.memory.tally import Tally
from newslint.storage.atomic_write import atomic_write

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


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
    with closing(Tally()) as tally, names.open("rb") as lines, atomic_write(path) as out:
        begin = 0
        for line in lines:
            _, date, found = json.loads(line)
            tally.add({name: name for name in found}, begin, day_of(date))
            begin += len(line)

        def called(begin: int) -> str:
            lines.seek(begin)
            article: list[Any] = json.loads(lines.readline())
            return str(article[0])

        for rows in counted_names(tally, called, knowledge):
            if len(rows) > 1:
                out.writelines(json.dumps(row._asdict()).encode() + b"\n" for row in rows)
    return path
