"""Reconstruct what a memory learned from each story, so that it need not be read again."""

from __future__ import annotations

from newslint.lexicon.folding import fold
from newslint.memory.builder import Taught
from newslint.memory.memory import Memory


class Recall:
    """The stories of a memory with their phrases; none if the memory has no lists."""

    def __init__(self, memory: Memory) -> None:
        """Read the stories of `memory`."""
        self._memory = memory
        self.stories = list(memory.all_stories()) if memory.has_lists else []
        """Every story, by its number."""
        self._first: dict[int, int] = {}
        for number, story in enumerate(self.stories):
            self._first.setdefault(story.digest, number)
        numbers = range(len(memory)) if self.stories else ()
        self._spellings = [memory.spelling(number) for number in numbers]
        self._keys = [fold(spelling) for spelling in self._spellings]

    def taught(self, story: int) -> Taught:
        """What a story has taught, or would have, had not another the same words."""
        _, digest, day, _ = self.stories[story]
        numbers = self._memory.phrases_of(self._first[digest])
        phrases = {self._keys[number]: self._spellings[number] for number in numbers}
        return Taught(phrases, digest, day)
