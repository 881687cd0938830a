"""Mentions: names as they stand in an article, one run of capitalised words each.

In: a Document. Out: runs such as "President Joe Biden" or "van der Bellen", parted into
titles, given part and last word, so that checks can ask who stands beside whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.document import ABBREVIATIONS, possessive

if TYPE_CHECKING:
    from newslint.document import Document

PARTICLES = frozenset(
    (
        "al af bin bint da das de del della den der di dos du el ibn la le of the ten ter van "
        "von zu y e abu ben ap and"
    ).split(" ")
)
LINKS = PARTICLES - {"of", "the", "and"}
"""Small words inside one person's name."""

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count prince "
        "princess king queen duke duchess earl president vice minister premier chancellor "
        "secretary senator senators sen rep representative congressman congresswoman governor "
        "gov mayor councillor judge justice chief general gen lieutenant lt colonel col major "
        "maj captain capt sergeant sgt corporal private admiral commander cmdr constable "
        "detective inspector superintendent commissioner pope cardinal archbishop bishop "
        "father rev reverend rabbi imam ayatollah sultan emir coach manager skipper striker "
        "defender midfielder goalkeeper batsman bowler captain chairman chairwoman chair "
        "director chief executive spokesman spokeswoman spokesperson ambassador envoy deputy "
        "acting former ex late prime foreign finance defence defense interior home treasurer "
        "attorney speaker leader mp mps mep msp sen coach champion actor actress singer "
        "author director producer author analyst economist professor teacher officer st saint"
    ).split(" ")
)
"""Words that stand before a name and are not part of it."""


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december christmas easter".split(" ")
)
"""Words that stand before a name by chance: on Monday Biegun said."""


class Mention(NamedTuple):
    """One run of capitalised words: indices of its words in the document, first to last."""

    first: int
    last: int


def mentions(document: Document) -> Iterator[Mention]:
    """Every run of capitalised words that can be one name, in order."""
    words = document.words
    start = end = -1
    for at, word in enumerate(words):
        capital = word[0].isupper()
        if start >= 0 and joined(document, at):
            if capital:
                end = at
                continue
            if word in LINKS:
                continue
        if start >= 0:
            yield Mention(start, end)
        start = end = at if capital else -1
    if start >= 0:
        yield Mention(start, end)


def joined(document: Document, at: int) -> bool:
    """Whether word `at` may belong to the same name as the word before it."""
    if at == 0:
        return False
    before = document.words[at - 1]
    if possessive(before)[1]:
        return False
    gap = document.gap(at)
    if gap in (" ", "-", "\n", "\u00a0", "\r\n"):
        return True
    if gap == ". ":
        return len(before) == 1 or before.lower() in ABBREVIATIONS
    return gap == "." and len(before) == 1


def before(document: Document, at: int) -> str:
    """The capitalised word before word `at` in the same name, or nothing."""
    if at == 0 or not joined(document, at) or document.gap(at) == "-":
        return ""
    word = document.words[at - 1]
    if word in LINKS and at > 1 and joined(document, at - 1):
        word = document.words[at - 2]
    return word if word[0].isupper() else ""


def after(document: Document, at: int) -> str:
    """The capitalised word after word `at` in the same name, or nothing."""
    if at + 1 >= len(document.words) or not joined(document, at + 1):
        return ""
    word = document.words[at + 1]
    return word if word[0].isupper() and document.gap(at + 1) != "-" else ""
