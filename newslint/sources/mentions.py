"""Mentions of names in a text: runs of capitalised words, without titles and openings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.evidence.familiarity import is_ordinary
from newslint.evidence.local_context import is_in_title_case
from newslint.sources.name_classes import ALL_CLASSES, DEPUTIES, QUALIFIERS
from newslint.text.english import CALENDAR, LINKS, OPENERS, SMALL_WORDS, TITLES
from newslint.text.name_spans import joined

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


class Mention(NamedTuple):
    """One name as it stands: its folded words, the titles before it, and where its words are.

    `opening` is the word before it that opens the sentence, and may be part of it: New Lanton.
    """

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    first: int
    last: int
    opens: bool
    opening: str = ""


JOINTS = frozenset(("of", "for"))
"""Small words that may stand inside the name of an organisation: Ministry of Defence."""


def mentions(document: Document, knowledge: Knowledge) -> Iterator[Mention]:
    """Every name, in order. A run of capitals with "of" in it is several."""
    words, beyond = document.words, 0
    lines: dict[int, bool] = {}
    for at in document.capitals:
        if at < beyond or not _is_nameable(words[at]):
            continue
        last = _end_of_run(at, document)
        beyond = last + 1
        if _is_headed(at, document, lines):
            continue
        mention = _without_titles(at, last, document, knowledge)
        if mention:
            yield mention


def _is_nameable(word: str) -> bool:
    return word[0].isupper() and not word[-1].isdigit()


def _end_of_run(at: int, document: Document) -> int:
    """The last of the capitalised words that follow each other from word `at` on."""
    words, last = document.words, at
    while last + 1 < len(words) and _follows(last + 1, document):
        step = _over_of(last, document)
        while words[last + step].lower() in LINKS and not words[last + step][0].isupper():
            step += 1
            if step > 3 or last + step >= len(words) or not _follows(last + step, document):
                return last
        if not _is_nameable(words[last + step]):
            return last
        last += step
    return last


def _over_of(last: int, document: Document) -> int:
    """How many words it is to the next of a name: two in University of, Ministry of."""
    words = document.words
    is_head = words[last].lower() in HEADS and words[last + 1] in JOINTS
    return 2 if is_head and last + 2 < len(words) and _follows(last + 2, document) else 1


HEADS = ALL_CLASSES - QUALIFIERS | frozenset(
    "ministry department house church office council bureau board bishop duke".split(" ")
)
"""Words that end a name or go on with "of": University of Lanton."""


def _follows(at: int, document: Document) -> bool:
    gap = document.gap(at)
    return (joined(document, at) or gap in (" & ", "&", " '", "-")) and "\n" not in gap


def _is_headed(at: int, document: Document, lines: dict[int, bool]) -> bool:
    """Whether word `at` stands in a headline with a capital on each word, or all in capitals."""
    start, end = document.span(at)
    text = document.text
    begin = text.rfind("\n", 0, start) + 1
    if begin not in lines:
        close = text.find("\n", end)
        line = text[begin : close if close >= 0 else len(text)]
        shouted = line.isupper() and len(line.split()) > 2
        may_head = len(line) <= LONGEST and not STOP.search(line)
        lines[begin] = shouted or (may_head and is_in_title_case(at, document))
    return lines[begin]


LONGEST = 200
"""Letters of a line that may be a headline."""

STOP = re.compile(r"[.:][\"”’')]?\s*$")
"""Ends a line that is no headline."""


def _without_titles(
    first: int, last: int, document: Document, knowledge: Knowledge
) -> Mention | None:
    """The name in a run, behind Monday, Mayor and a word that opens the sentence."""
    keys = [knowledge.key(word) for word in document.words[first : last + 1]]
    opens = document.opens_sentence(first)
    titles: list[str] = []
    at = 0
    while at < len(keys):
        key = keys[at]
        if key in CALENDAR:
            titles.clear()
        elif is_title(keys, at):
            titles.append(key)
        elif not (at == 0 and opens and len(keys) > 1 and is_opening(key, knowledge)):
            break
        at += 1
    kept = keys[at:]
    while kept and kept[-1] in CALENDAR:
        kept.pop()
    if not kept:
        return None
    start = first + at
    opening = keys[at - 1] if opens and at and not titles else ""
    last = start + len(kept) - 1
    return Mention(tuple(kept), tuple(titles), start, last, opens and not at, opening)


def is_title(keys: list[str], at: int) -> bool:
    """Whether a word stands before a name as a title; "finance" does before minister alone."""
    key = keys[at]
    if key in OFFICES or key in DEPUTIES:
        return at + 1 < len(keys) and is_title(keys, at + 1)
    return key in TITLES or key in RANKS


OFFICES = frozenset("finance foreign defence defense interior home health education".split(" "))
"""What a minister or secretary may be of."""


def is_opening(key: str, knowledge: Knowledge) -> bool:
    """Whether a capitalised word may be a mere word that opens its sentence."""
    if key in SMALL_WORDS or key in OPENERS:
        return True
    return is_ordinary(key, knowledge) and knowledge.entry(key).zipf >= 5.0


def span_of(mention: Mention, document: Document) -> Span:
    """The place of a name, without a possessive ending."""
    return Span(document.span(mention.first).start, document.stem(mention.last)[1].end)


COURTESY = (frozenset(("mr",)), frozenset(("mrs", "ms", "miss")))

RANKS = frozenset(
    "justice sheriff reverend chairman chairwoman constable sergeant inspector superintendent"
    " commander commissioner corporal lieutenant captain"
    " major colonel brigadier general admiral marshal councillor alderman cllr mayor mayoress"
    " governor senator judge recorder coroner magistrate professor dr bishop archbishop dean canon"
    " vicar rabbi imam baroness baron lord lady sir dame minister secretary president chancellor"
    " headteacher headmaster headmistress".split(" ")
)
"""Titles that say what somebody is, of which two are seldom held at once."""
