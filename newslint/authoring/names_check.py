"""Check the names of a book: its faults, each with its place and a hint.

A book is edited for years by many hands. What is wrong in one entry alone is refused when it is
read; what two entries say of each other, and what the world says of one, is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.authoring.fault import Fault
from newslint.authoring.name_nearness import nearness_faults
from newslint.book.correction import correction
from newslint.book.names import MOST_WORDS, RIGHT, Ruling
from newslint.book.spelling_keys import right_spellings
from newslint.checks.names_misspelt import ends_name
from newslint.core.name import Name
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import NAMED, PLACE, WORD
from newslint.text.document import Document
from newslint.text.prose import Prose

if TYPE_CHECKING:
    from newslint.book.names import Names
    from newslint.lexicon.lexicon import Entry


COMMON = 2.5
"""Zipf frequency from which an ordinary word is common in copy."""


_WITH_THE_REST = "list it with the rest of the name"

_NOT_WRONG = "what is right elsewhere belongs under instead_of"


def audit(
    names: Iterable[Name],
    standing: Callable[[str], Entry] | None = None,
    behind: Names | None = None,
) -> list[Fault]:
    """The faults of a book of names, in the order of its files.

    `standing` gives the lexicon's entry of a folded word: a misspelling must be neither an
    ordinary word nor somebody's name. `behind` are the names of the layers below this book.
    """
    book = list(names)
    right = _by_key(book, right_spellings)
    faults = [
        *_named_twice(book, right),
        *_right_and_wrong(book, right),
        *_claimed_twice(book),
        *_said_twice(book),
        *_never_found(book),
        *nearness_faults(book, behind or ()),
    ]
    if standing is not None:
        faults += _borne(book, standing)
    if behind is not None:
        faults += _right_behind(book, behind)
    return sorted(set(faults))


def _by_key(
    book: Sequence[Name], spellings: Callable[[Name], Iterable[str]]
) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in book:
        for key in {fold(spelling) for spelling in spellings(name)}:
            found.setdefault(key, []).append(name)
    return found


def _wrong(name: Name) -> tuple[str, ...]:
    return (*name.misspellings, *name.instead_of)


def _named_twice(book: Sequence[Name], right: dict[str, list[Name]]) -> Iterator[Fault]:
    """Faults of one spelling that is right in two entries: one entry may be a duplicate.

    Two entries may share an alias, since people and places share names.
    """
    for name in book:
        for other in right[fold(name.name)]:
            if other.where >= name.where or other.kind != name.kind:
                continue
            what = "the name" if fold(other.name) == fold(name.name) else "an alias"
            message = f"'{name.name}' is also {what} in {other.where}"
            yield Fault(name.where, message, "make one entry of the two")


def _right_and_wrong(book: Sequence[Name], right: dict[str, list[Name]]) -> Iterator[Fault]:
    """Faults of spellings that one entry corrects and another, or the same one, calls right."""
    for name in book:
        own = {fold(spelling) for spelling in right_spellings(name)}
        for spelling in _wrong(name):
            key = fold(spelling)
            others = [other for other in right.get(key, ()) if other != name]
            if others:
                message = f"'{spelling}' is wrong here and right in {others[0].where}"
                yield Fault(name.where, message, "drop one of the two")
            elif key in own and spelling in name.misspellings and spelling.isascii():
                message = f"'{spelling}' differs from what is right in nothing we see"
                yield Fault(name.where, message, "capitals and accents need no entry: drop it")


def _claimed_twice(book: Sequence[Name]) -> Iterator[Fault]:
    """Faults of a misspelling that two entries correct differently."""
    for key, claimants in _by_key(book, _wrong).items():
        first, *others = claimants
        for other in others:
            rights = {_correction(key, name) for name in (first, other)}
            if len(rights) > 1:
                message = f"'{_as_written(key, other)}' is also a misspelling in {first.where}"
                yield Fault(other.where, message, _WITH_THE_REST)


def _said_twice(book: Sequence[Name]) -> Iterator[Fault]:
    """Faults of a spelling that stands in two lists of an entry, or twice in one list."""
    for name in book:
        seen: set[str] = set()
        for spelling in (*right_spellings(name), *_wrong(name), *name.distinct):
            if spelling in seen:
                yield Fault(name.where, f"'{spelling}' stands twice in this entry", "drop one")
            seen.add(spelling)


def _never_found(book: Sequence[Name]) -> Iterator[Fault]:
    """Faults of misspellings that newslint can never find in copy."""
    for name in book:
        words = {word for right in right_spellings(name) for word in fold(right).split()}
        for spelling in _wrong(name):
            hint = _unseen(spelling, words)
            if hint:
                yield Fault(name.where, f"'{spelling}' can never be found in copy", hint)


def _unseen(spelling: str, right: set[str]) -> str:
    """Why `spelling` is never found; empty if it is. `right` has the words of right spellings."""
    document = Document(Prose.plain(spelling))
    words, key = document.words, fold(spelling)
    if len(words) > MOST_WORDS:
        return f"list the {MOST_WORDS} words or fewer that are wrong"
    if not words:
        return "addresses and file names are no prose"
    if fold(spelling[slice(*document.stretch(0, len(document.words) - 1))]) != key:
        return "it begins or ends with a mark: leave that out"
    if len(words) > 1 and not ends_name(len(words) - 1, document):
        return "its last word has no capital: leave that out"
    if right.issuperset(key.split()):
        return "each of its words stands in a right spelling as well"
    return ""


def _borne(book: Sequence[Name], standing: Callable[[str], Entry]) -> Iterator[Fault]:
    """Faults of misspellings that are an ordinary word or somebody's name.

    Spellings under instead_of are exempt: they are right elsewhere by definition.
    """
    for name in book:
        for spelling in name.misspellings:
            if " " in fold(spelling):
                continue
            known = standing(fold(spelling))
            if known.flags & WORD and known.zipf >= COMMON:
                hint = _NOT_WRONG if name.kind == "term" else _WITH_THE_REST
                yield Fault(name.where, f"'{spelling}' is an ordinary word", hint)
            elif known.flags & NAMED:
                what = "the name of a place" if known.flags & PLACE else "what others are called"
                yield Fault(name.where, f"'{spelling}' is {what}", _WITH_THE_REST)


def _right_behind(book: Sequence[Name], behind: Names) -> Iterator[Fault]:
    """Faults of misspellings that are another's right name in a layer below."""
    for name in book:
        own = {fold(spelling) for spelling in right_spellings(name)}
        for spelling in name.misspellings:
            for ruling in behind.lookup(fold(spelling)):
                if ruling.role in RIGHT and own.isdisjoint(map(fold, right_spellings(ruling.name))):
                    message = f"'{spelling}' is wrong here and right in {ruling.name.where}"
                    yield Fault(name.where, message, _NOT_WRONG)
                    break


def _correction(key: str, name: Name) -> str:
    return correction(Ruling("misspelling", _as_written(key, name), name, 0))


def _as_written(key: str, name: Name) -> str:
    return next(spelling for spelling in _wrong(name) if fold(spelling) == key)
