"""Question 3 for a word that no publisher prints: whether one that is a slip away fits its place.

"Drone Stike": no publisher prints "stike", and many print "drone strike". The words around it tell
a slip from a name, a foreign word or a term, which can stand anywhere.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import printed_weights as printed_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity
from newslint.evidence.typo import LONGEST, SHORTEST_LISTED, Correction
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.lexicon import ATTESTED, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.context_tokens import END, NAME, UNKNOWN, boundary, token
from newslint.text.tokenizer import is_short_form, split_possessive

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.lexicon.counts import Counts
    from newslint.text.document import Document


def read_unprinted(word: str, knowledge: Knowledge) -> list[Correction] | None:
    """The corrections of a word that nobody prints, wherever it stands; None if there are none."""
    key = knowledge.key(word)
    if not is_unprinted(word, key, knowledge):
        return None
    reasons = ("nobody prints '{found}', and another word stands where it does",)
    base = printed_w.FITTING + known_w.EVERY_LETTER * (len(key) - known_w.USUAL_LETTERS)
    base -= printed_w.KNOWN_UNPRINTED * familiarity(key, knowledge)
    if knowledge.entry(key).flags & ATTESTED:
        base += printed_w.IN_DICTIONARY
    capital = word[0].isupper()
    if capital and len(key) <= w.SHORT_LETTERS:
        base += printed_w.MAY_BE_NAME
    number = shipped_counts().number
    listed = knowledge.lexicon.corrections(key)
    readings = []
    for right in {*knowledge.lexicon.near(key), *listed}:
        kind = slip_kind(key, right)
        if number(right) and (capital or knowledge.entry(right).flags & WORD):
            typing = kind in known_w.TYPING
            weight = base + typo_w.SLIP_OF_WORD * w.SLIPS[kind]
            if not typing:
                weight += printed_w.MAY_BE_NAME if capital else known_w.NOT_TYPING
            readings.append(
                Correction(weight, (right,), 0.0, reasons, right in listed, False, typing)
            )
    return readings or None


def is_unprinted(word: str, key: str, knowledge: Knowledge) -> bool:
    """Whether nobody prints the word or its singular, and it is unknown."""
    if not SHORTEST_LISTED <= len(key) <= LONGEST or not key.isalpha() or not key.isascii():
        return False
    stem = split_possessive(word)[0]
    if not stem[1:].islower() or knowledge.is_right(key):
        return False
    entry = knowledge.entry(key)
    if entry.flags & WORD or entry.zipf > printed_w.IN_USE or entry.titles > typo_w.WORD_TITLES:
        return False
    number, name = shipped_counts().number, shipped_names().count
    singular = key[:-1] if key[-1] == "s" else key
    return not any(number(form) or name(form).times for form in (key, singular))


def best_fit(
    at: int, readings: list[Correction], document: Document, knowledge: Knowledge
) -> Correction:
    """The correction that fits best at the place of word `at`, with the weight of that.

    Its lead is 0, since the words around a place never make a fix safe.
    """
    counts = shipped_counts()
    left, right = beside(at, document, counts)
    classes = (UNKNOWN, NAME) if document.words[at][0].isupper() else (UNKNOWN,)
    otherwise = max(stands(left, counts.number(other), right, counts) for other in classes)

    def weigh(reading: Correction) -> Correction:
        here = stands(left, counts.number(reading.right), right, counts)
        return reading._replace(weight=reading.weight + log10(here) - log10(otherwise))

    fitting = sorted(map(weigh, readings), key=lambda reading: reading.weight, reverse=True)
    rights = tuple(reading.right for reading in fitting[:3])
    return fitting[0]._replace(candidates=rights)


def beside(at: int, document: Document, counts: Counts) -> tuple[int, int]:
    """The numbers of the tokens before and after word `at`: words, or boundaries."""
    return _counted(at, at - 1, document, counts), _counted(at + 1, at + 1, document, counts)


def _counted(gap: int, word: int, document: Document, counts: Counts) -> int:
    """The number of the boundary that `gap` is, or else of the word beside it."""
    if not 0 <= word < len(document.words):
        return counts.number(END)
    between = document.gap(gap)
    if not (between == ". " and is_short_form(document.words[gap - 1])) and boundary(between):
        return counts.number(boundary(between))
    return counts.number(token(document.words[word], counts.number))


def stands(left: int, word: int, right: int, counts: Counts) -> float:
    """The frequency of three tokens in sequence in news, by their pairs and triple."""
    times = max(1, counts.word(word).times)
    chance = _pair(left, word, counts) * _pair(word, right, counts) / times
    return max(chance, counts.triple(left, word, right).times if left and right else 0)


def is_counted_beside(first: int, second: int, counts: Counts) -> bool:
    """Whether two words stand side by side in news; boundaries, names and numbers are no words."""
    return all(map(counts.is_word, (first, second))) and counts.pair(first, second).times > 0


def _pair(first: int, second: int, counts: Counts) -> float:
    """The frequency of two tokens in sequence; an uncounted pair is estimated."""
    expected = counts.word(first).times * counts.word(second).times / counts.tokens
    return (
        counts.pair(first, second).times
        or min(printed_w.UNCOUNTED_PAIR, expected)
        or printed_w.NO_PAIR
    )
