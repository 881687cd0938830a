"""The stories of a memory in compact columns, while it is built."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator

from newslint.core.record import NamedTuple
from newslint.lexicon.hash_index import rows_of

BLOCK = 64
"""Number of ids that are compressed together."""

State = tuple[int, int, int]
"""Size, time and inode of a file, by which it is seen whether it was touched; of an archive's story
a number of its content instead, and zeros."""


class Story(NamedTuple):
    """A counted story: its id, a digest of its words, its day, and the state of its file."""

    id: str
    digest: int
    day: int = 0
    state: State = (0, 0, 0)


def digest_key(digest: int) -> str:
    """The index key of a story with this digest; no phrase has it."""
    return f"\0{digest:x}"


def id_key(id_: str) -> str:
    """The index key of a story with this id."""
    return f"\1{id_}"


class StoryTable:
    """Stories, in columns."""

    def __init__(self) -> None:
        self.digests, self.states, self.rows = array("Q"), array("Q"), array("Q")
        """The digest of each story; its day and state; and the index rows for its keys."""
        self._blocks: list[bytes] = []
        self._ids: list[str] = []

    def __len__(self) -> int:
        return len(self.digests)

    def add(self, story: Story) -> None:
        """Add a story."""
        self.rows.extend(rows_of((digest_key(story.digest), id_key(story.id)), len(self)))
        self.digests.append(story.digest)
        self.states.extend((story.day, *story.state))
        self._ids.append(story.id)
        if len(self._ids) == BLOCK:
            self._blocks.append(_packed(self._ids))
            self._ids = []

    def packed_ids(self) -> Iterator[bytes]:
        """The ids of all stories, compressed block by block."""
        yield from self._blocks
        if self._ids:
            yield _packed(self._ids)


def _packed(ids: Iterable[str]) -> bytes:
    return zlib.compress("\0".join(ids).encode("utf-8", "surrogateescape"))
