"""Audit: in come the names of a book, out come its faults, each with its place.

A book is edited for years by many hands. What is wrong in one entry alone is refused when it is
read; what two entries say of each other is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.book.names import Ruling, correction
from newslint.book.shelf import right_spellings
from newslint.fold import fold
from newslint.rule import Name, Where

STYLES = ("ap", "bbc", "guardian", "reuters")


class Fault(NamedTuple):
    """Something that a book says and cannot mean."""

    where: Where
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def audit(names: Iterable[Name], common: Callable[[str], bool] | None = None) -> list[Fault]:
    """The faults of a book of names, in the order of its files.

    `common` says of a folded word whether it is one that copy is full of: what is listed as a
    misspelling of a name must not be.
    """
    book = list(names)
    right = _by_key(book, right_spellings)
    faults = [
        *_named_twice(book, right),
        *_right_and_wrong(book, right),
        *_claimed_twice(book),
        *_said_twice(book),
        *_unknown_styles(book),
    ]
    if common is not None:
        faults += _common_words(book, common)
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
    """One spelling that is right in two entries: two names for one, or one entry too many.

    People share names, and so do people and places: an alias may be common to two entries.
    """
    for name in book:
        for other in right[fold(name.name)]:
            if other.where >= name.where or other.kind != name.kind:
                continue
            what = "the name" if fold(other.name) == fold(name.name) else "an alias"
            yield Fault(name.where, f"'{name.name}' is also {what} in {other.where}")


def _right_and_wrong(book: Sequence[Name], right: dict[str, list[Name]]) -> Iterator[Fault]:
    """Spellings that one entry corrects and another, or the same, calls right."""
    for name in book:
        own = {fold(spelling) for spelling in right_spellings(name)}
        for spelling in _wrong(name):
            key = fold(spelling)
            others = [other for other in right.get(key, ()) if other != name]
            if others:
                yield Fault(
                    name.where, f"'{spelling}' is wrong here and right in {others[0].where}"
                )
            elif key in own and spelling in name.misspellings and spelling.isascii():
                yield Fault(
                    name.where, f"'{spelling}' differs from what is right in nothing we see"
                )


def _claimed_twice(book: Sequence[Name]) -> Iterator[Fault]:
    """A misspelling of two names that are put right differently."""
    for key, claimants in _by_key(book, _wrong).items():
        first, *others = claimants
        for other in others:
            rights = {_correction(key, name) for name in (first, other)}
            if len(rights) > 1:
                message = f"'{_as_written(key, other)}' is also a misspelling in {first.where}"
                yield Fault(other.where, message)


def _said_twice(book: Sequence[Name]) -> Iterator[Fault]:
    """One spelling in two lists of one entry, or twice in one list."""
    for name in book:
        seen: set[str] = set()
        for spelling in (*right_spellings(name), *_wrong(name), *name.distinct):
            if spelling in seen:
                yield Fault(name.where, f"'{spelling}' stands twice in this entry")
            seen.add(spelling)


def _unknown_styles(book: Sequence[Name]) -> Iterator[Fault]:
    for name in book:
        for style, _ in name.styles:
            if style not in STYLES:
                yield Fault(name.where, f"unknown style '{style}': known are {', '.join(STYLES)}")


def _common_words(book: Sequence[Name], common: Callable[[str], bool]) -> Iterator[Fault]:
    for name in book:
        for spelling in _wrong(name):
            key = fold(spelling)
            if " " not in key and common(key):
                yield Fault(name.where, f"'{spelling}' is an ordinary word")


def _correction(key: str, name: Name) -> str:
    return correction(Ruling("misspelling", _as_written(key, name), name, 0))


def _as_written(key: str, name: Name) -> str:
    return next(spelling for spelling in _wrong(name) if fold(spelling) == key)
