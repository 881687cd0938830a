"""Misspellings that are nearer to something else than to what the book makes of them.

Each would be a fix that is wrong: of one plant to its owner (VinFats, Vingroup), of many to one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.authoring.fault import Fault
from newslint.book.correction import WITHOUT_PLURAL, correction
from newslint.book.names import MISSPELLING, Ruling
from newslint.book.spelling_keys import right_spellings
from newslint.core.name import Name
from newslint.core.record import NamedTuple
from newslint.lexicon.edit_distance import deletions, distance, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.text.tokenizer import split_possessive


class Wrong(NamedTuple):
    """One misspelling of an entry, folded, and its correction."""

    name: Name
    spelling: str
    key: str
    right: str
    slips: int


def nearness_faults(book: Sequence[Name], behind: Iterable[Name]) -> Iterator[Fault]:
    """Misspellings of `book` whose fix may name somebody else or change the number.

    `behind` are the names of the layers below the book.
    """
    wrong = [_wrong(name, spelling) for name in book for spelling in name.misspellings]
    for one in wrong:
        yield from _losing_its_ending(one)
    far = [one for one in wrong if one.slips > 1]
    if far:
        for names in (book, behind):
            yield from _nearer_to_another(far, names)


def _wrong(name: Name, spelling: str) -> Wrong:
    right = correction(Ruling(MISSPELLING, spelling, name, 0))
    key = fold(spelling)
    return Wrong(name, spelling, key, right, distance(key, fold(right)))


def _losing_its_ending(wrong: Wrong) -> Iterator[Fault]:
    """Misspellings that end in a plural or possessive ending, which the fix would remove.

    Names of several words are exempt: nobody speaks of the Federal Bureaus.
    """
    key, right = wrong.key, fold(wrong.right)
    if split_possessive(key)[1] and not split_possessive(right)[1]:
        message = f"'{wrong.spelling}' is a possessive, and '{wrong.right}' is none"
        yield Fault(wrong.name.where, message, "endings need no entry: leave it out")
    elif key.endswith("s") and " " not in key and not right.endswith(WITHOUT_PLURAL):
        plural = f"{wrong.right}s"
        if distance(key, fold(plural)) < wrong.slips:
            message = f"'{wrong.spelling}' is nearer to '{plural}' than to '{wrong.right}'"
            hint = f"list '{plural}' under aliases, or the misspelling of one"
            yield Fault(wrong.name.where, message, hint)


def _nearer_to_another(far: Iterable[Wrong], names: Iterable[Name]) -> Iterator[Fault]:
    """Misspellings two slips or more from their own name but one slip from another name."""
    by_form: dict[str, list[Wrong]] = {}
    lengths: set[int] = set()
    for wrong in far:
        lengths.update(range(len(wrong.key) - 1, len(wrong.key) + 2))
        for form in {wrong.key, *deletions(wrong.key)}:
            by_form.setdefault(form, []).append(wrong)
    for name in names:
        for right in right_spellings(name):
            key = fold(right)
            if len(key) not in lengths:
                continue
            forms = (key, *deletions(key))
            for wrong in {wrong for form in forms for wrong in by_form.get(form, ())}:
                if is_one_edit_apart(wrong.key, key) and not _are_one(wrong.name, name):
                    message = f"'{wrong.spelling}' is nearer to '{right}' in {name.where}"
                    yield Fault(wrong.name.where, message, "list it there, or not at all")


def _are_one(a: Name, b: Name) -> bool:
    """Whether two entries, from one layer or two, are of the same name."""
    return not {fold(s) for s in right_spellings(a)}.isdisjoint(map(fold, right_spellings(b)))
