"""How close two spellings are, and by what kind of slip one comes of the other.

Spellings are folded. The measure is OSA (optimal string alignment: a transposition of
neighbours is one edit), since a percentage misleads on names: `ratio` puts Begun nearer to
Biegun than Beigun. rapidfuzz computes it; whether two words are at most one edit apart is
decided here, without it, because that is asked a thousand times an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any


def shortened(word: str) -> list[str]:
    """`word` with one letter left out, in every way.

    Two words at most one edit apart share a shortened form (or are one themselves); see
    Garbe, "SymSpell" (2012), after Mor and Fraenkel (1982).

    >>> shortened("abc")
    ['bc', 'ac', 'ab']
    """
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def distance(a: str, b: str) -> int:
    """OSA distance: insertions, deletions, substitutions and transpositions of neighbours."""
    return _osa()(a, b)


@cache
def _osa() -> Callable[[str, str], int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def two_slips_from(word: str, choices: Sequence[str]) -> set[str]:
    """Those of `choices` that are two edits (OSA) from `word`, of the likelier kinds.

    One of the two must be a letter too many, one doubled that should stand once or the other way
    round, or two letters exchanged.

    >>> sorted(two_slips_from("resigantoin", ["resignation", "registration", "resigning"]))
    ['resignation']
    """
    far = [choice for choice, edits, _ in _extract()(word, choices) if edits == 2]
    if not far:
        return set()
    once = {variant: {variant, *shortened(variant)} for variant in _slipped_once(word)}
    return {right for right in far if _is_near_any(right, once)}


def _slipped_once(word: str) -> set[str]:
    """`word` with one of the likelier slips undone, wherever there may be one."""
    once = set(shortened(word))
    for i in range(1, len(word)):
        once.add(word[:i] + word[i - 1] + word[i:])
        once.add(word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :])
    return once


def _is_near_any(right: str, words: dict[str, set[str]]) -> bool:
    """Whether `right` has a shortened form in common with any of `words`, which have theirs."""
    forms = (right, *shortened(right))
    return any(
        abs(len(word) - len(right)) <= 1 and not theirs.isdisjoint(forms)
        for word, theirs in words.items()
    )


@cache
def _extract() -> Callable[[str, Sequence[str]], Any]:
    """What compares a word with many at once, in C, and gives those at most two edits off."""
    from functools import partial

    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    return partial(process.extract, scorer=OSA.distance, score_cutoff=2, limit=None)


def one_apart(a: str, b: str) -> bool:
    """Whether exactly one edit (OSA) turns `a` into `b`.

    >>> one_apart("biegun", "beigun"), one_apart("biegun", "beigan")
    (True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (
        a[i : i + 2] == b[i + 1 : i - 1 if i else None : -1] and a[i + 2 :] == b[i + 2 :]
    )


_ROMANISED = re.compile(r"[iyj]+|[kgbdz]h|[aou]e|ou|oo|tch")


def romanised(word: str) -> str:
    """What different ways of writing one name in Latin letters have in common.

    Nothing says which of Zaluzhny, Zaluzhnyi and Zaluzhniy is right: each follows another table.

    >>> romanised("zaluzhniy") == romanised("zaluzhny"), romanised("biegun") == romanised("beigun")
    (True, False)
    """
    return _ROMANISED.sub(_plain_sound, word)


def _plain_sound(found: re.Match[str]) -> str:
    sound = found[0]
    if sound[0] in "iyj":
        return "i"
    return {"ou": "u", "oo": "u", "tch": "ch"}.get(sound, sound[0])


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
"""Letters that respell one sound."""


def slip(wrong: str, right: str) -> str:
    """The kind of slip that makes `wrong` of `right`: a key of the weights.

    Beyond one edit (OSA) it is "moved" (the same letters in another order) or "several".

    >>> [slip(wrong, "biegun") for wrong in ("beigun", "bieggun", "biegn", "biegan", "viegun")]
    ['transposed', 'doubled', 'dropped', 'vowel', 'first']
    """
    if not one_apart(wrong, right):
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


def _swapped(wrong: str, right: str, i: int) -> str:
    if wrong[i + 1 :] != right[i + 1 :]:
        return "transposed"
    pair = {wrong[i], right[i]}
    if pair <= VOWELS:
        return "vowel"
    if frozenset(pair) in ALIKE:
        return "sound"
    return "key" if right[i] in KEYBOARD.get(wrong[i], ()) else "other"
