"""Whether two spellings differ by a rule, and not by a slip.

Either one is derived from the other (a plural, a people, a wife's name), or both write one name
from another script.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import permutations

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import LISTED_ANYHOW, familiarity
from newslint.lexicon.lexicon import CAPITAL, FAMILY, GIVEN, PLACE, WORD
from newslint.lexicon.slips import romanisation_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


ENDINGS = frozenset(
    (
        "s es n an ian i ish ese r rs er ers ic ism ist ists ly ns ans is ians in en al y ed ing "
        "ine ite"
    ).split(" ")
)
"""Endings that make another word: plurals, peoples, followers, languages."""

PEOPLES = frozenset(("n ns an ans ian ians ese ois i is iya ic er ers").split(" "))

LOCAL_PEOPLES = frozenset(("i", "is", "iya", "er", "ers"))
"""Endings for the people of any town (Beijingers), and of any land from Morocco to Bengal."""

OF_LANDS = PEOPLES | {"s"}

SHORTEST_LAND = 4
"""Minimum letters that a land and its people have in common."""

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

OF_ONE_FAMILY = {*GENDERED, *((b, a) for a, b in GENDERED), *permutations(SCHOOLS, 2)}

ALIKE = 4
"""Letters that two endings by which words differ begin with alike, at most."""

LONGEST_ENDING = 4
"""Letters of the longest ending by which a word is derived from another."""


def is_derived(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether one word is derived from the other: a plural, a people, a wife's name."""
    if max(len(wrong), len(right)) - shared_letters(wrong, right) > LONGEST_ENDING:
        return False
    return (
        is_suffixed(wrong, right, knowledge)
        or is_people(wrong, right, knowledge)
        or is_of_one_family(wrong, right)
        or are_of_one_land(wrong, right, knowledge)
    )


def is_respelt(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` and `right` are two romanisations of one name from another script.

    Names that English dictionaries and censuses list have one spelling in English.
    """
    if UKRAINIAN in key and key.replace(UKRAINIAN, "ia") == right:
        return True
    if knowledge.entry(right).flags & LISTED_ANYHOW:
        return False
    return romanisation_key(key) == romanisation_key(right)


UKRAINIAN = "iia"
"""The ending of Maria and Natalia in Ukraine's own romanisation."""


def comes_otherwise(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` is derived from `right`, or both romanise one name."""
    return is_derived(key, right, knowledge) or is_respelt(key, right, knowledge)


def is_suffixed(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether the longer of two words is the shorter with one of `ENDINGS`.

    A shorter one that may be the slip itself must be a known word. Lands in -ia need not be, if
    their people are little known, too: there is no Palestinia.
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
    """Whether `longer` repeats the last letter of `shorter`, as a slow finger does."""
    return longer == shorter + shorter[-1]


def is_people(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether one word is the people of the other, which is a place: Hondurans, Honduras."""
    return _is_people_of(a, b, knowledge) or _is_people_of(b, a, knowledge)


def is_of_one_family(a: str, b: str) -> bool:
    """Whether two words differ as the names of a Slavic couple do, or as Marxism and Marxist."""
    return differ_by(a, b, OF_ONE_FAMILY)


def differ_by(a: str, b: str, endings: Container[tuple[str, str]]) -> bool:
    """Whether two words differ by a pair of `endings` and in nothing else."""
    stem = shared_letters(a, b)
    return any((a[at:], b[at:]) in endings for at in range(max(0, stem - ALIKE), stem + 1))


def are_of_one_land(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether both are derived from one land or people: Russian, Russias; Uyghurs, Uyghuri."""
    stem = shared_letters(a, b)
    endings = {a[stem:], b[stem:]}
    if stem < SHORTEST_LAND or not endings <= OF_LANDS or endings.isdisjoint(("s", "i")):
        return False
    if any(
        x[stem:] in PEOPLES - LOCAL_PEOPLES and not is_heard_people(x, knowledge) for x in (a, b)
    ):
        return False
    return is_known_land(a[:stem], knowledge)


def is_heard_people(key: str, knowledge: Knowledge) -> bool:
    """Whether a people called `key` is known at all."""
    return familiarity(key, knowledge) >= w.PEOPLE_KNOWN


def is_known_land(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is known as a land or a people, even if it is a person's name, too."""
    known = familiarity(key, knowledge)
    flags = knowledge.entry(key).flags
    if flags & (GIVEN | FAMILY):
        return bool(flags & PLACE) and known >= known_w.FAMOUS_LAND
    if may_be_land(key, knowledge):
        return known >= w.STEM_KNOWN
    return known >= w.BORNE and not flags & WORD


def shared_letters(a: str, b: str) -> int:
    """How many letters two words begin with alike.

    >>> shared_letters("vareland", "varelanders")
    8
    """
    longest, at = min(len(a), len(b)), 0
    while at < longest and a[at] == b[at]:
        at += 1
    return at


def _is_people_of(people: str, country: str, knowledge: Knowledge) -> bool:
    stem = shared_letters(people, country)
    return (
        stem >= SHORTEST_LAND
        and not is_held_too_long(people, country)
        and people[stem:] in PEOPLES
        and country[stem:] in COUNTRIES
        and may_be_land(country, knowledge)
        and is_heard_people(people, knowledge)
    )


def may_be_land(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is in a gazetteer, or capitalised in a dictionary, and nobody's name."""
    flags = knowledge.entry(key).flags
    return bool(flags & PLACE) or flags & (CAPITAL | GIVEN | FAMILY) == CAPITAL


FOLLOWERS = ("ist", "ists", "ite", "ites", "ism")

FOLLOWED = 5
"""Endings of followers and teachings, and minimum letters that are left of the master's name."""


def are_master_and_followers(a: str, b: str) -> bool:
    """Whether one of two names is derived from the other, shortened: Maimonists, Maimonides.

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
