"""How many edits lie between two spellings.

Spellings are folded. The measure is OSA (optimal string alignment: a transposition of neighbours is
one edit), since a percentage misleads on names: `ratio` puts Begun nearer to Biegun than Beigun.
One or two edits, which are asked for a thousand times an article, have functions of their own. More
are hardly ever asked for; what is long is left to rapidfuzz, whose import takes a sixth of a short
run and four megabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

LONGEST = 66
"""Maximum letters of a word that is a slip from another; longer ones are no words, and what is made
of one takes the square of its length."""


def deletions(word: str) -> list[str]:
    """`word` with one letter left out, in every way; none of a word longer than LONGEST.

    Two words at most one edit apart share a shortened form (or are one themselves); see
    Garbe, "SymSpell" (2012), after Mor and Fraenkel (1982).

    >>> deletions("abc")
    ['bc', 'ac', 'ab']
    """
    if len(word) > LONGEST:
        return []
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def distance(a: str, b: str) -> int:
    """OSA distance: insertions, deletions, substitutions and transpositions of neighbours."""
    if a == b or is_one_edit_apart(a, b):
        return int(a != b)
    if are_two_edits_apart(a, b):
        return 2
    return _osa()(a, b) if max(len(a), len(b)) > LONGEST else _osa_of_short(a, b)


def _osa_of_short(a: str, b: str) -> int:
    """The OSA distance, by a table of the distances of their beginnings."""
    above, row = list[int](), list(range(len(b) + 1))
    for i, letter in enumerate(a):
        earlier, above, row = above, row, [i + 1]
        for j, other in enumerate(b):
            least = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != other))
            if i and j and letter == b[j - 1] and a[i - 1] == other:
                least = min(least, earlier[j - 1] + 1)
            row.append(least)
    return row[-1]


@cache
def _osa() -> Callable[[str, str], int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def two_slips_from(word: str, choices: Iterable[str]) -> set[str]:
    """Those of `choices` that are two edits (OSA) from `word`, of the likelier kinds.

    One of the two must be a letter too many, one doubled that should stand once or the other way
    round, or two letters exchanged.

    >>> sorted(two_slips_from("resigantoin", ["resignation", "registration", "resigning"]))
    ['resignation']
    """
    once = {variant: {variant, *deletions(variant)} for variant in _slipped_once(word)}
    return {
        right for right in choices if _is_near_any(right, once) and are_two_edits_apart(word, right)
    }


def forms_slipped_once(word: str) -> set[str]:
    """What every word that is two such edits from `word` shares one of: itself or `deletions`."""
    variants = _slipped_once(word)
    return variants.union(*map(deletions, variants))


def _slipped_once(word: str) -> set[str]:
    """`word` with one of the likelier slips undone, wherever there may be one."""
    once = set(deletions(word))
    for i in range(1, len(word) if once else 0):
        once.add(word[:i] + word[i - 1] + word[i:])
        once.add(word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :])
    return once


def _is_near_any(right: str, words: dict[str, set[str]]) -> bool:
    """Whether `right` has a shortened form in common with any of `words`, which have theirs."""
    forms = (right, *deletions(right))
    return any(
        abs(len(word) - len(right)) <= 1 and not theirs.isdisjoint(forms)
        for word, theirs in words.items()
    )


def is_one_edit_apart(a: str, b: str) -> bool:
    """Whether exactly one edit (OSA) turns `a` into `b`.

    >>> is_one_edit_apart("biegun", "beigun"), is_one_edit_apart("biegun", "beigan")
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


def are_two_edits_apart(a: str, b: str) -> bool:
    """Whether exactly two edits (OSA) turn `a` into `b`.

    Whatever the edits, one of them is where the two first differ.

    >>> are_two_edits_apart("biegun", "beigan"), are_two_edits_apart("biegun", "begiun")
    (True, True)
    >>> are_two_edits_apart("biegun", "beigun"), are_two_edits_apart("biegun", "begein")
    (False, False)
    """
    if a == b or abs(len(a) - len(b)) > 2 or is_one_edit_apart(a, b):
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    rests = [(a[i + 1 :], b[i:]), (a[i:], b[i + 1 :]), (a[i + 1 :], b[i + 1 :])]
    if a[i : i + 2] == b[i : i + 2][::-1]:
        rests.append((a[i + 2 :], b[i + 2 :]))
    return any(is_one_edit_apart(rest, other) for rest, other in rests)
