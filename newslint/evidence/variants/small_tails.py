"""Small words that are stuck to the end of a name: one of the usual, a rarer one, or two."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.printed_names import shipped_names

BEHIND_NAMES = (
    "is in on as at to of by or and was has had who the for but are will with from that this were "
    "have which when after said says also"
).split(" ")
"""Small words that stand after names."""

RARER = tuple("now then still never while where before during would could should".split(" "))
"""Small words that stand after names more rarely."""

LAST = (*BEHIND_NAMES, *RARER, *"not been being his her its their our they you once".split(" "))
"""Small words that may be the last of two."""

TWO = 5
"""Minimum letters of two small words: fewer may end a name (Harrison, Francisan)."""

OFTEN = 500
"""Minimum frequency of two small words behind each other in news."""


def tails_of(word: str) -> Iterator[str]:
    """What may be stuck to a name that nobody prints, but for one of the usual small words.

    >>> list(tails_of("Varelinskisnow")), list(tails_of("Varelinsknow"))
    (['now', 'is now'], ['now'])
    """
    if not word.endswith(LAST):
        return
    for last in LAST:
        rest = word.removesuffix(last)
        if rest == word:
            continue
        if last in RARER:
            yield last
        for first in (*BEHIND_NAMES, *RARER):
            if rest.endswith(first) and len(first + last) >= TWO and are_usual(first, last):
                yield f"{first} {last}"


def are_usual(first: str, last: str) -> bool:
    """Whether news often has the two small words behind each other."""
    counts = shipped_counts()
    return counts.times(counts.number(first), counts.number(last)) >= OFTEN


def is_never_printed(key: str) -> bool:
    """Whether news has the folded word neither as a name nor otherwise."""
    return not shipped_names().count(key).times and not shipped_counts().number(key)


def may_stand_behind(tail: str, behind: str) -> bool:
    """Whether news has a word behind the last of these small words; behind two may be a name."""
    counts, last = shipped_counts(), tail.rpartition(" ")[2]
    if tail != last and not behind[0].islower():
        return True
    return counts.times(counts.number(last), counts.number(behind.lower())) > 0
