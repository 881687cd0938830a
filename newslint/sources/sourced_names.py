"""Names that the sources have, found by their words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_ordinary
from newslint.lexicon.folding import fold
from newslint.sources.mentions import Mention, mentions, span_of
from newslint.sources.name_classes import QUALIFIERS
from newslint.sources.same_names import (
    LONG,
    NICKNAMES_OF,
    initials_of,
    is_same_part,
    is_same_word,
    is_slip_of,
)

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.sources.reference import Reference, References
    from newslint.text.document import Document


class Sourced(NamedTuple):
    """A name of the sources: its words, how it is written, and where it stands first."""

    keys: tuple[str, ...]
    mention: Mention
    reference: Reference

    @property
    def written(self) -> str:
        """The name as the source writes it."""
        return self.reference.said(span_of(self.mention, self.reference.document))

    @property
    def where(self) -> str:
        """The file and line of the name."""
        return self.reference.where(self.reference.document.span(self.mention.first).start)

    def written_word(self, key: str) -> str:
        """A word of the name as the source writes it, without a possessive ending."""
        at = self.keys.index(key)
        return self.reference.document.stem(self.mention.first + at)[0]

    @property
    def evidence(self) -> str:
        """The file and line of the name, and what is said there."""
        return self.reference.evidence(span_of(self.mention, self.reference.document))


class SourcedNames:
    """All names of the sources."""

    def __init__(self, references: References, knowledge: Knowledge) -> None:
        self._references, self._knowledge = references, knowledge
        self._variants: dict[str, list[str]] = {}
        self.names: dict[tuple[str, ...], Sourced] = {}
        self.places: dict[tuple[str, ...], list[Sourced]] = {}
        """Every place of each name."""
        self.around: dict[str, set[str]] = {}
        """The words that stand near names, by the last word of each."""
        self.titled: dict[str, list[Sourced]] = {}
        """The names that stand behind a title, by the last word of each."""
        for reference in references.all:
            for mention in mentions(reference.document, knowledge):
                key = mention.keys[0]
                is_opening = mention.opens and len(mention.keys) == 1 and not mention.titles
                if not (is_opening and is_ordinary(key, knowledge)):
                    self._add(mention, reference)

    def _add(self, mention: Mention, reference: Reference) -> None:
        if mention.opening in QUALIFIERS:
            keys, first = (mention.opening, *mention.keys), mention.first - 1
            self._add(mention._replace(keys=keys, first=first, opening=""), reference)
        sourced = Sourced(mention.keys, mention, reference)
        self.places.setdefault(mention.keys, []).append(sourced)
        self.names.setdefault(mention.keys, sourced)
        if mention.titles:
            self.titled.setdefault(mention.keys[-1], []).append(sourced)
        around = reference.document.lowered[max(0, mention.first - 12) : mention.last + 13]
        self.around.setdefault(mention.keys[-1], set()).update(around)

    @cached_property
    def by_word(self) -> dict[str, list[Sourced]]:
        """The names that have a word."""
        found: dict[str, list[Sourced]] = {}
        for sourced in self.names.values():
            for key in dict.fromkeys(sourced.keys):
                found.setdefault(key, []).append(sourced)
        return found

    @cached_property
    def _by_initial(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.by_word:
            found.setdefault(word[0], []).append(word)
        return found

    def has(self, mention: Mention, document: Document) -> bool:
        """Whether a source has the name, whole or in parts or as its initials."""
        keys = mention.keys
        if f" {' '.join(keys)} " in self.text:
            return True
        if len(keys) > 1 and not self._shouted.isdisjoint(initials_of(keys)):
            return True
        if len(keys) == 1 and self._is_initials(keys[0], document):
            return True
        same = (self.variants(key) for key in keys)
        names = (name for words in same for word in words for name in self.by_word[word])
        return any(self._is_within(keys, theirs.keys) for theirs in names)

    def _is_initials(self, key: str, document: Document) -> bool:
        if len(key) > 1 and document.counts.get(key.upper()):
            return any(key in initials_of(keys) for keys in self.names if len(keys) > 1)
        return False

    def _is_within(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
        """Whether all our words stand among theirs, in order."""
        at = 0
        same = is_same_part if len(ours) > 1 < len(theirs) else is_same_word
        for key in theirs:
            if at < len(ours) and same(ours[at], key, self._knowledge):
                at += 1
        return at == len(ours)

    @cached_property
    def _shouted(self) -> frozenset[str]:
        """Every word of the sources that stands in capitals, folded."""
        words = (word for each in self._references.all for word in each.document.distinct)
        return frozenset(fold(word) for word in words if word.isupper() and len(word) > 1)

    def variants(self, key: str) -> list[str]:
        """The words of names that are the same as `key`, if only in another form."""
        if key not in self._variants:
            likely = [*self._by_initial.get(key[0], ()), *NICKNAMES_OF.get(key, ())]
            self._variants[key] = [
                word
                for word in likely
                if word in self.by_word and is_same_word(key, word, self._knowledge)
            ]
        return self._variants[key]

    def slips(self, key: str, long: int = LONG) -> list[str]:
        """The words of names that a slip may make `key` of."""
        most = 2 if len(key) >= long - 1 else 1
        return [
            word
            for word in self.by_word
            if abs(len(word) - len(key)) <= most and is_slip_of(key, word, long)
        ]

    @cached_property
    def text(self) -> str:
        """All words of the sources, folded, each between spaces."""
        key = self._knowledge.key
        words = (" ".join(map(key, each.document.words)) for each in self._references.all)
        return f" {' | '.join(words)} "

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the sources."""
        return frozenset(self.text.split(" "))


def sourced_names(references: References, knowledge: Knowledge) -> SourcedNames:
    """The names of the sources, gathered once."""
    if "names" not in references.memo:
        references.memo["names"] = SourcedNames(references, knowledge)
    found: SourcedNames = references.memo["names"]  # type: ignore[assignment]
    return found
