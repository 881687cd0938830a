"""Keys by which a compiled book finds a name, and the words of a name.

Spellings are folded (lexicon/folding.py). A key is a mark and words: one, two or a whole
spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from newslint.core.name import Name
from newslint.core.record import NamedTuple
from newslint.lexicon.folding import fold

WHOLE, PAIR, PART = "=&+"
"""Marks of keys of entries: a whole spelling; a pair of words (see `pairs_of`), or any word, of a
right spelling of several words."""

SAME, NEAR, OUTER = "=~^"
"""Marks of keys of words: the word itself; a word of a pair without one of its letters, which finds
slips of it (see `edit_distance.deletions`); the outer letters of a word that is a name by
itself, of which most slips leave some."""

IN_RIGHT, FIRST, END, ALONE = (1 << bit for bit in range(4))
"""Uses of a word: in a right spelling of several words; as the first word of a spelling of several;
as a word of a pair of a right one; as a right spelling by itself."""

SHORTEST_ALONE = 6
"""Minimum letters of a name of one word that is found by its slips."""


class Spellings(NamedTuple):
    """The folded spellings of an entry: right ones, wrong ones, and those of other names."""

    right: list[str]
    wrong: list[str]
    distinct: list[str]

    @classmethod
    def of(cls, name: Name) -> Spellings:
        """The folded spellings of `name`."""
        wrong = (*name.misspellings, *name.instead_of)
        return cls(
            *(list(map(fold, some)) for some in (right_spellings(name), wrong, name.distinct))
        )


def right_spellings(name: Name) -> tuple[str, ...]:
    """The canonical name and its aliases."""
    return name.name, *name.aliases


def words_of(key: str) -> list[str]:
    """The words of a folded spelling as in an article, where hyphens and stops separate words."""
    return key.replace("-", " ").replace(".", " ").split()


def pairs_of(key: str) -> Iterable[tuple[str, str]]:
    """The first word of a folded spelling with the last, and the two at its start and at its end.

    >>> list(pairs_of("jean-luc del varno"))
    [('jean-luc', 'varno'), ('jean', 'luc'), ('del', 'varno')]
    """
    first, *rest = key.split(" ")
    words = words_of(key)
    if not rest or len(words) < 2:
        return ()
    return dict.fromkeys(((first, rest[-1]), (words[0], words[1]), (words[-2], words[-1])))


def outer_keys(word: str) -> tuple[str, str]:
    """Keys of a word's outer letters.

    >>> outer_keys("harstom") == (OUTER + "harm", OUTER + "hstom")
    True
    """
    return f"{OUTER}{word[:3]}{word[-1]}", f"{OUTER}{word[0]}{word[-4:]}"


def keys_of(spellings: Spellings) -> Iterator[str]:
    """Every key that finds the entry; some come twice."""
    for some in spellings:
        yield from (WHOLE + key for key in some)
    for key in spellings.right:
        yield from (f"{PAIR}{first} {second}" for first, second in pairs_of(key))
    for word in _parts(spellings):
        yield PART + word


def uses_of(spellings: Spellings) -> Iterator[tuple[str, int]]:
    """The words, each with a use of it; some come several times."""
    for word in _parts(spellings):
        yield word, IN_RIGHT
    for some in spellings:
        for first, *rest in filter(None, map(words_of, some)):
            if rest:
                yield first, FIRST
    for key in spellings.right:
        yield from ((word, END) for pair in pairs_of(key) for word in pair)
        if key.isalpha() and len(key) >= SHORTEST_ALONE:
            yield key, ALONE


def partners_of(name: Name, spellings: Spellings) -> Iterator[tuple[str, str]]:
    """Pairs of a capitalised word that finds a wrong spelling, and another word in it.

    The first word is a wrong one. If only words without a capital are wrong, it is any capitalised
    one (Ching-teh, van der).
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


def _parts(spellings: Spellings) -> Iterable[str]:
    """The words of right spellings of several words, with and without hyphens and stops.

    Their order is fixed, so that a book compiled again is the same byte for byte.
    """
    several = (key for key in spellings.right if len(words_of(key)) > 1)
    return dict.fromkeys(word for key in several for word in forms_of(key))


def _wrong(spellings: Spellings) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each wrong spelling, and those of them that are in no right one.

    If only hyphens differ, no word is wrong, and each counts.
    """
    right = (
        {word for key in spellings.right for word in forms_of(key)} if spellings.wrong else set()
    )
    for words in map(words_of, spellings.wrong):
        yield words, [word for word in words if word not in right] or words


def forms_of(key: str) -> list[str]:
    """The words of a folded spelling with hyphens and stops, and without.

    >>> forms_of("idra al-varuni")
    ['idra', 'al-varuni', 'idra', 'al', 'varuni']
    """
    return key.split(" ") + words_of(key)
