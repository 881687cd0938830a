"""Question 3 for two words without the space between them, one of which has a capital.

Names in programs and brands are written so, too (forEach, MacVarel, inLeap). So one half must be
one of the smallest words, with which hardly anybody begins or ends a name, and the other a word in
use; or one half an everyday word, and the other a name that news prints. A word with a capital
that stands twice without a space is meant once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence import printed_weights as printed_w
from newslint.evidence import variant_weights as w
from newslint.evidence.typo import Correction
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import CAPITAL, GIVEN, PLACE, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import LINKS
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_SMALL = "and|of|for|with|from|that|to|the|on|at|by|as|his|her|their|but|are|was|has|who"

_BEHIND_SMALL = lazy_pattern(rf"(?:{_SMALL})([A-Z][a-z]{{2,}})")

_BEFORE_SMALL = lazy_pattern(r"([A-Z][a-z]{2,})(?:The|And|Of|For|With)")

_TWICE = lazy_pattern(r"([A-Z][a-z]{4,})\1")

_BEFORE_NAME = lazy_pattern(r"([a-z]{3,})([A-Z][a-z]{2,})")

_BEHIND_ACRONYM = lazy_pattern(r"([A-Z]{2,})(at|and|in|is|to|for|with|on|by|from|as|of|the)")

PUBLISHERS = 14
"""Minimum number of publishers that print the name."""

LONG = 4
"""Minimum letters of the everyday half, unless it is one of the smallest words (not Mac, Van)."""

IN_USE = 3.0
"""Minimum Zipf frequency of the half beside a small word."""


def read_glued(word: str, knowledge: Knowledge) -> Correction | None:
    """The correction of a word with a capital inside into two words; None if there is none."""
    if word[1:].islower():
        return None
    stem = split_possessive(word)[0]
    right = parted(stem, knowledge)
    if not right or knowledge.is_right(stem.lower()):
        return None
    reason = "'{found}' lacks a space" if " " in right else "'{found}' is one word twice"
    return Correction(
        printed_w.GLUED, (right,), 0.0, (reason,), listed=True, certain=False, typing=True
    )


def parted(word: str, knowledge: Knowledge) -> str:
    """The word as two, or once if it stands twice; empty if it may be meant as it is."""
    joined = knowledge.entry(word.lower())
    if joined.flags & ~SLIP:
        return ""
    twice = _TWICE.fullmatch(word)
    if twice:
        return twice[1] if is_word_half(twice[1], knowledge) else ""
    beside = _BEHIND_SMALL.fullmatch(word) or _BEFORE_SMALL.fullmatch(word)
    if beside and is_word_half(beside[1], knowledge):
        at = beside.end(1) if beside.start(1) == 0 else beside.start(1)
        return f"{word[:at]} {word[at:]}"
    found = _BEFORE_NAME.fullmatch(word) or _BEHIND_ACRONYM.fullmatch(word)
    if not found or joined.zipf:
        return ""
    small, name = sorted(found.groups(), key=str.islower, reverse=True)
    is_glued = is_everyday_half(small, knowledge) and is_name_half(name, knowledge)
    return " ".join(found.groups()) if is_glued else ""


def is_word_half(half: str, knowledge: Knowledge) -> bool:
    """Whether the half beside a small word is a word in use, or a name that news prints."""
    key = half.lower()
    entry = knowledge.entry(key)
    if entry.flags & (WORD | CAPITAL) and entry.zipf >= IN_USE:
        return True
    return shipped_names().count(key).publishers >= PUBLISHERS


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
