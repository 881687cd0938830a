"""Whether a doubled word is one too many, or one of the two is another word misspelt.

The counts of news say what stands between the words around: "described a a success" lacks "as",
and "what he stood for for years" is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence.fitting_word import beside
from newslint.lexicon.counts import shipped_counts
from newslint.text.context_tokens import BOUNDARIES, NUMBER
from newslint.text.english import SMALL_WORDS

if TYPE_CHECKING:
    from newslint.text.document import Document


LINKING = frozenset("in for to at with from of on into his which".split())
"""Doubled words of which the first may end a clause: those whom it stood for for years."""

ARTICLES = frozenset("a an the this that these those his her its our their my your no each".split())

IDIOMS = frozenset("course fact example instance short turn addition least last first".split())
"""Words behind small ones with which they make an idiom."""

ASKED = frozenset("who what where how whoever whatever".split())
"""Words that mostly begin a clause which a verb may end: who we are are not heard."""

QUESTIONS = ASKED | {"which", "that", "than", "as"}
"""Words that may begin a clause which a small word ends: what he stood for for years."""

CLAUSE = 15
"""Maximum words of such a clause that are looked at."""

VERBS = frozenset("was were are will have would could".split())

ENDED = 0.015
"""Part of the places of two words at which a clause ends behind them, from which another may."""

SEEN, SEEN_TO_END = 15, 200
"""How often news prints two words, at the least, to see what else stands there, and to see how
often a clause ends behind them."""

LIKELY, LOST = 5, 10
"""How many times as often the word must stand behind the one before as with another between, and
as a verb with "who" between, which is easily lost: two people were were hurt."""

RELATIVES = ("that", "which", "who")
"""Words that stand before any verb: it suffices that others stand as often without them."""

MEANT = frozenset({*SMALL_WORDS, *"a an or on who into more all no any do can out up".split()})
"""Words that may be meant by one of the two."""


def may_be_other_word(at: int, document: Document) -> bool:
    """Whether word `at`, which repeats the one before, may not simply be left out."""
    word = document.lowered[at]
    counts = shipped_counts()
    number = counts.number(word)
    left, _ = beside(at - 1, document, counts)
    _, right = beside(at, document, counts)
    before, behind = counts.pair(left, number).times, counts.pair(number, right).times
    if not (before and behind):
        return True
    if word in VERBS and before < SEEN:
        return True
    if word == "as" and right == counts.number(NUMBER):  # as many as 40
        return True
    if word in LINKING and (
        begins_idiom(at, document) or may_end_clause(at, left, number, before, document)
    ):
        return True
    for other in MEANT:
        meant = counts.number(other)
        if meant in (0, number):
            continue
        between = counts.triple(left, meant, number).times
        instead = min(counts.pair(number, meant).times, counts.triple(number, meant, right).times)
        if likely(word, other) * between >= before or instead >= behind:
            return True
    return False


def likely(word: str, other: str) -> int:
    """How many times as often a word must stand without another one before it as with it."""
    if other not in RELATIVES:
        return LIKELY
    return LOST if word in VERBS and other == "who" else 1


def begins_idiom(at: int, document: Document) -> bool:
    """Whether word `at` belongs to the one behind: the side of "of course we must"."""
    return at + 1 < len(document.words) and document.lowered[at + 1] in IDIOMS


def may_end_clause(at: int, left: int, number: int, times: int, document: Document) -> bool:
    """Whether a clause may end with the word that word `at` repeats.

    It does not behind a noun, which an article or the like shows, and may where a word such as
    "which" stands before.
    """
    if at > 2 and document.lowered[at - 3] in ARTICLES:
        return False
    if follows_question(at, document):
        return True
    counts = shipped_counts()
    ends = sum(counts.triple(left, number, counts.number(mark)).times for mark in BOUNDARIES)
    return times < SEEN_TO_END or ends >= ENDED * times


def follows_question(at: int, document: Document, questions: frozenset[str] = QUESTIONS) -> bool:
    """Whether a clause that the word before word `at` may end begins before it."""
    first = at - 1
    while first > max(0, at - 1 - CLAUSE) and not document.opens_sentence(first):
        first -= 1
    return not questions.isdisjoint(document.lowered[first : at - 1])
