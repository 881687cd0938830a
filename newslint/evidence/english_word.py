"""Whether a word by itself is English, or of another language."""

from __future__ import annotations

from newslint.evidence import typo_weights as typo_w
from newslint.lexicon.lexicon import ATTESTED, CAPITAL, FOREIGN, SLIP, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


def is_english(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is listed as English, or common enough in English copy."""
    standing = knowledge.entry(key)
    if standing.flags & (WORD | CAPITAL | ATTESTED) and not standing.flags & SLIP:
        return True
    if standing.flags & SLIP:
        return False
    if is_attested_plural(key, knowledge):
        return True
    in_use = standing.zipf >= typo_w.COMMON_ENOUGH and not standing.flags & FOREIGN
    return in_use or standing.titles >= typo_w.WORD_TITLES


def is_attested(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is in a large dictionary, and in no list of misspellings."""
    return knowledge.entry(key).flags & (ATTESTED | SLIP) == ATTESTED


def is_attested_plural(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is the plural of one that a large dictionary has."""
    return has_plain_plural(key, knowledge) and is_attested(key[:-1], knowledge)


def has_plain_plural(key: str, knowledge: Knowledge) -> bool:
    """Whether a word may be the plural of what it is without its s: piers, but not ferrys or foxs.

    Behind a hiss or an o a dictionary tells: churches and heroes, but epochs and photos.
    """
    before = key[-2:-1]
    if key[-1:] != "s" or before in ("", "s"):
        return False
    if before in ("h", "o", "x", "z"):
        return not knowledge.entry(f"{key[:-1]}es").flags & WORD
    return before != "y" or key[-3:-2] in ("a", "e", "i", "o", "u")


def is_foreign(key: str, knowledge: Knowledge) -> bool:
    """Whether the folded word is probably of another language, and not a misspelt English one."""
    flags = knowledge.entry(key).flags
    if flags & (SLIP | WORD):
        return False
    return bool(flags & FOREIGN) or not is_english(key, knowledge)
