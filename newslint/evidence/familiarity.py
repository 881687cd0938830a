"""Familiarity: how well known a spelling is, by the lexicon and the book."""

from __future__ import annotations

from functools import cache
from math import log10

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.lexicon.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, NAMED, PLACE, SLIP, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


def familiarity(key: str, knowledge: Knowledge) -> float:
    """How well known a spelling is, on the scale of Zipf frequencies."""
    flags, zipf, titles = knowledge.entry(key)
    known = max(zipf, log10(titles + 1))
    if _is_slip(flags):
        return max(0.0, known - w.LISTED_AGAINST)
    return max(known, _at_least(flags))


def use_as_name(key: str, knowledge: Knowledge) -> float:
    """How well known a spelling is as a name, by its use.

    A word that is in a dictionary but hardly used is hardly a name (Ruche).
    """
    flags, zipf, titles = knowledge.entry(key)
    if flags & NAMED:
        return familiarity(key, knowledge)
    listed = w.LISTED_UNUSED if flags & (WORD | CAPITAL) else 0.0
    return min(familiarity(key, knowledge), max(zipf, log10(titles + 1), listed))


@cache
def _at_least(flags: int) -> float:
    """The minimum familiarity of a word with these flags."""
    return max((least for flag, least in w.LISTED.items() if flags & flag), default=0.0)


LISTED_ANYHOW = WORD | CAPITAL | NAMED
"""Flags of words that an English dictionary, a gazetteer or a census lists."""


def is_counted_slip(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether corpora seem to count `wrong` only because `right` is often misspelt so.

    No list has it, and it is as rare beside the well-known name as slips are.
    """
    if knowledge.entry(wrong).flags & (FOREIGN | LISTED_ANYHOW):
        return False
    if not knowledge.entry(right).flags & (CAPITAL | PLACE):
        return False
    return familiarity(wrong, knowledge) <= familiarity(right, knowledge) - known_w.MISSPELT_SHARE


def is_listed(key: str, knowledge: Knowledge) -> bool:
    """Whether a dictionary or gazetteer has the word."""
    return bool(knowledge.entry(key).flags & LISTED_ANYHOW)


def is_listed_slip(key: str, knowledge: Knowledge) -> bool:
    """Whether a list of misspellings has `key`, and nothing says that it is a name, too."""
    return _is_slip(knowledge.entry(key).flags)


def _is_slip(flags: int) -> bool:
    return flags & (SLIP | CAPITAL | PLACE) == SLIP


def is_given(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is known as a given name, or not known at all."""
    standing = knowledge.entry(key)
    if standing.flags & GIVEN:
        return True
    if standing.flags & (WORD | PLACE) or standing.zipf >= w.COMMON_WORD:
        return False
    return standing.titles >= w.GIVEN_NAME_TITLES or not standing.flags


def is_mere_word(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is an ordinary word, not too rare, and nobody's name."""
    standing = knowledge.entry(key)
    return standing.zipf >= w.MERE_WORD and standing.flags & (WORD | GIVEN | FAMILY) == WORD


def is_ordinary(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a common word and nobody's given name."""
    standing = knowledge.entry(key)
    return bool(standing.flags & WORD) and not standing.flags & GIVEN


def is_everyday(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is an everyday word and the name of no person or place."""
    standing = knowledge.entry(key)
    named = standing.flags & (NAMED | CAPITAL)
    return bool(standing.flags & WORD) and not named and standing.zipf >= w.EVERYDAY
