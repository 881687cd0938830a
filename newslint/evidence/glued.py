"""Question 3 for two words without the space between them, one of which keeps its capital.

Names in programs and brands are written so, too (forEach, MacVarel). So one half must be an
everyday word, and the other a name that news prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence import printed_weights as printed_w
from newslint.evidence import variant_weights as w
from newslint.evidence.typo import Correction
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import GIVEN, PLACE, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import LINKS

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_BEFORE_NAME = lazy_pattern(r"([a-z]{3,})([A-Z][a-z]{2,})")

_BEHIND_ACRONYM = lazy_pattern(r"([A-Z]{2,})(at|and|in|is|to|for|with|on|by|from|as|of|the)")

PUBLISHERS = 14
"""Minimum number of publishers that print the name."""

LONG = 4
"""Minimum letters of the everyday half, unless it is one of the smallest words (not Mac, Van)."""


def read_glued(word: str, knowledge: Knowledge) -> Correction | None:
    """The correction of a word with a capital inside into two words; None if there is none."""
    found = _BEFORE_NAME.fullmatch(word) or _BEHIND_ACRONYM.fullmatch(word)
    if not found or knowledge.entry(word.lower()).zipf or knowledge.is_right(word.lower()):
        return None
    small, name = sorted(found.groups(), key=str.islower, reverse=True)
    if not is_everyday_half(small, knowledge) or not is_name_half(name, knowledge):
        return None
    reasons = ("'{found}' lacks a space",)
    right = " ".join(found.groups())
    return Correction(
        printed_w.GLUED, (right,), 0.0, reasons, listed=True, certain=False, typing=True
    )


def is_everyday_half(small: str, knowledge: Knowledge) -> bool:
    """Whether the half in small letters is an everyday word that begins no names."""
    entry = knowledge.entry(small)
    common = entry.zipf >= (w.COMMON_WORD if len(small) >= LONG else w.EVERYDAY)
    return bool(entry.flags & WORD) and common and small not in LINKS


def is_name_half(name: str, knowledge: Knowledge) -> bool:
    """Whether the other half is an acronym or a listed name, and is printed mostly as such."""
    key, counts = name.lower(), shipped_counts()
    if not name.isupper() and not knowledge.entry(key).flags & (GIVEN | PLACE):
        return False
    times, publishers = shipped_names().count(key)
    return publishers >= PUBLISHERS and 2 * times >= counts.word(counts.number(key)).times
