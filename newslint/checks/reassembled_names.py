"""Findings for names whose parts the publication prints in another order, or joined otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newslint.checks.new_finding import new_finding
from newslint.core.finding import UNSAFE, Span
from newslint.evidence.name_context import in_right_name
from newslint.evidence.remembered.printed import printed_beside
from newslint.evidence.remembered.reassembled import (
    goes_with_any,
    is_printed_otherwise,
    parted_forms,
)
from newslint.lexicon.folding import fold
from newslint.memory.layout import KNOWN
from newslint.memory.phrases import is_chance, surfaces_in
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories
    from newslint.memory.parts import Pair
    from newslint.memory.phrases import Surface
    from newslint.text.document import Document


def judge_pair(
    pair: Pair, first: str, second: str, knowledge: Knowledge, memories: Memories
) -> list[str]:
    """How two neighbours, `first` and `second` as written, may be meant to be joined."""
    one, joint, two = pair
    otherwise = f"{two}-{one}" if joint == "-" else f"{one}-{two}"
    if joint not in (" ", "-") or memories.stories(otherwise) < KNOWN:
        return []
    if goes_with_any(first, second, knowledge):
        return []
    return [f"{second}-{first}" if joint == "-" else f"{first}-{second}"]


def judge_word(word: str, knowledge: Knowledge, memories: Memories) -> list[str] | None:
    """Which two names a word with a capital inside may be."""
    if not may_be_two(word):
        return None
    forms = parted_forms(split_possessive(word)[0], knowledge)
    return [right for right in forms if memories.stories(fold(right)) >= KNOWN] or None


def may_be_two(word: str) -> bool:
    """Whether a word has a capital behind a small letter, where a space may be missing."""
    return not (word.islower() or word.isupper() or word[1:].islower())


class ReassembledNames:
    """Looks in one document for names that are printed in another order, or joined otherwise."""

    def __init__(
        self, rule: Rule, document: Document, knowledge: Knowledge, memories: Memories
    ) -> None:
        """Report as `rule` says, by what is in `memories`."""
        self._rule, self._document, self._knowledge = rule, document, knowledge
        self._printed = printed_beside(document, memories, knowledge)

    def of_words(self, found: Mapping[str, list[str]]) -> Iterator[Finding]:
        """The findings for words that may be two."""
        for word, rights in found.items():
            for at in self._document.positions(word):
                yield from self._report(at, at, rights)

    def of_pairs(self, found: Mapping[Surface, list[str]]) -> Iterator[Finding]:
        """The findings for neighbours that may be meant to be joined otherwise."""
        places = surfaces_in(self._document)
        for surface, rights in found.items():
            for pair in places[surface] if rights else ():
                if not is_chance(pair, self._document, self._knowledge.lexicon):
                    yield from self._report(pair.first, pair.second, rights)

    def _report(self, first: int, last: int, rights: list[str]) -> Iterator[Finding]:
        """The finding for the words from `first` to `last`, if they are printed otherwise."""
        document, printed = self._document, self._printed
        start, end = document.stretch(first, last)
        place = Span(start, end - len(split_possessive(document.words[last])[1]))
        found = document.text[place.start : place.end]
        for right in rights:
            if is_printed_otherwise(found, right, printed) and not in_right_name(
                first, document, self._knowledge
            ):
                slots = {
                    "stories": f"{printed.stories(fold(right))} stories",
                    "last": "",
                    "others": ("none", "one")[printed.stories(fold(found))],
                }
                yield new_finding(
                    self._rule, document, place, right, slots=slots, applicability=UNSAFE
                )
                return
