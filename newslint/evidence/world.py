"""Evidence of the world: whether an unknown name is a known one misspelt.

Only the lexicon speaks here, of a word by itself or of two that stand together. A private person
who merely resembles somebody famous is the trap: hence the weight of what is rare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from newslint.book.keys import right_spellings
from newslint.closeness import one_apart, romanised, slip
from newslint.evidence import weights as w
from newslint.evidence.derived import is_derived
from newslint.evidence.renown import (
    LISTED_ANYHOW,
    familiarity,
    is_given,
    is_listed,
    is_ordinary,
)
from newslint.evidence.words import LONGEST
from newslint.fold import fold
from newslint.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, WORD
from newslint.mentions import TITLES

if TYPE_CHECKING:
    from newslint.knowledge import Knowledge
    from newslint.rule import Name

SHORTEST = 5
PERSON = ("", "person")
"""Kinds of the book's entries that are people."""
FOLLOWERS = ("ite", "ites", "ism", "ist", "ists", "esque", "gate", "mania", "land", "ville", "ian")
LANDS = (("ian", "ia"), ("ian", "a"), ("an", "a"), ("ean", "ea"), ("ese", "a"))
"""How peoples end, and their lands."""


class Doubt(NamedTuple):
    """`key` is probably `right` misspelt. `said` is the evidence in an editor's words."""

    weight: float
    key: str
    right: str
    said: tuple[str, ...]


def is_respelt(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a name from another script as `right` is, written in another way.

    What English dictionaries and censuses list has one spelling in English.
    """
    if knowledge.standing(right).flags & LISTED_ANYHOW:
        return False
    return romanised(key) == romanised(right)


def doubt_word(key: str, knowledge: Knowledge) -> Doubt | None:
    """The best reading of an unknown word as a well-known one misspelt, whatever its weight."""
    known = familiarity(key, knowledge)
    if not SHORTEST <= len(key) <= LONGEST or known >= w.LITTLE_KNOWN:
        return None
    if is_follower(key, knowledge) or knowledge.is_right(key):
        return None
    best: Doubt | None = None
    listed = {fold(right) for right in knowledge.lexicon.corrections(key)}
    for right in {*knowledge.lexicon.near(key), *listed}:
        renown = familiarity(right, knowledge)
        if (
            len(right) < SHORTEST
            or renown < known + w.KNOWN
            or not (one_apart(key, right) or right in listed)
        ):
            continue
        kind = slip(key, right)
        if kind == "first" or is_derived(key, right, knowledge) or is_mere(right, knowledge):
            continue
        if is_respelt(key, right, knowledge):
            continue
        # A common name is misspelt so often that its misspelling is a word of the corpora, too.
        explained = kind in w.TYPOS_COUNTED and known <= renown - w.MISSPELT_SHARE
        weight = (
            w.SLIPS[kind]
            + w.EVERY_LETTER * (min(len(key), len(right)) - w.USUAL_LETTERS)
            + w.RENOWN * renown
            - (known / 2 if explained else known)
            + w.LISTED_SLIP * (right in listed and not is_common(right, knowledge))
            + meant(right, knowledge)
            + w.UNLISTED_MEANT * (not is_listed(right, knowledge))
            + unlike_slip(key, right, knowledge)
        )
        if best is None or weight > best.weight:
            said = ("'{found}' is unknown, '{right}' well known",)
            best = Doubt(weight, key, right, said)
    return best


def doubt_possessive(key: str, knowledge: Knowledge) -> Doubt | None:
    """The reading of an unknown word as a land's genitive without its apostrophe (Israels)."""
    land = key.removesuffix("s")
    flags = knowledge.standing(land).flags
    if land == key or len(land) < SHORTEST - 1 or land[-1:] == "s":
        return None
    named = flags & (GIVEN | FAMILY)
    if not flags & (PLACE if named else PLACE | CAPITAL) or flags & WORD:
        return None
    known = familiarity(key, knowledge)
    least = w.EVERYDAY_LAND if named else w.LAND
    if familiarity(land, knowledge) < least or known >= w.LITTLE_KNOWN or knowledge.is_right(key):
        return None
    said = ("'{found}' lacks an apostrophe, if it is no plural",)
    return Doubt(w.GENITIVE - known / 2, key, f"{land}'s", said)


def is_common(right: str, knowledge: Knowledge) -> bool:
    """Whether `right` is a common word: its listed misspellings may be names, in capitals."""
    return is_ordinary(right, knowledge) and knowledge.standing(right).zipf >= w.EVERYBODY


def meant(right: str, knowledge: Knowledge) -> float:
    """What it says that the word meant is a place, or a given name."""
    flags = knowledge.standing(right).flags
    if flags & GIVEN and knowledge.standing(right).zipf < w.EVERYBODY:
        return w.GIVEN_MEANT
    return w.PLACE_MEANT if flags & PLACE else 0.0


def unlike_slip(key: str, right: str, knowledge: Knowledge) -> float:
    """What it says of `key` that it comes of `right` as other words do, rather than slips."""
    weight = 0.0 if slip(key, right) in w.TYPING else w.NOT_TYPING
    if len(key) == len(right) and key[-1] != right[-1]:
        weight += w.OTHER_ENDING
    if knowledge.standing(key).flags & FOREIGN:
        weight += w.FOREIGN_WORD
    return weight


def is_follower(key: str, knowledge: Knowledge) -> bool:
    """Whether the word is made of a known name: Thatcherite, Thatcherism, Ambazonian."""
    return any(
        key.endswith(ending) and familiarity(key.removesuffix(ending), knowledge) >= w.RARE_NAME
        for ending in FOLLOWERS
    ) or any(
        key.endswith(ending) and is_land(key.removesuffix(ending) + land, knowledge)
        for ending, land in LANDS
    )


def is_land(key: str, knowledge: Knowledge) -> bool:
    """Whether somebody has heard of a land `key`, and it is not a known one misspelt."""
    return familiarity(key, knowledge) >= w.KNOWN_LAND and doubt_word(key, knowledge) is None


def is_mere(right: str, knowledge: Knowledge) -> bool:
    """Whether `right` is an ordinary word and no name: then the spelling rule sees to it.

    That some town bears it makes no name of it (Along, in India).
    """
    flags = knowledge.standing(right).flags
    return bool(flags & WORD) and not flags & (CAPITAL | GIVEN)


class Slips(NamedTuple):
    """What a word may be a slip of in a name of two: known words, and ends of the book's names.

    Those are left out that no word beside it could make likely enough to be told.
    """

    known: tuple[str, ...]
    booked: tuple[str, ...]


def slips_of(key: str, knowledge: Knowledge) -> Slips:
    """What the word may be a slip of, whatever stands beside it; of most, nothing."""
    if len(key) < SHORTEST - 1 or knowledge.is_right(key):
        return Slips((), ())
    near = knowledge.lexicon.near(key) if SHORTEST <= len(key) <= LONGEST else ()
    booked = (right for right in knowledge.names.near(key) if len(right) >= SHORTEST - 1)
    least = w.DOUBT - BEST_COMPANY
    least_booked = least - w.IN_BOOK - w.NO_NAMESAKE
    return Slips(
        tuple(right for right in near if weigh_slip(key, right, knowledge) >= least),
        tuple(right for right in booked if weigh_slip(key, right, knowledge) >= least_booked),
    )


def doubt_pair(
    first: str, second: str, slips: Callable[[str], Slips], knowledge: Knowledge
) -> Iterator[Doubt]:
    """Readings of two words that are no known name together as one that is, one of them mended.

    `slips` are the `slips_of` a word, remembered.
    """
    ours, theirs = slips(first), slips(second)
    if not any((*ours, *theirs)):
        return
    is_title = knowledge.lexicon.is_title
    if is_title(f"{first} {second}") or knowledge.names.lookup(f"{first} {second}"):
        return
    yield from doubt_book(first, second, ours.booked, theirs.booked, knowledge)
    for key, other, rights, phrase in (
        (first, second, ours.known, "{} " + second.replace("{", "")),
        (second, first, theirs.known, first.replace("{", "") + " {}"),
    ):
        if len(other) < 2 or other in TITLES:  # President Kassem is a title, too
            continue
        for right in rights:
            whole = phrase.format(right)
            if is_title(whole) and not (
                is_derived(key, right, knowledge) or is_respelt(key, right, knowledge)
            ):
                weight = weigh_pair(key, right, other, whole, knowledge)
                if whole.endswith(right) and is_given(other, knowledge):
                    common = max(0.0, familiarity(other, knowledge) - w.RARE)
                    weight += w.NAMESAKE + w.COMMON_NAMESAKE * common
                if is_person(first, second, right, knowledge):
                    heard = familiarity(key, knowledge)
                    weight += w.HEARD_NAME * min(max(0.0, heard - w.UNHEARD_OF), w.KNOWN)
                yield Doubt(
                    weight,
                    key,
                    right,
                    (f"'{whole.title()}' is a known name, '{phrase.format(key).title()}' is not",),
                )


def is_person(first: str, second: str, right: str, knowledge: Knowledge) -> bool:
    """Whether two words, of which one may be `right` misspelt, are likely a person's name."""
    ordinary = is_ordinary(first, knowledge) or is_ordinary(second, knowledge)
    return not ordinary and not knowledge.standing(right).flags & WORD


def doubt_book(
    first: str, second: str, ours: Iterable[str], theirs: Iterable[str], knowledge: Knowledge
) -> Iterator[Doubt]:
    """Readings of two words as a full name of the book, one of them mended.

    `ours` are what the first may be a slip of, `theirs` what the second may be.
    """
    between = knowledge.names.between
    mended = [(first, second, right, between(right, second)) for right in ours]
    mended += [(second, first, right, between(first, right)) for right in theirs]
    for key, other, right, entries in mended:
        for spelling, name in entries:
            if not is_derived(key, right, knowledge) and not is_respelt_in(key, name, knowledge):
                weight = weigh_pair(key, right, other, fold(spelling), knowledge) + w.IN_BOOK
                if len(spelling.split()) > 2:
                    weight += w.LEFT_OUT
                if name.kind not in PERSON:
                    weight += w.NO_NAMESAKE
                elif fold(spelling).endswith(right) and slip(key, right) not in w.TYPING:
                    common = max(0.0, familiarity(other, knowledge) - w.RARE)
                    weight += w.COMMON_OF_BOOK * common
                said = f"the book has '{name.name}'" + (f", {name.note}" if name.note else "")
                yield Doubt(weight, key, right, (said,))


def is_respelt_in(key: str, name: Name, knowledge: Knowledge) -> bool:
    """Whether the book's name has `key` in it as another table for its script would write it."""
    words = (word for right in right_spellings(name) for word in fold(right).split())
    return any(is_respelt(key, word, knowledge) for word in words)


def weigh_pair(key: str, right: str, other: str, whole: str, knowledge: Knowledge) -> float:
    """How much it says that `whole`, with `right` for `key` beside `other`, is a known name."""
    known, company = familiarity(key, knowledge), familiarity(other, knowledge)
    further = len(knowledge.lexicon.titles_beginning(whole))
    no_name = is_ordinary(other, knowledge) and not is_ordinary(right, knowledge)
    nobody = no_name and known < w.HEARD_OF
    least = w.ORDINARY_COMPANY_AT_LEAST if nobody else w.RARE_COMPANY_AT_LEAST
    weight = (
        weigh_slip(key, right, knowledge)
        + w.PHRASE_RENOWN * log10(1 + further)
        + max(least, w.RARE_COMPANY * (w.RARE - company))
    )
    if is_ordinary(right, knowledge) and is_ordinary(other, knowledge):
        weight += w.ORDINARY_PAIR
    if knowledge.standing(key).flags & FOREIGN:
        abroad = knowledge.standing(other).flags & (FOREIGN | WORD) == FOREIGN
        weight += w.AMONG_FOREIGN if abroad else w.FOREIGN_WORD
    return weight + borne(key, right, whole, knowledge)


def weigh_slip(key: str, right: str, knowledge: Knowledge) -> float:
    """What of that can be said of `key` and `right` alone."""
    known, renown = familiarity(key, knowledge), familiarity(right, knowledge)
    return (
        w.PHRASE
        + w.SLIPS[slip(key, right)]
        + w.EVERY_LETTER * (len(key) - w.USUAL_LETTERS)
        + w.RENOWN * min(renown - known, 3.0)
        + w.KNOWN_WORD * max(0.0, known - w.KNOWN)
    )


BEST_COMPANY = w.RARE_COMPANY * w.RARE + w.PHRASE_RENOWN * log10(1 + 100_000)
"""The most that `weigh_pair` can add to it: nobody knows the other word, and no two words begin
more titles."""


def borne(key: str, right: str, whole: str, knowledge: Knowledge) -> float:
    """What it says that `key` may be borne where it stands: a surname, a given name spelt so."""
    if whole.endswith(right):
        return w.A_SURNAME if knowledge.standing(key).flags & FAMILY else 0.0
    respelt = slip(key, right) in w.RESPELT and is_given(right, knowledge)
    return w.GIVEN_MEANT if respelt else 0.0
