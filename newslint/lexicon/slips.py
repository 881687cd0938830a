"""The kind of slip between two spellings, and letters that are easily confused."""

from __future__ import annotations

import re
from collections import Counter

from newslint.lexicon.edit_distance import is_one_edit_apart

_ROMANISED = re.compile(r"[iyj]+|[kgbdz]h|[aou]e|ou|oo|tch")


VOWELS = frozenset("aeiouy")

_ROWS = "qwertyuiop asdfghjkl zxcvbnm"

_NEAR = (
    "wa qes wrd etf ryg tuh yij uok ipl o"
    " qsz adwx sfec dgrv fhtb gjyn hkum jli ko"
    " axs zcsd xvdf cbfg vngh bmhj njk"
)

KEYBOARD = dict(zip(_ROWS.replace(" ", ""), map(frozenset, _NEAR.split(" ")), strict=True))
"""Neighbouring keys on a QWERTY keyboard."""

ALIKE = frozenset(map(frozenset, ("ck sz cs vw gj fv td bp mn iy qk xs kg uw jy gk").split(" ")))
"""Pairs of letters that spell the same sound."""


def romanisation_key(word: str) -> str:
    """A key that the romanisations of one name have in common.

    None of Zaluzhny, Zaluzhnyi and Zaluzhniy is wrong: each follows another table.

    >>> romanisation_key("zaluzhniy") == romanisation_key("zaluzhny")
    True
    >>> romanisation_key("biegun") == romanisation_key("beigun")
    False
    """
    return _ROMANISED.sub(_plain_sound, word)


def _plain_sound(found: re.Match[str]) -> str:
    sound = found[0]
    if sound[0] in "iyj":
        return "i"
    return {"ou": "u", "oo": "u", "tch": "ch"}.get(sound, sound[0])


def slip_kind(wrong: str, right: str) -> str:
    """The kind of slip that turns `right` into `wrong`: a key of the weights.

    Beyond one edit (OSA) it is "moved" (the same letters in another order) or "several".

    >>> [slip_kind(wrong, "biegun") for wrong in ("beigun", "bieggun", "biegn", "biegan", "viegun")]
    ['transposed', 'doubled', 'dropped', 'vowel', 'first']
    """
    if not is_one_edit_apart(wrong, right):
        return "moved" if sorted(wrong) == sorted(right) else "several"
    if wrong[0] != right[0]:
        return "first"
    i = 0
    while i < min(len(wrong), len(right)) and wrong[i] == right[i]:
        i += 1
    if len(wrong) == len(right):
        return _swapped(wrong, right, i)
    longer = max(wrong, right, key=len)
    if i and longer[i] == longer[i - 1]:
        return "doubled" if longer is wrong else "undoubled"
    if i == len(longer) - 1:
        return "last" if longer is wrong else "clipped"
    return "added" if longer is wrong else "dropped"


def is_slip_of_fingers(wrong: str, right: str) -> bool:
    """Whether letters are exchanged, or a consonant is missing, added or another one.

    >>> is_slip_of_fingers("essewin", "esswein"), is_slip_of_fingers("vikasit", "viksit")
    (True, False)
    """
    theirs, ours = Counter(wrong), Counter(right)
    return VOWELS.isdisjoint({*(theirs - ours), *(ours - theirs)})


def _swapped(wrong: str, right: str, i: int) -> str:
    if wrong[i + 1 :] != right[i + 1 :]:
        return "transposed"
    pair = {wrong[i], right[i]}
    if pair <= VOWELS:
        return "vowel"
    if frozenset(pair) in ALIKE:
        return "sound"
    return "key" if right[i] in KEYBOARD.get(wrong[i], ()) else "other"
