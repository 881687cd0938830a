"""Several memories asked as one, with or without one of their stories."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from typing import TYPE_CHECKING, Protocol

from newslint.core.lazy_pattern import lazy_pattern
from newslint.lexicon.folding import fold
from newslint.memory.counts import LAST_DAY, Count
from newslint.memory.layout import KNOWN
from newslint.memory.memory import Memory
from newslint.memory.phrases import phrases
from newslint.memory.story import digest_of_words

if TYPE_CHECKING:
    from newslint.lexicon.lexicon import Lexicon
    from newslint.text.document import Document


ASKED = 20_000
"""Maximum phrases whose number of stories is kept."""

_PARTING = lazy_pattern(r"[ -]")


class Printed(Protocol):
    """Anything that knows in how many stories a folded phrase stands."""

    @property
    def size(self) -> int:
        """The number of stories."""

    def stories(self, key: str) -> int:
        """The number of stories with the phrase."""

    def first(self, key: str) -> int:
        """The day of the first of them with a known day; 0 if there is none."""

    def last(self, key: str) -> int:
        """The day of the last of them."""

    @property
    def day(self) -> int:
        """The day of the story beside which they were printed; 0 if it is unknown."""


class Memories:
    """Several memories, asked as one."""

    def __init__(self, memories: Sequence[Memory]) -> None:
        self._memories = memories
        self._size = sum(memory.size for memory in memories)
        self.stories: Callable[[str], int] = lru_cache(ASKED)(self._stories)
        """The number of stories with the folded phrase."""

    @property
    def size(self) -> int:
        """The number of stories in all memories."""
        return self._size

    def _stories(self, key: str) -> int:
        return sum([memory.stories(key) for memory in self._memories])

    def beginning(self, start: str, most: int) -> list[str]:
        """Phrases of several stories that begin with `start`, as spelt, the commonest first.

        The first half of a hyphenated name that never stands without the other is left out.
        """
        found = [each for memory in self._memories for each in memory.beginning(start)]
        counted = {each: self.stories(fold(each)) for each in found if each.startswith(start)}
        halves = {(each.rpartition("-")[0], stories) for each, stories in counted.items()}
        kept = [each for each in counted.items() if each[1] >= KNOWN and each not in halves]
        return [each for each, _ in sorted(kept, key=lambda item: (-item[1], item[0]))[:most]]

    day = 0

    @cached_property
    def newest(self) -> int:
        """The day of the newest story; 0 if none has one."""
        return max(memory.newest for memory in self._memories)

    def first(self, key: str) -> int:
        """The day of the first story with a day that has the folded phrase; 0 if there is none."""
        days = (memory.days(key)[0] for memory in self._memories)
        return min(filter(None, days), default=0)

    def last(self, key: str) -> int:
        """The day of the last story that has the folded phrase; 0 if there is none."""
        return self.last_two(key)[0]

    def last_two(self, key: str) -> tuple[int, int]:
        """The days of the last two stories that have the folded phrase."""
        days = [day for memory in self._memories for day in memory.days(key)[1:]]
        last, before, *_ = sorted(days, reverse=True)
        return last, before

    def near(self, key: str) -> set[str]:
        """Known words, as spelt, a letter off the folded word, or a few if it is long."""
        return {spelt for memory in self._memories for spelt in memory.near(key)}

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
        called = [
            (memory, story)
            for memory in self._memories
            if memory.has_lists
            for story in memory.stories_called(path)
        ]
        own = frozenset(
            fold(memory.spelling(number))
            for memory, story in called
            for number in memory.phrases_of(story)
        )
        if not own:
            digest = digest_of_words(document)
            found = ((memory, memory.story_of(digest)) for memory in self._memories)
            called = [(memory, story) for memory, story in found if story >= 0]
            if not called:
                return self
            own = frozenset(phrases(document, lexicon))
        return Apart(self, own, max(memory.story(story).day for memory, story in called))


class Apart:
    """Memories without one story, whose phrases are `own`."""

    def __init__(self, memories: Memories, own: Collection[str], day: int = LAST_DAY) -> None:
        """Take `own` phrases out, which were printed on that day or, if it is not told, last."""
        self._memories = memories
        self._own = own
        self.day = 0 if day == LAST_DAY else day
        self._since = day

    @property
    def size(self) -> int:
        """The number of stories, including this one."""
        return self._memories.size

    def stories(self, key: str) -> int:
        """The number of other stories with the folded phrase."""
        return self._memories.stories(key) - (key in self._own)

    def first(self, key: str) -> int:
        """The day of the first story that has the folded phrase, this one among them."""
        return self._memories.first(key)

    def last(self, key: str) -> int:
        """The day of the last other story that has the folded phrase; 0 if there is none."""
        last, before = self._memories.last_two(key)
        return before if key in self._own and self._since >= last else last
