"""Words that resemble another word and are right: by grammar, by country, or coined."""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence.familiarity import is_listed
from newslint.evidence.morphology import is_derived
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import NAMED, WORD
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_PART = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+|[A-Z]")
"""A part of a coinage: Open and BIOS, Capital and Be."""

COUNTRIES = (("z", "s"), ("ou", "o"), ("c", "s"), ("ll", "l"), ("mme", "m"), ("re", "er"))
"""Spellings that differ between British and American English."""

UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How German vowels with two dots are written without them, and how they are folded."""

LONGEST_ENDING = 3
"""Maximum letters of an ending that makes one word of a dictionary from another."""


SHORTEST_PART = 4
"""Minimum letters of a part of a coinage that counts as a word."""

OF_FINGERS = ("transposed", "doubled", "undoubled")
"""Slips that nobody makes in play."""

SHORTEST_WORD = 4
"""Letters of a word that a play on words begins with ..."""

IN_PLAY = 2.0
"""... and its Zipf frequency."""


def is_made_of(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether one of two words is the other one with an ending: Timed, Time."""
    if is_derived(wrong, right, knowledge):
        return True
    if wrong.replace("men", "man") == right.replace("men", "man"):
        return True
    shorter, longer = sorted((wrong, right), key=len)
    words = knowledge.entry(wrong).flags & knowledge.entry(right).flags & WORD
    return (
        bool(words) and longer.startswith(shorter) and len(longer) - len(shorter) <= LONGEST_ENDING
    )


def have_endings(wrong: str, right: str) -> bool:
    """Whether the two differ in endings alone: Americanism and Americans, scripty and scripts."""
    stem = 0
    while stem < min(len(wrong), len(right)) and wrong[stem] == right[stem]:
        stem += 1
    endings = wrong[stem:], right[stem:]
    if max(map(len, endings)) > 1:
        if min(map(len, endings)) and wrong[-1] == right[-1]:
            return False  # a letter before the last is added: Twitckh
        return stem >= min(len(wrong), len(right)) - 1
    return endings in (("y", "s"), ("d", "s"), ("s", "d"), ("r", "s"), ("r", "d"))


def are_spellings(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether two spellings are one word in two countries or from two alphabets."""
    if any(a.replace(x, y) == b.replace(x, y) for x, y in UMLAUTS):
        return True
    if not knowledge.entry(a).flags & knowledge.entry(b).flags & WORD:
        return False
    return any(a.replace(x, y) == b.replace(x, y) for x, y in COUNTRIES)


def is_plural_name(key: str, knowledge: Knowledge) -> bool:
    """Whether a word is the plural of a name: the Charlies."""
    return key.endswith("s") and bool(knowledge.entry(key[:-1]).flags & NAMED)


def is_coined(spelt: str, right: str, knowledge: Knowledge) -> bool:
    """Whether the word was coined as it is spelt, with capitals inside: OpenBIOS.

    It is a slip if the right word has such capitals, too, and the part that differs is no word.
    """
    if spelt[1:] == spelt[1:].lower() or are_letters(spelt):
        return False
    if right[1:] == right[1:].lower():
        return True
    theirs = {fold(part) for part in _PART.findall(right)}
    others = [fold(part) for part in _PART.findall(spelt) if fold(part) not in theirs]
    return bool(others) and all(
        len(part) >= SHORTEST_PART and is_listed(part, knowledge) for part in others
    )


def are_letters(word: str) -> bool:
    """Whether a word is an abbreviation in capitals, perhaps in the plural: GSA, PSBTs."""
    return word.removesuffix("s").isupper()


def is_play(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether a word begins or ends `wrong`, and not `right`: Moochelle, Obamascare."""
    if slip_kind(wrong, right) in OF_FINGERS:
        return False
    parts = [wrong[:end] for end in range(SHORTEST_WORD, len(wrong) - 1)]
    parts = [part for part in parts if not right.startswith(part)]
    ends = [wrong[start:] for start in range(2, len(wrong) - SHORTEST_WORD + 1)]
    entries = map(knowledge.entry, [*parts, *(end for end in ends if not right.endswith(end))])
    return any(entry.flags & WORD and entry.zipf >= IN_PLAY for entry in entries)
