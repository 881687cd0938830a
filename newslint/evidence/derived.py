"""Derived words: two spellings of which one is made of the other by rule, not by slip."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, takewhile
from typing import TYPE_CHECKING

from newslint.evidence.renown import familiarity
from newslint.lexicon import PLACE

if TYPE_CHECKING:
    from newslint.knowledge import Knowledge

ENDINGS = frozenset(
    (
        "s es n an ian i ish ese er ers ic ism ist ists ly ns ans is ians in en al y ed ing ine ite"
    ).split(" ")
)
"""What makes another word of a word: plurals, peoples, followers, languages."""
PEOPLES = frozenset(("n ns an ans ian ians ese ois i is iya ic").split(" "))
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


STEM_KNOWN = 1.6
"""Familiarity from which the shorter form may be what the longer is made of."""
NAME_KNOWN = 2.5
"""Familiarity from which a form in -s is a name by itself (Christmas), no plural."""
PEOPLE_KNOWN = 0.3
"""... and from which one in -ian or -ese may be a people that somebody has heard of."""


def is_derived(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether one is made of the other: a plural, a people, a wife's name."""
    shorter, longer = sorted((wrong, right), key=len)
    if longer == shorter + shorter[-1]:  # Martinn: the last letter was held too long
        return False
    if longer.startswith(shorter) and longer[len(shorter) :] in ENDINGS:
        if shorter == right:
            return True
        known = familiarity(shorter, knowledge)
        plural = longer[len(shorter) :] == "s"
        if known >= STEM_KNOWN or (plural and familiarity(longer, knowledge) < NAME_KNOWN):
            return True
    if _is_people(wrong, right, knowledge) or _is_people(right, wrong, knowledge):
        return True
    return _same_stem(wrong, right, GENDERED) or _same_stem(wrong, right, permutations(SCHOOLS, 2))


def _is_people(people: str, country: str, knowledge: Knowledge) -> bool:
    """Whether `people` is made of the place `country`: Hondurans of Honduras."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(people, country, strict=False))
    stem = len(list(alike))
    return (
        stem >= 4
        and people[stem:] in PEOPLES
        and country[stem:] in COUNTRIES
        and bool(knowledge.standing(country).flags & PLACE)
        and familiarity(people, knowledge) >= PEOPLE_KNOWN
    )


def _same_stem(a: str, b: str, endings: Iterable[tuple[str, str]]) -> bool:
    """Whether `a` and `b` differ by a pair of `endings` and in nothing else."""
    return any(
        (a.endswith(x) and b.endswith(y) and a[: -len(x)] == b[: -len(y)])
        or (a.endswith(y) and b.endswith(x) and a[: -len(y)] == b[: -len(x)])
        for x, y in endings
    )
