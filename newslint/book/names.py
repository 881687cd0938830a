"""Look up the rulings of the names book on a folded word or spelling.

Books are in layers, the nearest first. The nearer layer's ruling on a spelling wins. An entry of
the same name in a farther layer adds to it; one under another name there is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newslint.book.spelling_keys import (
    FIRST,
    IN_RIGHT,
    PAIR,
    PART,
    WHOLE,
    pairs_of,
    right_spellings,
)
from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.compiled import CompiledBook
    from newslint.core.name import Name


CANONICAL, ALIAS, MISSPELLING = "canonical", "alias", "misspelling"

INSTEAD_OF, DISTINCT = "instead_of", "distinct"

RIGHT = (CANONICAL, ALIAS)
"""The roles of a spelling that is right as it stands."""

MOST_WORDS = 5
"""Maximum words of a spelling that copy is searched for."""

REMEMBERED = 2_000
"""Maximum cached answers of each sort."""


class Ruling(NamedTuple):
    """What the book says of one spelling: its role in the entry `name`, and its layer.

    `spelling` is the book's own. It may differ from the copy in accents or capitals; checks decide
    whether that matters.
    """

    role: str
    spelling: str
    name: Name
    layer: int


class Names:
    """Every name of every layer, found by key; keys are `fold`ed text, words apart by one space."""

    def __init__(self, compiled_books: Sequence[CompiledBook]) -> None:
        """Take the layers, the nearest first."""
        self._compiled_books = tuple(compiled_books)
        self._rulings = lru_cache(REMEMBERED)(lambda key: tuple(self._ask(key)))
        self.longest = max((compiled.longest for compiled in compiled_books), default=0)
        """The most words that any spelling has."""

    def __len__(self) -> int:
        """The number of entries; those that a nearer layer replaces count, too."""
        return sum(compiled.count for compiled in self._compiled_books)

    def __iter__(self) -> Iterator[Name]:
        """Every entry, the nearest layer first, without replaced ones."""
        for layer, compiled in enumerate(self._compiled_books):
            yield from (name for name in compiled.names() if not self._replaced(name, layer))

    def lookup(self, key: str) -> tuple[Ruling, ...]:
        """Every ruling on this spelling, the nearest layer first.

        A layer that calls it right or wrong hides the layers behind it; rulings that it is
        `distinct` from a name come from all layers.
        """
        for compiled in self._compiled_books:
            if compiled.may_have(key):
                return self._rulings(key)
        return ()

    def has_word(self, word: str) -> bool:
        """Whether `word` is a right spelling, or part of one."""
        if self._uses(word) & IN_RIGHT:
            return True
        return any(ruling.role in RIGHT for ruling in self.lookup(word))

    def concerns(self, word: str) -> bool:
        """Whether any layer may have `word` as a spelling, or has it as a word of one."""
        return any(
            compiled.may_have(word) or compiled.uses(word) or compiled.partners(word)
            for compiled in self._compiled_books
        )

    def partners(self, word: str) -> frozenset[str]:
        """The words beside which `word` is wrong.

        They stand with it in a misspelling or unwanted spelling; `word` is not in the right one.
        """
        return frozenset(
            other for compiled in self._compiled_books for other in compiled.partners(word)
        )

    def starts(self, word: str) -> bool:
        """Whether any spelling of several words, right or wrong, begins with `word`."""
        return bool(self._uses(word) & FIRST)

    def with_word(self, word: str) -> list[Name]:
        """Names of which `word` is a part, the nearest layer first."""
        return self._found(PART + word)

    def near(self, word: str) -> tuple[str, ...]:
        """Words of pairs of right spellings that are one edit (OSA) from `word`."""
        return tuple(
            sorted({end for compiled in self._compiled_books for end in compiled.near(word)})
        )

    def near_alone(self, word: str) -> tuple[str, ...]:
        """Right spellings of one word that are one edit from `word`."""
        found = (compiled.near_alone(word) for compiled in self._compiled_books)
        return tuple(sorted({near for some in found for near in some}))

    def between(self, first: str, last: str) -> Iterator[tuple[str, Name]]:
        """Right spellings of which these two words are a pair (`pairs_of`), each with its entry."""
        for name in self._found(f"{PAIR}{first} {last}"):
            for spelling in right_spellings(name):
                if (first, last) in pairs_of(fold(spelling)):
                    yield spelling, name

    def _ask(self, key: str) -> Iterator[Ruling]:
        settled = False
        for layer, compiled in enumerate(self._compiled_books):
            behind = settled
            for name in compiled.find(WHOLE + key):
                for role, spelling in _roles(name):
                    if fold(spelling) != key or (behind and role != DISTINCT):
                        continue
                    if not self._replaced(name, layer):
                        settled = settled or role != DISTINCT
                        yield Ruling(role, spelling, name, layer)

    def _uses(self, word: str) -> int:
        uses = 0
        for compiled in self._compiled_books:
            uses |= compiled.uses(word)
        return uses

    def _found(self, key: str) -> list[Name]:
        return [
            name
            for layer, compiled in enumerate(self._compiled_books)
            for name in compiled.find(key)
            if not self._replaced(name, layer)
        ]

    def _replaced(self, name: Name, layer: int) -> bool:
        """Whether a nearer layer has another name for the same person or thing."""
        return layer > 0 and any(
            fold(nearer.name) == key
            for key in {fold(alias) for alias in name.aliases} - {fold(name.name)}
            for compiled in self._compiled_books[:layer]
            for nearer in compiled.find(WHOLE + key)
        )


def _roles(name: Name) -> Iterator[tuple[str, str]]:
    """Every spelling in an entry, with its role."""
    yield CANONICAL, name.name
    for role, spellings in (
        (ALIAS, name.aliases),
        (MISSPELLING, name.misspellings),
        (INSTEAD_OF, name.instead_of),
        (DISTINCT, name.distinct),
    ):
        for spelling in spellings:
            yield role, spelling
