"""Names that need no source: those of the book, of the memory, and those that everybody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence.familiarity import familiarity, is_mere_word
from newslint.evidence.remembered.printed import printed_beside
from newslint.lexicon.lexicon import CAPITAL, PLACE
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import CALENDAR

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


FAMOUS = 25
"""Publishers of a name that everybody knows, of the hundred or so that were counted."""

FAMOUS_WORD = 3.3
"""Familiarity of a single word that everybody knows as a place or name."""


def is_known_anyhow(keys: tuple[str, ...], document: Document, knowledge: Knowledge) -> bool:
    """Whether a name is in the book or the memory, or known to everybody."""
    name = " ".join(keys)
    if knowledge.is_right(name) or knowledge.has_ruled_for(name):
        return True
    memories = knowledge.memories
    if memories is not None and printed_beside(document, memories, knowledge).stories(name):
        return True
    if shipped_names().count(name).publishers >= FAMOUS:
        return True
    return all(is_known_word(key, knowledge) for key in keys)


def is_known_word(key: str, knowledge: Knowledge) -> bool:
    """Whether a word is a mere word, or a place or name that everybody knows."""
    if key in CALENDAR or len(key) == 1 or is_mere_word(key, knowledge):
        return True
    flags = knowledge.entry(key).flags
    return bool(flags & (CAPITAL | PLACE)) and familiarity(key, knowledge) >= FAMOUS_WORD
