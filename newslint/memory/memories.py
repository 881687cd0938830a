"""Several memories asked as one, with or without one of their stories."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Protocol

from newslint.lexicon.edit_distance import deletions
from newslint.lexicon.folding import fold
from newslint.memory.counts import Count
from newslint.memory.memory import Memory
from newslint.memory.phrases import phrases
from newslint.memory.story import digest_of_words

if TYPE_CHECKING:
    from newslint.lexicon.lexicon import Lexicon
    from newslint.text.document import Document


_PARTING = re.compile(r"[ -]")


class Printed(Protocol):
    """Anything that knows in how many stories a folded phrase stands."""

    @property
    def size(self) -> int:
        """The number of stories."""

    def stories(self, key: str) -> int:
        """The number of stories with the phrase."""


class Memories:
    """Several memories, asked as one."""

    def __init__(self, memories: Sequence[Memory]) -> None:
        self._memories = memories
        self._size = sum(memory.size for memory in memories)

    @property
    def size(self) -> int:
        """The number of stories in all memories."""
        return self._size

    def stories(self, key: str) -> int:
        """The number of stories with the folded phrase."""
        return sum([memory.stories(key) for memory in self._memories])

    def near(self, forms: Collection[str]) -> set[str]:
        """Known words, as spelt, that are one of the folded `forms`, or that without one letter."""
        return set().union(*(memory.near(forms) for memory in self._memories))

    def rivals(self, key: str, least: int) -> set[str]:
        """Known words, as spelt, that may be a letter off the folded word and be meant by it.

        Nearly all that are in fewer stories than `least` are left out.
        """
        asked = [memory for memory in self._memories if not memory.is_alone(key)]
        if not asked:
            return set()
        forms = key, *deletions(key)
        each = least / len(self._memories)  # one of them has as many, or all together have not
        return set().union(*(memory.near(forms, each) for memory in asked))

    def framed(self, frame: str) -> list[str]:
        """Known pairs under a key of `Pair.frames`, as spelt; others may be there by collision."""
        return [pair for memory in self._memories for pair in memory.framed(frame)]

    def count(self, key: str) -> Count | None:
        """The count of the folded phrase; None if it is unknown."""
        found = ((memory, memory.number(key)) for memory in self._memories)
        counts = [memory.count(number) for memory, number in found if number >= 0]
        return reduce(Count.plus, counts) if counts else None

    def examples(self, key: str) -> list[str]:
        """The ids of some stories with the folded phrase."""
        found = ((memory, memory.number(key)) for memory in self._memories)
        return [
            memory.story(story).id
            for memory, number in found
            if number >= 0
            for story in memory.count(number).examples
        ]

    def beside_word(self, key: str) -> Iterator[Count]:
        """Every phrase of several words with the folded word; it searches all phrases."""
        for memory in self._memories:
            for count in memory.counts():
                if count.key != key and key in count.key and key in _PARTING.split(count.key):
                    yield count

    def beside(self, document: Document, path: str, lexicon: Lexicon) -> Printed:
        """What was printed in other stories than this document.

        The story is recognised by its `path`, or else by its words.
        """
        own = self._taught_by(path)
        if not own:
            digest = digest_of_words(document)
            if all(memory.story_of(digest) < 0 for memory in self._memories):
                return self
            own = frozenset(phrases(document, lexicon))
        return Apart(self, own)

    def _taught_by(self, path: str) -> frozenset[str]:
        """The phrases of the stories in a file, if their lists are stored."""
        return frozenset(
            fold(memory.spelling(number))
            for memory in self._memories
            if memory.has_lists
            for story in memory.stories_called(path)
            for number in memory.phrases_of(story)
        )


class Apart:
    """Memories without one story, whose phrases are `own`."""

    def __init__(self, memories: Memories, own: Collection[str]) -> None:
        self._memories = memories
        self._own = own

    @property
    def size(self) -> int:
        """The number of stories, including this one."""
        return self._memories.size

    def stories(self, key: str) -> int:
        """The number of other stories with the folded phrase."""
        return self._memories.stories(key) - (key in self._own)
