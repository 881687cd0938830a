"""Compiling: counts of phrases and the stories that they are from, into the file of a memory."""

from __future__ import annotations

import json
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from newslint.lexicon.edit_distance import deletions
from newslint.lexicon.hash_index import build_index, rows_of
from newslint.memory.counts import EXAMPLES, Count
from newslint.memory.layout import FORMAT, KIND, KNOWN, SHORTEST_NEAR
from newslint.memory.parts import parted
from newslint.storage.sections import write_sections

MOST = 1_600_000
"""Phrases of a memory; of more, those in the fewest stories are left out."""

BLOCK = 64
"""Names of stories that are packed together."""


State = tuple[int, int, int]


def digest_key(digest: int) -> str:
    """The key under which a story of that digest is found, which is no phrase's."""
    return f"\0{digest:x}"


def id_key(id_: str) -> str:
    """The key under which a story of that name is found."""
    return f"\1{id_}"


class Story(NamedTuple):
    """A story that was counted: what it is called, a digest of its words, its day.

    Of a file, `state` tells whether it was touched since: its size, time and inode.
    """

    id: str
    digest: int
    day: int = 0
    state: State = (0, 0, 0)


def compile_memory(
    path: str | Path,
    counts: Callable[[], Iterator[Count]],
    stories: Sequence[Story],
    lists: Iterable[bytes] = (),
    about: dict[str, Any] | None = None,
) -> None:
    """Write the memory; `counts` may be asked for more than once."""
    least = least_kept(count.stories for count in counts())
    table = _Table(count for count in counts() if count.stories >= least)
    for number, story in enumerate(stories):
        table.by_key.extend(rows_of((digest_key(story.digest), id_key(story.id)), number))
    said = {"stories": len(stories), "phrases": len(table.stories), "least": least, **(about or {})}
    sections = (
        json.dumps(said).encode(),
        b"".join(table.texts),
        table.ends.tobytes(),
        table.stories.tobytes(),
        table.days.tobytes(),
        table.examples.tobytes(),
        build_index(table.by_key),
        build_index(table.near),
        build_index(table.frames),
        array("Q", (story.digest for story in stories)).tobytes(),
        packed_ids([story.id for story in stories]),
        _chained(lists),
        array("Q", chain.from_iterable((story.day, *story.state) for story in stories)).tobytes(),
    )
    write_sections(path, KIND, FORMAT, [partial(_whole, part) for part in sections])


def _whole(section: bytes) -> Iterator[bytes]:
    yield section


def least_kept(stories: Iterable[int]) -> int:
    """In how many stories a phrase stands at the least that is kept, of all that there are."""
    numbers = Counter(stories)
    least, left = 1, sum(numbers.values())
    while left > MOST:
        left -= numbers[least]
        least += 1
    return least


class _Table:
    """The columns of a memory, and the rows of its indexes."""

    def __init__(self, counts: Iterable[Count]) -> None:
        self.texts: list[bytes] = []
        self.ends, self.stories, self.examples = array("I"), array("I"), array("I")
        self.days = array("H")
        self.by_key, self.near, self.frames = array("Q"), array("Q"), array("Q")
        end = 0
        for number, count in enumerate(counts):
            text = count.spelling.encode()
            end += len(text)
            self.texts.append(text)
            self.ends.append(end)
            self.stories.append(count.stories)
            self.days.extend((count.first, count.last))
            self.examples.extend((*count.examples, *[0] * EXAMPLES)[:EXAMPLES])
            self._index(count, number)

    def _index(self, count: Count, number: int) -> None:
        key = count.key
        self.by_key.extend(rows_of((key,), number))
        if count.stories < KNOWN:
            return
        pair = parted(key)
        if pair:
            self.frames.extend(rows_of(pair.frames, number))
        elif " " not in key and "-" not in key and len(key) >= SHORTEST_NEAR:
            self.near.extend(rows_of((key, *deletions(key)), number))


def packed_ids(ids: Sequence[str]) -> bytes:
    """Names of stories, packed in blocks behind the places where those end."""
    blocks = [
        zlib.compress("\0".join(ids[at : at + BLOCK]).encode("utf-8", "surrogateescape"))
        for at in range(0, len(ids), BLOCK)
    ]
    return _chained(blocks)


def _chained(pieces: Iterable[bytes]) -> bytes:
    """Pieces of bytes, behind how many there are and where each ends."""
    ends, body = array("Q"), bytearray()
    for piece in pieces:
        body += piece
        ends.append(len(body))
    return array("Q", [len(ends)]).tobytes() + ends.tobytes() + body
