"""What the publication prints again and again is right, unless its memory shows a likelier form."""

from __future__ import annotations

from newslint.evidence.familiarity import is_listed_slip
from newslint.memory.layout import KNOWN, TIMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories, Printed
    from newslint.text.document import Document


LARGE, LARGE_FOR_TYPOS = 50_000, 600
"""Stories of an archive from which slips, too, stand in several of them: unlikely slips, and those
beyond doubt."""


ANSWERED, UNPRINTED = "answered", "unprinted"
"""Notes in a document's memo: that a memory had something to say of it, and which words were asked
for and had not been printed often."""


def is_printed(word: str, document: Document, knowledge: Knowledge, is_sure: bool = False) -> bool:
    """Whether several other stories have a word, and no printed word is a slip away from it.

    `is_sure` says that the word would be a slip beyond doubt if there were no memory.
    """
    memories = knowledge.memories
    if memories is None:
        return False
    if not may_be_printed(word, knowledge, is_sure):
        document.memo.setdefault(UNPRINTED, set()).add((word, is_sure))
        return False
    from newslint.evidence.remembered.candidates import near_words, rights_of

    document.memo[ANSWERED] = True
    key = knowledge.key(word)
    other_stories = printed_beside(document, memories, knowledge).stories(key)
    if other_stories < _least(memories, is_sure):
        return False
    return not rights_of(key, near_words(key, memories), memories)


def is_printed_for(wrong: str, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the other stories have the first folded word so often that the second is its slip."""
    memories = knowledge.memories
    if memories is None:
        return False
    if memories.stories(wrong) < TIMES:
        document.memo.setdefault(UNPRINTED, set()).add((wrong, False))
        return False
    document.memo[ANSWERED] = True
    printed = printed_beside(document, memories, knowledge)
    return printed.stories(wrong) >= TIMES * max(1, printed.stories(right))


def is_printed_at(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in several other stories, alone or beside one of its neighbours."""
    if knowledge.memories is None:
        return False
    from newslint.memory.phrases import pairs_at

    phrases = (document.words[at], *pairs_at(at, document))
    return any(is_printed(phrase, document, knowledge) for phrase in phrases)


def may_be_printed(word: str, knowledge: Knowledge, is_sure: bool) -> bool:
    """Whether a word stands in several stories, of which the article itself may be one."""
    memories, key = knowledge.memories, knowledge.key(word)
    if memories is None or memories.stories(key) < _least(memories, is_sure):
        return False
    return not is_listed_slip(key, knowledge)


def _least(memories: Memories, is_sure: bool) -> int:
    """Stories from which a word is right."""
    return KNOWN + memories.size // (LARGE_FOR_TYPOS if is_sure else LARGE)


def is_phrase(word: str, knowledge: Knowledge) -> bool:
    """Whether a memory stores this word: it is capitalised, or not in the lexicon."""
    if word.islower():
        from newslint.memory.phrases import is_unlisted

        return is_unlisted(knowledge.key(word), knowledge.lexicon)
    return word != word.lower()


def printed_beside(document: Document, memories: Memories, knowledge: Knowledge) -> Printed:
    """What was printed in all stories but this one."""
    memo = document.memo
    if "printed" not in memo:
        memo["printed"] = memories.beside(document, memo.get("path", ""), knowledge.lexicon)
    found: Printed = memo["printed"]
    return found
