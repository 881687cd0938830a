"""Keys under which a compiled book has a name, and the words of a name.

Spellings are folded (lexicon/folding.py). A key is a mark and one or two words, or a whole
spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from newslint.core.name import Name
from newslint.lexicon.folding import fold

WHOLE, PAIR, PART = "=&+"
"""What a key of an entry says of its words: a whole spelling; the first and last word, or any
word, of a right one of several."""

SAME, NEAR = "=~"
"""What a key of a word says: the word itself; an end of names with a letter left out, by which a
slip of it is found (see `closeness.shortened`)."""

IN_RIGHT, FIRST, END = (1 << bit for bit in range(3))
"""Uses of a word: in a right spelling of several; as the first of several, right or wrong; as the
first or last of a right one."""


class Spellings(NamedTuple):
    """The folded spellings of an entry: right ones, wrong ones, and those of other names."""

    right: list[str]
    wrong: list[str]
    distinct: list[str]

    @classmethod
    def of(cls, name: Name) -> Spellings:
        """Those of `name`."""
        wrong = (*name.misspellings, *name.instead_of)
        return cls(
            *(list(map(fold, some)) for some in (right_spellings(name), wrong, name.distinct))
        )


def right_spellings(name: Name) -> tuple[str, ...]:
    """The canonical name and its aliases."""
    return name.name, *name.aliases


def words_of(key: str) -> list[str]:
    """The words of a folded spelling as an article has them, where hyphens and stops part words."""
    return key.replace("-", " ").replace(".", " ").split()


def keys_of(spellings: Spellings) -> Iterator[str]:
    """Every key under which their entry is found; some come twice."""
    for some in spellings:
        yield from (WHOLE + key for key in some)
    for first, *_, last in _several(spellings):
        yield f"{PAIR}{first} {last}"
    for word in _parts(spellings):
        yield PART + word


def uses_of(spellings: Spellings) -> Iterator[tuple[str, int]]:
    """Their words, each with uses of it; some come twice."""
    for word in _parts(spellings):
        yield word, IN_RIGHT
    for some in spellings:
        for first, *rest in filter(None, map(words_of, some)):
            if rest:
                yield first, FIRST
    for first, *_, last in _several(spellings):
        yield first, END
        yield last, END


def partners_of(name: Name, spellings: Spellings) -> Iterator[tuple[str, str]]:
    """Words with a capital by which a wrong spelling of several is found, each with another in it.

    They lead to it that are wrong themselves, and to those that are wrong where only words without
    a capital are (Ching-teh, van der).
    """
    small = _without_capital(name)
    for words, wrong in _wrong(spellings):
        leading = [word for word in wrong if word not in small]
        if not leading:
            yield from product((word for word in words if word not in small), wrong)
        for at, word in enumerate(words):
            if word in leading:
                yield from ((word, other) for other in words[:at] + words[at + 1 :])


def _without_capital(name: Name) -> set[str]:
    """The folded words that have no capital in any of its wrong spellings of several."""
    several = (
        wrong for wrong in (*name.misspellings, *name.instead_of) if len(words_of(wrong)) > 1
    )
    return {fold(word) for wrong in several for word in words_of(wrong) if word[0].islower()}


def _several(spellings: Spellings) -> Iterator[list[str]]:
    """The right ones of several words, hyphens within words."""
    return (key.split(" ") for key in spellings.right if " " in key)


def _parts(spellings: Spellings) -> Iterable[str]:
    """The words of right ones of several, with and without their hyphens and stops.

    They keep their order, so that a book that is compiled again is the same byte for byte.
    """
    several = (key for key in spellings.right if len(words_of(key)) > 1)
    return dict.fromkeys(word for key in several for word in _forms(key))


def _wrong(spellings: Spellings) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each wrong one, and those of them that stand in no right one.

    Where hyphens alone differ, no word is wrong, and each leads to the rest.
    """
    right = {word for key in spellings.right for word in _forms(key)} if spellings.wrong else set()
    for words in map(words_of, spellings.wrong):
        yield words, [word for word in words if word not in right] or words


def _forms(key: str) -> list[str]:
    """Its words with hyphens and stops, and without."""
    return key.split(" ") + words_of(key)
