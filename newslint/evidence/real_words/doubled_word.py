"""Whether a doubled word is one too many, or one of the two is another word misspelt.

The counts of news say what stands between the words around: "described a a success" lacks "as",
"away an an errand" lacks "on", and "what he stood for for years" is right.
"""

from __future__ import annotations

from math import log10

from newslint.evidence.real_words.fitting_word import beside
from newslint.evidence.real_words.word_in_context import token_numbers
from newslint.lexicon.counts import shipped_counts
from newslint.text.context_tokens import BOUNDARIES, NUMBER
from newslint.text.english import SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.lexicon.counts import Counts
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

SEEN_TO_END = 200
"""How often news prints two words, at the least, to see how often a clause ends behind them."""

MEANT = SMALL_WORDS | frozenset(
    (
        "a an or on who into more all no any do can out up end said was get make her him them his "
        "us back new other two such like must may should been being only just also even most many "
        "those these"
    ).split()
)
"""Words that may be meant by one of the two."""

LOST = 1_000
"""How many times as easily "who" is lost as another word: two people were were hurt."""

UNLIKELY, HARDLY_EVER = -0.7, -2.5
"""Logarithms of the odds that another word is meant, below which the doubled one is left out: of
most words, and of those that may end a clause."""

LEAST, BACKED_OFF, UNPRINTED = 2, 0.4, 1.5
"""Minimum count of a word; how much the chance of a word counts that is known without the word
further off; and how often three words may stand that no publishers print."""


def may_be_other_word(at: int, document: Document) -> bool:
    """Whether word `at`, which repeats the one before, may not simply be left out."""
    word = document.lowered[at]
    counts = shipped_counts()
    numbers = token_numbers(counts)
    before = numbers.beside(2 * at - 1, -1, document.pieces, 2)
    behind = numbers.beside(2 * at + 1, 1, document.pieces, 2)
    if before[0] == behind[0]:  # as much as as much
        return True
    if word == "as" and behind[0] == counts.number(NUMBER):  # as many as 40
        return True
    if word in LINKING and begins_idiom(at, document):
        return True
    around = (*before, numbers.end)[1::-1], (*behind, numbers.end)[:2]
    ends = word in LINKING and may_end_clause(at, document)
    odds = odds_of_another(counts.number(word), *around, counts)
    return odds >= (HARDLY_EVER if ends else UNLIKELY)


def odds_of_another(
    word: int, before: tuple[int, ...], behind: tuple[int, ...], counts: Counts
) -> float:
    """The logarithm of the odds that another word stood beside `word`, which is doubled.

    Or a mark did, which parted them. The words around are those two `before` and two `behind`.
    """
    who = counts.number("who") if counts.token(word) in VERBS else 0
    others = 0.0
    for other in {*map(counts.number, MEANT)} - {0, word}:
        chances = (
            chance((*before, *two, *behind), counts) for two in ((other, word), (word, other))
        )
        others += sum(chances) * (LOST if other == who else 1)
    for mark in map(counts.number, BOUNDARIES):
        others += chance((*before, word, mark, word, *behind), counts)
    return log10(others / chance((*before, word, *behind), counts))


def chance(words: tuple[int, ...], counts: Counts) -> float:
    """The chance of some words behind the first two, each by the two before it."""
    product = 1.0
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        together = counts.times(first, second)
        thrice = counts.triple(first, second, third).times
        if thrice:
            product *= min(1.0, thrice / together)
        else:
            product *= min(
                BACKED_OFF * chance_behind(second, third, counts), UNPRINTED / max(LEAST, together)
            )
    return product


def chance_behind(first: int, second: int, counts: Counts) -> float:
    """The chance of word `second` behind `first`."""
    all_times = max(LEAST, counts.word(first).times)
    if together := counts.times(first, second):
        return together / all_times
    alone = max(LEAST, counts.word(second).times) / counts.tokens
    return min(BACKED_OFF * alone, UNPRINTED / all_times)


def begins_idiom(at: int, document: Document) -> bool:
    """Whether word `at` belongs to the one behind: the side of "of course we must"."""
    return at + 1 < len(document.words) and document.lowered[at + 1] in IDIOMS


def may_end_clause(at: int, document: Document) -> bool:
    """Whether a clause may end with the word that word `at` repeats.

    It does not behind a noun, which an article or the like shows, and may where a word such as
    "which" stands before.
    """
    if at > 2 and document.lowered[at - 3] in ARTICLES:
        return False
    if follows_question(at, document):
        return True
    counts = shipped_counts()
    left, number = beside(at - 1, document, counts)[0], counts.number(document.lowered[at])
    times = counts.pair(left, number).times
    ends = sum(counts.triple(left, number, counts.number(mark)).times for mark in BOUNDARIES)
    return times < SEEN_TO_END or ends >= ENDED * times


def follows_question(at: int, document: Document, questions: frozenset[str] = QUESTIONS) -> bool:
    """Whether a clause that the word before word `at` may end begins before it."""
    first = at - 1
    while first > max(0, at - 1 - CLAUSE) and not document.opens_sentence(first):
        first -= 1
    return not questions.isdisjoint(document.lowered[first : at - 1])
