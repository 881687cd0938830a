"""Question 3: endings that sound alike, of which English gives a word the other.

Such slips are of several letters, and no list has all of them: who writes "fortunently" writes
"ultimently", too.
"""

from __future__ import annotations

from newslint.evidence import typo_weights as typo_w
from newslint.lexicon.lexicon import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge

CONFUSED = (("ently", "ately"), ("ently", "itely"), ("icly", "ically"))
"""Endings that are written, and those that are meant."""


def words_with_usual_ending(key: str, knowledge: Knowledge) -> list[str]:
    """The words in use that the folded `key` becomes with the ending that is meant."""
    if not key.endswith("ly"):
        return []
    others = (key.removesuffix(one) + other for one, other in CONFUSED if key.endswith(one))
    return [other for other in others if _is_in_use(other, knowledge)]


def _is_in_use(word: str, knowledge: Knowledge) -> bool:
    entry = knowledge.entry(word)
    return bool(entry.flags & WORD) and entry.zipf >= typo_w.STEM
