"""What each story has taught a memory, so that it need not be read again."""

from __future__ import annotations

from newslint.lexicon.folding import fold
from newslint.memory.builder import Taught
from newslint.memory.memory import Memory


class Recall:
    """The stories of a memory of which it is kept what they have taught; none if it is not."""

    def __init__(self, memory: Memory) -> None:
        """Ask `memory`."""
        self._memory = memory
        self.stories = list(memory.all_stories()) if memory.has_lists else []
        """Every story, by its number."""
        numbers = range(len(memory)) if self.stories else ()
        self._spellings = [memory.spelling(number) for number in numbers]
        self._keys = [fold(spelling) for spelling in self._spellings]

    def taught(self, story: int) -> Taught:
        """What a story has taught."""
        _, digest, day, _ = self.stories[story]
        phrases = {
            self._keys[number]: self._spellings[number] for number in self._memory.phrases_of(story)
        }
        return Taught(phrases, digest, day)
