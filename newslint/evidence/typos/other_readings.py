"""Other readings of a misspelling: what else it may be, so that nobody mends it unseen.

A word may be a form of a dictionary's word, somebody's speech, a name, or a spelling that is
printed nearly as often as the one that a list prefers.
"""

from __future__ import annotations

from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import ATTESTED, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SELDOM = 50
"""News prints a word so many times as often as a misspelling of it, or oftener ..."""

SELDOM_NAMED = 30
"""... and a name so many times as often as what is no name but a misspelling."""

ENDINGS = tuple("s es ed ing r er rs ers ry ery ish ist ists ism ify".split(" "))
"""Endings of nouns and verbs, of who does what a verb says, and of words that are made anew ..."""

AGAIN = ("re", "un")
"""What makes another word of almost any verb or adjective."""

SHORTEST_STEM = 4
"""Letters of a word that has such forms, at the least."""


def has_other_reading(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether the folded word `key` may be no misspelling of `right`."""
    return (
        lacks_last_g(key, right)
        or is_spelt_on_purpose(key, right)
        or is_form_of_other(key, right, knowledge)
        or is_variant(key, right)
        or is_printed_name(key, right)
    )


def lacks_last_g(key: str, right: str) -> bool:
    """Whether `key` is `right` as some speak it: poppin."""
    return key.endswith("in") and right == f"{key}g"


def is_spelt_on_purpose(key: str, right: str) -> bool:
    """Whether `key` is `right` as some spell it, or did once: publick, aktion, imbed."""
    if key[0] + right[0] in ("ie", "ei") and key[1:] == right[1:]:
        return True
    if right.endswith("c") and key == f"{right}k":
        return True
    apart = {pair for pair in zip(key, right, strict=False) if pair[0] != pair[1]}
    return len(key) == len(right) and apart == {("k", "c")}


def is_form_of_other(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a form of a word that `right` is not made of: tormenters, incenting.

    A list of misspellings knows better than the rare words of large dictionaries.
    """
    listed = knowledge.entry(key).flags & SLIP
    known = WORD if listed else WORD | ATTESTED
    stems = stems_of(key)
    flags = [knowledge.entry(stem).flags for stem in stems if not right.startswith(stem)]
    return any(there & known and not there & SLIP for there in flags)


def stems_of(key: str) -> list[str]:
    """What a word may be a form of.

    >>> stems_of("incenting"), stems_of("respecing")
    (['incent', 'incente'], ['respec', 'respece', 'specing', 'spec', 'spece'])
    """
    stems = [key.removesuffix(ending) for ending in ENDINGS if key.endswith(ending)]
    stems = [stem for stem in stems if len(stem) >= SHORTEST_STEM]
    if key.endswith("ily"):
        stems.append(f"{key[:-3]}y")
    stems += [f"{stem}e" for stem in stems]
    if key.endswith("ied"):
        stems.append(f"{key[:-3]}y")
    again = [stem[2:] for stem in (key, *stems) if stem.startswith(AGAIN)]
    return stems + [stem for stem in again if len(stem) >= SHORTEST_STEM]


def is_variant(key: str, right: str) -> bool:
    """Whether news prints `key` too often for a misspelling of `right`: requestor."""
    counts = shipped_counts()
    times, others = (counts.word(counts.number(word)).times for word in (key, right))
    return SELDOM * times > others > 0


def is_printed_name(key: str, right: str) -> bool:
    """Whether news prints `key` as a name too often for a misspelling of `right`: Synopsys."""
    names = shipped_names()
    return SELDOM_NAMED * names.count(key).times > names.count(right).times
