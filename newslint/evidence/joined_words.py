"""Two ordinary words without the space between them: storesfurniture, obviouserrors.

Compounds are coined every day (letterbin), so how common the halves are decides nothing. The words
around do: each half must stand beside its neighbour, or both beside each other, far more often
than by chance.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from newslint.evidence.compounds import PREFIXES
from newslint.evidence.fitting_word import beside
from newslint.evidence.local_context import is_in_title_case
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import WORD
from newslint.lexicon.printed_names import shipped_names

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


SHORTEST = 7
"""Minimum letters of both words together."""

IN_USE, SMALL = 3.0, 6.0
"""Minimum Zipf frequency of either word, and of one with two letters."""

FEW_TITLES = 2
"""Titles of fewer than so many leave a word unheard of."""

COUNTED = 2
"""Minimum number of the three pairs that news has."""

FITTING = 5.5
"""Minimum logarithm of how much oftener than by chance the three pairs stand in news."""

UNCOUNTED = 0.3
"""Frequency of a pair that is not counted, and what is added to each."""

COMPOUNDED = ("ed", "er", "ers")
"""Endings of words that form compounds with the word before them: sharpeyed, kitemakers."""

Halves = tuple[str, str]


def halves_of(key: str, knowledge: Knowledge) -> tuple[Halves, ...]:
    """The ways to make two words of a folded word that nobody knows.

    Prefixes, participles and who or what does something make compounds (preharvest, boatmaker).
    """
    if len(key) < SHORTEST or not is_unheard_of(key, knowledge):
        return ()
    splits = ((key[:at], key[at:]) for at in range(2, len(key) - 1))
    return tuple(
        (first, second)
        for first, second in splits
        if first not in PREFIXES
        and not second.endswith(COMPOUNDED)
        and may_be_half(first, knowledge)
        and may_be_half(second, knowledge)
    )


def is_unheard_of(key: str, knowledge: Knowledge) -> bool:
    """Whether no source has the folded word, nor what it may be the plural of."""
    entry = knowledge.entry(key)
    if entry.flags or entry.zipf or entry.titles >= FEW_TITLES:
        return False
    counted = map(shipped_counts().number, (key, key.removesuffix("s")))
    return not any(counted) and not shipped_names().count(key).times


def may_be_half(word: str, knowledge: Knowledge) -> bool:
    """Whether half of a word is a common word; one of two letters must be very common."""
    entry = knowledge.entry(word)
    least = IN_USE if len(word) > len("of") else SMALL
    return bool(entry.flags & WORD) and entry.zipf >= least


def parted_at(at: int, halves: tuple[Halves, ...], document: Document) -> str:
    """The two words that word `at` is made of, by the words around; empty if they do not show it.

    A word that stands twice is meant, and so is part of a compound. A capital must be due to the
    place, and the sentence go on behind it, or the word is a name.
    """
    word, gaps = document.words[at], (document.gap(at), document.pieces[2 * at + 2])
    if not halves or "-" in gaps or len(document.positions(word)) > 1:
        return ""
    due = document.opens_sentence(at) or is_in_title_case(at, document)
    if word[0].isupper() and not (due and gaps[1].isspace()):
        return ""
    score, both = max((fit(at, split, document), split) for split in halves)
    return " ".join(both) if score >= FITTING else ""


def fit(at: int, halves: Halves, document: Document) -> float:
    """The logarithm of how much oftener than by chance two words stand in a place; 0 if unknown."""
    counts = shipped_counts()
    left, right = beside(at, document, counts)
    first, second = map(counts.number, halves)
    pairs = ((left, first), (first, second), (second, right))
    times = [counts.times(*pair) for pair in pairs]
    if sum(map(bool, times)) < COUNTED:
        return 0.0
    chances = (
        counts.word(one).times * counts.word(other).times / counts.tokens for one, other in pairs
    )
    return sum(
        log((often + UNCOUNTED) / (chance + UNCOUNTED))
        for often, chance in zip(times, chances, strict=True)
    )
