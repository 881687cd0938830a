"""Findings for names whose parts the publication prints in another order, or joined otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.new_finding import new_finding
from newslint.checks.word_cache import VerdictCache
from newslint.core.finding import UNSAFE, Span
from newslint.evidence.name_context import in_right_name
from newslint.evidence.printed import printed_beside
from newslint.evidence.reassembled import is_printed_otherwise, other_joints, parted_forms
from newslint.lexicon.folding import fold
from newslint.memory.phrases import is_chance, neighbours_in
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories
    from newslint.text.document import Document


JUDGED = 10_000
"""Words and pairs whose verdicts are kept in the cache."""


class ReassembledNames:
    """Finds names in other forms than the publication prints, document by document."""

    def __init__(self, rule: Rule, knowledge: Knowledge, memories: Memories) -> None:
        """Report for `rule`, by what `memories` have."""
        self._rule, self._knowledge, self._memories = rule, knowledge, memories
        self._pairs = VerdictCache["tuple[str, str, str]", "list[str]"](self._judge_pair, JUDGED)
        self._words = VerdictCache["str", "list[str]"](self._judge_word, JUDGED)

    def __call__(self, document: Document) -> Iterator[Finding]:
        """The findings of a document."""
        words, lexicon = document.words, self._knowledge.lexicon
        for word, rights in self._words.verdicts(document.distinct):
            for at in document.positions(word):
                yield from self._report(document, at, at, rights)
        beside = {
            pair: (words[pair.first], pair.joint, split_possessive(words[pair.second])[0])
            for pair in neighbours_in(document)
        }
        found = dict(self._pairs.verdicts(frozenset(beside.values())))
        for pair, surface in beside.items():
            if surface in found and not is_chance(pair, document, lexicon):
                yield from self._report(document, pair.first, pair.second, found[surface])

    def _judge_pair(self, surface: tuple[str, str, str]) -> list[str] | None:
        known = self._memories.stories
        joints = other_joints(*surface, self._knowledge)
        return [right for right in joints if known(fold(right))] or None

    def _judge_word(self, word: str) -> list[str] | None:
        if word[1:] == word[1:].lower():
            return None
        known = self._memories.stories
        forms = parted_forms(split_possessive(word)[0], self._knowledge)
        return [right for right in forms if known(fold(right))] or None

    def _report(
        self, document: Document, first: int, last: int, rights: list[str]
    ) -> Iterator[Finding]:
        """The finding for the words from `first` to `last`, if they are printed otherwise."""
        start, end = document.stretch(first, last)
        place = Span(start, end - len(split_possessive(document.words[last])[1]))
        found = document.text[place.start : place.end]
        printed = printed_beside(document, self._memories, self._knowledge)
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
