"""Memories together: several files asked as one, and as if one story were in none of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Protocol

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
    """Whoever says in how many stories a folded phrase stands."""

    @property
    def size(self) -> int:
        """How many stories there are."""

    def stories(self, key: str) -> int:
        """In how many of them the phrase stands."""


class Memories:
    """What all of several memories have together."""

    def __init__(self, memories: Sequence[Memory]) -> None:
        self._memories = memories
        self._size = sum(memory.size for memory in memories)

    @property
    def size(self) -> int:
        """How many stories they are made of."""
        return self._size

    def stories(self, key: str) -> int:
        """In how many stories the folded phrase stands."""
        return sum([memory.stories(key) for memory in self._memories])

    def near(self, forms: Collection[str]) -> set[str]:
        """Known words, as spelt, that are among the folded `forms`, all or but for a letter."""
        return set().union(*(memory.near(forms) for memory in self._memories))

    def framed(self, frame: str) -> list[str]:
        """Known pairs under a key of `Pair.frames`, or by chance under it, as spelt."""
        return [pair for memory in self._memories for pair in memory.framed(frame)]

    def count(self, key: str) -> Count | None:
        """All that is known of the folded phrase."""
        found = ((memory, memory.number(key)) for memory in self._memories)
        counts = [memory.count(number) for memory, number in found if number >= 0]
        return reduce(Count.plus, counts) if counts else None

    def examples(self, key: str) -> list[str]:
        """What some of the stories are called in which the folded phrase stands."""
        found = ((memory, memory.number(key)) for memory in self._memories)
        return [
            memory.story(story).id
            for memory, number in found
            if number >= 0
            for story in memory.count(number).examples
        ]

    def beside_word(self, key: str) -> Iterator[Count]:
        """Every phrase that has the folded word in it, beside others; takes a look at all."""
        for memory in self._memories:
            for count in memory.counts():
                if count.key != key and key in count.key and key in _PARTING.split(count.key):
                    yield count

    def beside(self, document: Document, path: str, lexicon: Lexicon) -> Printed:
        """What was printed beside this very story: without what it has taught itself.

        It is known by its `path`, as it lay there when it was counted, or else by its words.
        """
        own = self._taught_by(path)
        if not own:
            digest = digest_of_words(document)
            if all(memory.story_of(digest) < 0 for memory in self._memories):
                return self
            own = frozenset(phrases(document, lexicon))
        return Apart(self, own)

    def _taught_by(self, path: str) -> frozenset[str]:
        """The phrases of the stories in a file, if it is kept which those are."""
        return frozenset(
            fold(memory.spelling(number))
            for memory in self._memories
            if memory.has_lists
            for story in memory.stories_called(path)
            for number in memory.phrases_of(story)
        )


class Apart:
    """Memories but for one story, which has taught them the phrases `own`."""

    def __init__(self, memories: Memories, own: Collection[str]) -> None:
        self._memories = memories
        self._own = own

    @property
    def size(self) -> int:
        """How many stories there are, this one among them."""
        return self._memories.size

    def stories(self, key: str) -> int:
        """In how many other stories the folded phrase stands."""
        return self._memories.stories(key) - (key in self._own)
