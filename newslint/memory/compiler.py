"""Compile counts of phrases, and their stories, into the file of a memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from newslint.lexicon.edit_distance import deletions
from newslint.lexicon.hash_index import build_index, rows_of
from newslint.memory.counts import EXAMPLES, Count, least_kept
from newslint.memory.layout import FORMAT, KIND, KNOWN, LONG, SHORTEST_NEAR, beginning
from newslint.memory.story_table import StoryTable
from newslint.storage.sections import chained, write_sections

MOST = 1_600_000
"""Maximum phrases of a memory; beyond it, those in the fewest stories are left out."""


def compile_memory(
    path: str | Path,
    counts: Callable[[], Iterator[Count]],
    stories: StoryTable,
    lists: Iterable[bytes] = (),
    about: dict[str, Any] | None = None,
) -> None:
    """Write the memory; `counts` is called more than once."""
    least = least_kept((count.stories for count in counts()), MOST)
    table = _Table(count for count in counts() if count.stories >= least)
    table.by_key.extend(stories.rows)
    content = {
        "stories": len(stories),
        "phrases": len(table.stories),
        "least": least,
        "last": max(stories.states[::4], default=0),
        **(about or {}),
    }
    sections: list[Callable[[], bytes | bytearray]] = [
        json.dumps(content).encode,
        lambda: table.texts,
        table.ends.tobytes,
        table.stories.tobytes,
        table.days.tobytes,
        table.examples.tobytes,
        partial(build_index, table.by_key),
        partial(build_index, table.near),
        stories.digests.tobytes,
        lambda: chained(stories.packed_ids()),
        lambda: chained(lists),
        stories.states.tobytes,
    ]
    write_sections(path, KIND, FORMAT, sections)


class _Table:
    """The columns of a memory, and the rows of its indexes."""

    def __init__(self, counts: Iterable[Count]) -> None:
        self.texts = bytearray()
        self.ends, self.stories, self.examples = array("I"), array("I"), array("I")
        self.days = array("H")
        self.by_key, self.near = array("Q"), array("Q")
        for number, count in enumerate(counts):
            text = count.spelling.encode()
            self.texts += text
            self.ends.append(len(self.texts))
            self.stories.append(count.stories)
            self.days.extend((count.first, count.last, count.before))
            self.examples.extend((*count.examples, *[0] * EXAMPLES)[:EXAMPLES])
            self._index(count, number)

    def _index(self, count: Count, number: int) -> None:
        key = count.key
        self.by_key.extend(rows_of((key,), number))
        if count.stories >= KNOWN and _is_word(key):
            more = (beginning(key),) if len(key) >= LONG else ()
            self.near.extend(rows_of((key, *deletions(key), *more), number))


def _is_word(key: str) -> bool:
    """Whether a phrase is a word alone, and not too short to be told from others."""
    return " " not in key and "-" not in key and len(key) >= SHORTEST_NEAR
