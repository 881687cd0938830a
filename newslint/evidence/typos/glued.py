"""Question 3 for two words without the space between them, one of which has a capital.

Names in programs and brands are written so, too (forEach, MacVarel, inLeap). So one half must be
one of the smallest words, with which hardly anybody begins or ends a name, and the other a word in
use; or one half an everyday word, and the other a name that news prints. A word with a capital
that stands twice without a space is meant once.
"""

from __future__ import annotations

from newslint.evidence import printed_weights as printed_w
from newslint.evidence import variant_weights as w
from newslint.evidence.typos.typo import Correction
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import CAPITAL, GIVEN, PLACE, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import LINKS
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_AHEAD = frozenset(
    "and of for with from that to the on at by as his her their but are was has who".split(" ")
)
"""Small words that stand before a word with a capital: theFerry."""

_BEHIND = frozenset(("The", "And", "Of", "For", "With"))
"""... and behind one: FerryAnd."""

_BEHIND_ACRONYM = frozenset("at and in is to for with on by from as of the".split(" "))

PUBLISHERS = 14
"""Minimum number of publishers that print the name."""

SHORTEST, LONG_TWICE = 3, 5
"""Minimum letters of a half that is no small word, and of one that stands twice."""

LONG = 4
"""Minimum letters of the everyday half, unless it is one of the smallest words (not Mac, Van)."""

IN_USE = 3.0
"""Minimum Zipf frequency of the half beside a small word."""


def read_glued(word: str, knowledge: Knowledge) -> Correction | None:
    """The correction of a word with a capital inside into two words; None if there is none."""
    if word[1:].islower():
        return None
    stem = split_possessive(word)[0]
    if stem.isupper():
        return None
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
    head, tail = split_at_capital(word)
    if head == tail and len(head) >= LONG_TWICE:
        return head if is_word_half(head, knowledge) else ""
    capital = tail if head in _AHEAD else head if tail in _BEHIND and head[0].isupper() else ""
    if len(capital) >= SHORTEST and is_word_half(capital, knowledge):
        return f"{head} {tail}"
    if head.islower():
        small, name = head, tail
    elif tail in _BEHIND_ACRONYM:
        small, name = tail, head
    else:
        return ""
    if joined.zipf or (small is head and min(len(head), len(tail)) < SHORTEST):
        return ""
    is_glued = is_everyday_half(small, knowledge) and is_name_half(name, knowledge)
    return f"{head} {tail}" if is_glued else ""


def split_at_capital(word: str) -> tuple[str, str]:
    """The halves of a word: before and behind a capital inside, or capitals and what follows them.

    >>> [split_at_capital(word) for word in ("theFerry", "FerryAnd", "NATOand", "McBar", "eBAy")]
    [('the', 'Ferry'), ('Ferry', 'And'), ('NATO', 'and'), ('Mc', 'Bar'), ('', '')]
    """
    if not (word.isascii() and word.isalpha()):
        return "", ""
    at = next((at for at in range(1, len(word)) if word[at - 1].islower() > word[at].islower()), 0)
    head, tail = word[:at], word[at:]
    if at:
        is_plain = head.islower() or (head[0].isupper() and head[1:].islower())
        return (head, tail) if is_plain and tail[1:].islower() else ("", "")
    at = next((at for at in range(len(word)) if word[at].islower()), 0)
    return (word[:at], word[at:]) if at > 1 and word[at:].islower() else ("", "")


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
