"""What the publication prints again and again is right, unless its memory itself says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence.familiarity import is_listed_slip
from newslint.evidence.remembered import rights_of
from newslint.memory.layout import KNOWN
from newslint.memory.phrases import is_unlisted

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories, Printed
    from newslint.text.document import Document


LARGE, LARGE_FOR_TYPOS = 50_000, 600
"""Stories of an archive so large that slips, too, stand in several of them: unlikely slips, and
what looks like one beyond doubt."""


def is_printed(word: str, document: Document, knowledge: Knowledge, is_sure: bool = False) -> bool:
    """Whether a word stands in several other stories, and none that it may be a slip for.

    `is_sure` says that without a memory it would be a slip beyond doubt.
    """
    memories = knowledge.memories
    if memories is None:
        return False
    key = knowledge.key(word)
    least = KNOWN + memories.size // (LARGE_FOR_TYPOS if is_sure else LARGE)
    if memories.stories(key) < least or is_listed_slip(key, knowledge):
        return False
    other_stories = printed_beside(document, memories, knowledge).stories(key)
    return other_stories >= least and not rights_of(key, memories)


def is_phrase(word: str, knowledge: Knowledge) -> bool:
    """Whether the memory stores this word: capitalised or not in the lexicon."""
    if word.islower():
        return is_unlisted(knowledge.key(word), knowledge.lexicon)
    return word != word.lower()


def printed_beside(document: Document, memories: Memories, knowledge: Knowledge) -> Printed:
    """What was printed but for this very article."""
    memo = document.memo
    if "printed" not in memo:
        memo["printed"] = memories.beside(document, memo.get("path", ""), knowledge.lexicon)
    found: Printed = memo["printed"]
    return found
