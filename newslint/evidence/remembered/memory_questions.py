"""What an article asks a memory: kept beside its findings, which hold while nothing is answered.

Of most articles a memory says nothing at all: no word in them is a slip for what was printed, and
none is quiet for being printed often. Their findings are those without a memory, whatever else
the memory holds, and need not be found again when a story is added to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.evidence.remembered.printed import ANSWERED, UNPRINTED, is_phrase, may_be_printed
from newslint.memory.phrases import surfaces_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.phrases import Surface
    from newslint.text.document import Document


class MemoryQuestions:
    """The questions of one source, article after article."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        """Words that may be slips for what was printed."""
        self.surfaces: set[Surface] = set()
        """Pairs that may be."""
        self.unprinted: set[tuple[str, bool]] = set()
        """Words that would be quiet if they were printed often, and whether they are sure slips."""
        self.is_answered = False
        """Whether the memory had something to say of any."""

    def add(self, document: Document, knowledge: Knowledge) -> None:
        """Note what a linted article has asked."""
        self.words.update(word for word in document.distinct if is_phrase(word, knowledge))
        self.surfaces.update(surfaces_in(document))
        self.unprinted |= document.memo.get(UNPRINTED, set())
        self.is_answered |= ANSWERED in document.memo

    def is_any_printed(self, knowledge: Knowledge) -> bool:
        """Whether one of the words may be printed often by now."""
        return any(may_be_printed(word, knowledge, sure) for word, sure in self.unprinted)

    def plain(self) -> list[Any]:
        """The questions as JSON may hold them."""
        return [sorted(self.words), sorted(self.surfaces), sorted(self.unprinted)]

    @classmethod
    def of(cls, plain: Iterable[Any]) -> MemoryQuestions:
        """The questions that `plain` gave; a ValueError or TypeError if it did not."""
        questions = cls()
        words, surfaces, unprinted = plain
        questions.words = set(words)
        questions.surfaces = {(first, joint, second) for first, joint, second in surfaces}
        questions.unprinted = {(word, sure) for word, sure in unprinted}
        return questions
