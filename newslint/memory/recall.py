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
        """All stories, by their numbers."""
        numbers = range(len(memory)) if self.stories else ()
        self._spellings = [memory.spelling(number) for number in numbers]
        self._keys = [fold(spelling) for spelling in self._spellings]

    def taught(self, story: int) -> Taught:
        """What the memory learned from a story."""
        _, digest, day, _ = self.stories[story]
        phrases = {
            self._keys[number]: self._spellings[number] for number in self._memory.phrases_of(story)
        }
        return Taught(phrases, digest, day)
