"""Whether one of two spellings comes of the other by rule, not by slip.

It is made of it (a plural, a people, a wife's name), or both write one name from another script.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, takewhile
from typing import TYPE_CHECKING

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import LISTED_ANYHOW, familiarity
from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, PLACE, WORD
from newslint.lexicon.slips import romanisation_key

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


ENDINGS = frozenset(
    (
        "s es n an ian i ish ese r rs er ers ic ism ist ists ly ns ans is ians in en al y ed ing "
        "ine ite"
    ).split(" ")
)
"""What makes another word of a word: plurals, peoples, followers, languages."""

PEOPLES = frozenset(("n ns an ans ian ians ese ois i is iya ic er ers").split(" "))

LOCAL_PEOPLES = frozenset(("i", "is", "iya", "er", "ers"))
"""Those of them that any town has (Beijingers), and any land from Morocco to Bengal."""

OF_LANDS = PEOPLES | {"s"}

SHORTEST_LAND = 4
"""Letters that a land and its people have in common at the least."""

COUNTRIES = frozenset(("", "s", "a", "as", "ia", "es", "o", "e"))

SCHOOLS = ("ism", "ist", "ists", "isms", "ic")

GENDERED = (
    ("sky", "ska"),
    ("skyy", "ska"),
    ("skiy", "skaya"),
    ("sky", "skaya"),
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("yn", "yna"),
    ("ski", "ska"),
    ("cki", "cka"),
    ("y", "a"),
)
"""Endings of one family's men and women in Slavic names."""


def is_derived(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether one is made of the other: a plural, a people, a wife's name."""
    return (
        is_suffixed(wrong, right, knowledge)
        or is_people(wrong, right, knowledge)
        or is_of_one_family(wrong, right)
        or are_of_one_land(wrong, right, knowledge)
    )


def is_respelt(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a name from another script as `right` is, written in another way.

    What English dictionaries and censuses list has one spelling in English.
    """
    if UKRAINIAN in key and key.replace(UKRAINIAN, "ia") == right:
        return True
    if knowledge.entry(right).flags & LISTED_ANYHOW:
        return False
    return romanisation_key(key) == romanisation_key(right)


UKRAINIAN = "iia"
"""What Ukraine's own table writes for the end of Maria and Natalia."""


def comes_otherwise(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` comes of `right` by a rule, or both do so of a name in another script."""
    return is_derived(key, right, knowledge) or is_respelt(key, right, knowledge)


def is_suffixed(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether the longer of the two is the shorter with one of `ENDINGS`.

    A shorter one that may be the slip itself must be known to be a word; lands in -ia need not,
    if their people are little known, too: there is no Palestinia.
    """
    shorter, longer = sorted((wrong, right), key=len)
    if is_held_too_long(longer, shorter) or not longer.startswith(shorter):
        return False
    if longer[len(shorter) :] not in ENDINGS:
        return False
    known = familiarity(shorter, knowledge)
    if shorter == right:
        return True
    if shorter.endswith("ia") and longer[-1] == "n":
        return known > 0.0 or familiarity(longer, knowledge) < w.RARE_NAME
    plural = longer[len(shorter) :] == "s"
    return known >= w.STEM_KNOWN or (plural and familiarity(longer, knowledge) < w.NAME_KNOWN)


def is_held_too_long(longer: str, shorter: str) -> bool:
    """Whether `longer` has the last letter of `shorter` once more, as a slow finger writes it."""
    return longer == shorter + shorter[-1]


def is_people(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether one is made of the other, which is a place: Hondurans of Honduras."""
    return _is_people_of(a, b, knowledge) or _is_people_of(b, a, knowledge)


def is_of_one_family(a: str, b: str) -> bool:
    """Whether the two differ as the names of a Slavic couple, or as Marxism and Marxist."""
    return _same_stem(a, b, GENDERED) or _same_stem(a, b, permutations(SCHOOLS, 2))


def are_of_one_land(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether both are made of one name of a land or people: Russian, Russias; Uyghurs, Uyghuri."""
    longest = min(len(a), len(b))
    stem = next((i for i in range(longest) if a[i] != b[i]), longest)
    endings = {a[stem:], b[stem:]}
    if stem < SHORTEST_LAND or not endings <= OF_LANDS or endings.isdisjoint(("s", "i")):
        return False
    if any(
        x[stem:] in PEOPLES - LOCAL_PEOPLES and not is_heard_people(x, knowledge) for x in (a, b)
    ):
        return False
    return is_known_land(a[:stem], knowledge)


def is_heard_people(key: str, knowledge: Knowledge) -> bool:
    """Whether somebody has heard of a people called `key`."""
    return familiarity(key, knowledge) >= w.PEOPLE_KNOWN


def is_known_land(key: str, knowledge: Knowledge) -> bool:
    """Whether the world knows `key` as a land or a people's, even if somebody is called so."""
    known = familiarity(key, knowledge)
    flags = knowledge.entry(key).flags
    if flags & (GIVEN | FAMILY):
        return bool(flags & PLACE) and known >= known_w.FAMOUS_LAND
    if may_be_land(key, knowledge):
        return known >= w.STEM_KNOWN
    return known >= w.BORNE and not flags & WORD


def _is_people_of(people: str, country: str, knowledge: Knowledge) -> bool:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(people, country, strict=False))
    stem = len(list(alike))
    return (
        stem >= SHORTEST_LAND
        and not is_held_too_long(people, country)
        and people[stem:] in PEOPLES
        and country[stem:] in COUNTRIES
        and may_be_land(country, knowledge)
        and is_heard_people(people, knowledge)
    )


def may_be_land(key: str, knowledge: Knowledge) -> bool:
    """Whether a gazetteer has `key`, or a dictionary in capitals, and nobody bears it."""
    flags = knowledge.entry(key).flags
    return bool(flags & PLACE) or flags & (CAPITAL | GIVEN | FAMILY) == CAPITAL


def _same_stem(a: str, b: str, endings: Iterable[tuple[str, str]]) -> bool:
    """Whether `a` and `b` differ by a pair of `endings` and in nothing else."""
    return any(
        (a.endswith(x) and b.endswith(y) and a[: -len(x)] == b[: -len(y)])
        or (a.endswith(y) and b.endswith(x) and a[: -len(y)] == b[: -len(x)])
        for x, y in endings
    )


FOLLOWERS = ("ist", "ists", "ite", "ites", "ism")

FOLLOWED = 5
"""How followers and teachings end, and letters of the name that is left of their master's."""


def are_master_and_followers(a: str, b: str) -> bool:
    """Whether one of two names is made of the other, shortened: Maimonists, Maimonides.

    >>> are_master_and_followers("maimonists", "maimonides")
    True
    """
    return any(
        wrong.endswith(ending)
        and not right.endswith(FOLLOWERS)
        and len(stem := wrong.removesuffix(ending)) >= FOLLOWED
        and right.startswith(stem)
        for wrong, right in ((a, b), (b, a))
        for ending in FOLLOWERS
    )
