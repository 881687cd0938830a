"""Names whose parts the publication prints in another order, or joined in another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence.coinage import are_letters
from newslint.evidence.remembered.candidates import least_for
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import GIVEN, NAMED, PLACE, WORD

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Printed


_SEAM = lazy_pattern(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a space is missing between two words of a name: TheodoraPrice."""

PAIR = 2

SHORTEST = 3
"""Minimum letters of a part of a name."""


def goes_with_any(first: str, second: str, knowledge: Knowledge) -> bool:
    """Whether either of two words is joined to others in any order and way.

    So are lands, letters and ordinary words.
    """
    return any(_goes_with_any(word, knowledge) for word in (first, second))


def parted_forms(word: str, knowledge: Knowledge) -> Iterator[str]:
    """Forms of a word that may be two names without their space: "Theodora Price".

    Ordinary words are joined on purpose, too (GameBoy). So the first must be a given name, or no
    word.
    """
    parts = _SEAM.split(word)
    if len(parts) != PAIR or knowledge.entry(fold(parts[0])).flags & (WORD | GIVEN) == WORD:
        return
    if min(map(len, parts)) >= SHORTEST:
        yield " ".join(parts)
        yield "-".join(parts)


def is_printed_otherwise(found: str, right: str, printed: Printed) -> bool:
    """Whether `found` is hardly ever printed, and `right` again and again."""
    seen = printed.stories(fold(found))
    return seen <= 1 and printed.stories(fold(right)) >= least_for(seen)


def _goes_with_any(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is joined to others in any order: a land's name, letters, an ordinary word."""
    if not word[0].isupper() or are_letters(word) or len(word) < SHORTEST:
        return True
    return bool(knowledge.entry(fold(word)).flags & PLACE) or _is_mere(word, knowledge)


def _is_mere(word: str, knowledge: Knowledge) -> bool:
    """Whether the ordinary word is the name of no person or place."""
    return knowledge.entry(fold(word)).flags & (WORD | NAMED) == WORD
