"""Two words without the space between them: towhich, storesfurniture, obviouserrors.

Compounds are coined every day (letterbin), so how common the halves are decides nothing. The model
of misspelt words weighs them by the words around: each half must stand beside its neighbour, or
both beside each other, far more often than by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import log, log10

from newslint.evidence import typo_weights as typo_w
from newslint.evidence.compounds import PREFIXES
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.text.english import NEVER_HALVES, SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


PARTED = SMALL_WORDS | NEVER_HALVES
"""Words from which another is parted if they stand together without a space."""

SHORTEST = 7
"""Minimum letters of two words of which neither is small."""

IN_USE, SMALL = 3.0, 6.0
"""Minimum Zipf frequency of either word, and of one with two letters."""

FEW_TITLES = 2
"""Titles of fewer than so many leave a word unheard of."""

UNCOUNTED = 0.3
"""Frequency of a pair that is not counted, and what is added to each."""

COMPOUNDED = ("ed", "er", "ers", "ing", "like", "made", "long", "wide")
"""Endings of words that form compounds with the word before them: sharpeyed, kitemakers."""


def joined_in(key: str, knowledge: Knowledge) -> Iterator[tuple[float, str]]:
    """The ways to make two words of a folded word, each with its weight.

    One of them is small (towhich), or news prints both one behind the other.
    """
    counts = shipped_counts()
    for left, right in halves_of(key):
        zipf = min(knowledge.entry(left).zipf, knowledge.entry(right).zipf)
        small = not PARTED.isdisjoint((left, right))
        if (small and zipf >= typo_w.BOTH_COMMON) or (
            zipf >= typo_w.BOTH_IN_USE
            and (
                not NEVER_HALVES.isdisjoint((left, right))
                or counts.pair(counts.number(left), counts.number(right)).times
            )
        ):
            yield zipf + typo_w.RUN_TOGETHER, f"{left} {right}"


def joined_by_place(key: str, knowledge: Knowledge) -> Iterator[tuple[float, str]]:
    """The ways to make any two words in use of a folded word that nobody knows."""
    if len(key) < SHORTEST or not is_unheard_of(key, knowledge):
        return
    for first, second in halves_of(key):
        if may_be_half(first, knowledge) and may_be_half(second, knowledge):
            zipf = min(knowledge.entry(first).zipf, knowledge.entry(second).zipf)
            yield zipf + typo_w.RUN_TOGETHER, f"{first} {second}"


def halves_of(key: str) -> Iterator[tuple[str, str]]:
    """The ways to part a word, but not into one that stands twice (hehe)."""
    for at in range(2, len(key) - 1):
        if key[:at] != key[at:]:
            yield key[:at], key[at:]


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


HALVES = (
    "halves_printed",
    "halves_fit",
    "halves_counted",
    "small_half",
    "plural_half",
    "shorter_half",
    "prefix",
    "compound",
)
"""Features of two words."""


def features_of_halves(words: str, left: int, right: int) -> Iterator[tuple[str, float]]:
    """What two words are to each other and to their neighbours, and whether they make compounds.

    Prefixes, participles and who or what does something do (preharvest, boatmaker).
    """
    counts = shipped_counts()
    first, _, second = words.replace("-", " ").partition(" ")
    numbers = (left, counts.number(first), counts.number(second), right)
    pairs = [*pairwise(numbers)]
    times = [counts.times(*pair) for pair in pairs]
    yield "halves_printed", log10(times[1] + 1)
    yield (
        "halves_fit",
        sum(
            log((often + UNCOUNTED) / (counts.by_chance(*pair) + UNCOUNTED))
            for often, pair in zip(times, pairs, strict=True)
        ),
    )
    yield "halves_counted", float(sum(map(bool, times)))
    yield "small_half", float(not PARTED.isdisjoint((first, second)))
    yield "plural_half", float(first.endswith("s"))
    yield "shorter_half", float(min(len(first), len(second)))
    yield "prefix", float(first in PREFIXES and second not in PARTED)
    yield "compound", float(second.endswith(COMPOUNDED))
