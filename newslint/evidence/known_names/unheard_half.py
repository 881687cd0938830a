"""Question 2 for a word of which nobody has heard: whether a title or a name of the book is near.

Beside another word it may be half of a title: nobody is called Zelleweger, and the encyclopedia has
a Renee Zellweger. What speaks against a slip is in how many titles the other word stands: many a
John has a name that is like some other John's.
Only slips of the fingers count, since another vowel is another alphabet's (Buzunesh, Bizunesh).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import log10

from newslint.book.names import RIGHT
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.coinage import are_spellings
from newslint.evidence.known_names.known_name import Doubt
from newslint.evidence.morphology import comes_otherwise
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.lexicon.lexicon import Lexicon


LETTERS = "abcdefghijklmnopqrstuvwxyz"

SHORTEST = 5
"""Letters of the shortest word that is looked at; the other may have two fewer."""

FIRST_LETTERS = 15
"""Of so many titles with a word one begins the other word with the right letter."""

BEGIN = 4
"""Letters behind which all words are looked through."""

REMEMBERED = 500
"""Words that nobody has heard of, whose neighbours are cached."""


def doubt_unheard(first: str, second: str, knowledge: Knowledge) -> Iterator[Doubt]:
    """Readings of two words as a title, of which one half is misspelt and nobody's name."""
    for key, other, last in ((second, first, True), (first, second, False)):
        if not is_unheard(key, knowledge) or len(other) < SHORTEST - 2 or not other.isalpha():
            continue
        if knowledge.lexicon.is_title(f"{first} {second}"):
            return
        rights, titles = (behind if last else ahead)(key, other, knowledge)
        for right in rights:
            kind = slip_kind(key, right)
            if (
                kind in known_w.TYPING
                and not comes_otherwise(key, right, knowledge)
                and not are_spellings(key, right, knowledge)
            ):
                weight = (
                    known_w.UNHEARD_HALF
                    + typo_w.SLIP_OF_WORD * w.SLIPS[kind]
                    + known_w.SWAPPED_HALF * (kind == "transposed")
                    + known_w.EVERY_LETTER * (len(key) - known_w.USUAL_LETTERS)
                    - log10(max(1.0, titles))
                )
                whole = f"{other} {right}" if last else f"{right} {other}"
                reason = f"'{whole.title()}' is a known name, and nobody is called '{key.title()}'"
                title = not shipped_names().count(whole).publishers
                yield Doubt(weight, key, right, (reason,), title)


def doubt_booked(key: str, knowledge: Knowledge) -> Doubt | None:
    """The likeliest name of one word in the book that an unheard-of word may be a slip for."""
    if not is_unheard(key, knowledge):
        return None
    return max(booked(key, knowledge), default=None)


def booked(key: str, knowledge: Knowledge) -> Iterator[Doubt]:
    """Readings of a word as a name in the book, a slip of the fingers away."""
    for right in knowledge.names.near_alone(key):
        kind = slip_kind(key, right)
        if (
            kind not in known_w.TYPING
            or comes_otherwise(key, right, knowledge)
            or knowledge.are_distinct(key, right)
        ):
            continue
        weight = (
            known_w.IN_BOOK
            + w.SLIPS[kind]
            + known_w.EVERY_LETTER * (min(len(key), len(right)) - known_w.USUAL_LETTERS)
        )
        for ruling in knowledge.names.lookup(right):
            if ruling.role in RIGHT:
                reason = f"{knowledge.book_of(ruling.name)} has '{ruling.name.name}'"
                yield Doubt(weight, key, right, (reason.replace("{", ""),))


def is_unheard(key: str, knowledge: Knowledge) -> bool:
    """Whether nobody has heard of a word, and nobody prints it."""
    flags, zipf, titles = knowledge.entry(key)
    if flags or zipf >= known_w.UNHEARD_ZIPF or titles > 1:
        return False
    if len(key) < SHORTEST or not key.isalpha() or not key.isascii() or knowledge.is_right(key):
        return False
    return not shipped_names().count(key).times


def behind(key: str, other: str, knowledge: Knowledge) -> tuple[list[str], float]:
    """Words that follow `other` in titles, a slip from `key`, and how many may have done so."""
    lexicon = knowledge.lexicon
    words = words_near(key, lexicon) if knowledge.entry(other).titles else ()
    near = [right for right in words if lexicon.is_title(f"{other} {right}")]
    return near, len(lexicon.titles_starting(f"{other} {key[0]}")) if near else 0.0


def ahead(key: str, other: str, knowledge: Knowledge) -> tuple[list[str], float]:
    """Words that precede `other` in titles, a slip from `key`, and how many may have done so."""
    is_title, titles = knowledge.lexicon.is_title, knowledge.entry(other).titles
    near = words_near(key, knowledge.lexicon) if titles else ()
    return [right for right in near if is_title(f"{right} {other}")], titles / FIRST_LETTERS


@lru_cache(REMEMBERED)
def words_near(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of the lexicon one edit from a key, of its first letter and without marks.

    It has every word of its titles. Behind a few letters, there are fewer words than edits.
    """
    near = {*filter(lexicon.has, edited_within(key, BEGIN))}
    near.update(
        word
        for word in lexicon.starting(key[:BEGIN])
        if word.isascii() and word.isalpha() and is_one_edit_apart(key, word)
    )
    return tuple(sorted(near))


def edited_within(key: str, begin: int) -> set[str]:
    """All that is one edit from `key`, among its letters from the second up to the `begin`-th.

    >>> "moammar" in edited_within("mommar", 3), "mommra" in edited_within("mommar", 3)
    (True, False)
    """
    found = set[str]()
    for at in range(1, min(begin, len(key))):
        head, rest, tail = key[:at], key[at:], key[at + 1 :]
        found.update(f"{head}{letter}{rest}" for letter in LETTERS)
        found.update(f"{head}{letter}{tail}" for letter in LETTERS)
        found.add(head + tail)
        found.add(f"{head}{tail[:1]}{rest[0]}{tail[1:]}")
    found.discard(key)
    return found
