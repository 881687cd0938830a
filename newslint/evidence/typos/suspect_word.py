"""Question 3: which words may be misspelt, what may be meant, and what is known of either.

A suspect is in no list of English words, or no publisher prints it. `typo_features` adds what
the place shows, and two fitted models weigh all of it: `weights/typo.json` for words in small
letters, `weights/typo_capital.json` for the others, which are mostly names.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log10

from newslint.core.record import NamedTuple
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.compounds import made_of_words
from newslint.evidence.english_word import is_attested_plural, is_english
from newslint.evidence.joined_words import FEW_TITLES, joined_by_place
from newslint.evidence.typos.glued import read_glued
from newslint.evidence.typos.typo import (
    LONG,
    LONGEST,
    PROPER,
    SHORT,
    SHORTEST,
    SHORTEST_LISTED,
    Correction,
    candidates,
    is_drawn_out,
    is_in_book,
    likelihood,
    read_word,
)
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import (
    ATTESTED,
    CAPITAL,
    FAMILY,
    FOREIGN,
    GIVEN,
    NAMED,
    PLACE,
    SLIP,
    WORD,
)
from newslint.lexicon.printed_names import shipped_names
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


MOST = 8
"""Words that may be meant from which a place chooses, the likeliest by themselves."""

IN_USE = 3.2
"""A word of this Zipf frequency is one, whether or not publishers of the counts print it."""

FLAGS = {
    "in_dictionary": WORD,
    "with_capital": CAPITAL,
    "listed": SLIP,
    "foreign": FOREIGN,
    "given_name": GIVEN,
    "family_name": FAMILY,
    "place": PLACE,
    "in_large_dictionary": ATTESTED,
}
"""Features of a word that the lexicon has, by its flags."""


class Suspect(NamedTuple):
    """A word that may be misspelt, whatever its place.

    `rights` are words that may be meant, each with its weight; `features` say what is known of
    the suspect; `reading` is what the weights set by hand make of it.
    """

    key: str
    capital: bool
    features: dict[str, float]
    rights: tuple[tuple[str, float], ...]
    reading: Correction | None


def suspect_word(word: str, knowledge: Knowledge) -> Suspect | None:
    """The suspect that `word` is, as it stands; None if it is right, or like nothing."""
    key = knowledge.key(word)
    if is_spoken(key, knowledge):
        return None
    stem = split_possessive(word)[0]
    capital = not stem.islower()
    reading = read_word(word, knowledge) or read_glued(word, knowledge)
    suspected = may_be_suspect(key, stem, knowledge)
    joined = joined_by_place(key, knowledge) if suspected and stem == word else ()
    rights = rights_of(key, capital, joined, knowledge) if suspected else ()
    if not rights:
        return Suspect(key, capital, {}, (), reading) if reading else None
    return Suspect(key, capital, features_of(key, knowledge), rights, reading)


def is_spoken(key: str, knowledge: Knowledge) -> bool:
    """Whether the word is a participle without its g, spelt as it is spoken: doin."""
    return key.endswith("in") and bool(knowledge.entry(f"{key}g").flags & WORD)


def may_be_suspect(key: str, stem: str, knowledge: Knowledge) -> bool:
    """Whether the word is in no list of English words, or nobody prints it."""
    if not SHORTEST_LISTED <= len(key) <= LONGEST or not key.isalpha() or not key.isascii():
        return False
    small = stem.islower()
    if not (small or stem[1:].islower() or (stem.isupper() and len(stem) > SHORT)):
        return False
    if is_in_book(key, small, knowledge):
        return False
    if is_unprinted(key, small, knowledge):
        return True
    if is_english(key, knowledge):
        return False
    entry = knowledge.entry(key)
    borne = entry.titles >= typo_w.NAME_TITLES and len(key) <= LONG
    return small or not (entry.flags & PROPER or len(key) <= SHORTEST or borne)


def is_unprinted(key: str, small: bool, knowledge: Knowledge) -> bool:
    """Whether nobody prints the word, nor what it may be the plural of, and hardly anybody else.

    In small letters it is no name, however many are called so, and may be a word that nothing but
    dictionaries have.
    """
    entry = knowledge.entry(key)
    in_use = entry.zipf > IN_USE or entry.titles > typo_w.WORD_TITLES
    if in_use and not (small and entry.flags & (NAMED | CAPITAL) and not entry.flags & WORD):
        return False
    number, name = shipped_counts().number, shipped_names().count
    forms = (key, key[:-1] if key[-1] == "s" else key)
    if any(map(number, forms)):
        return False
    return small or not (entry.flags & WORD or any(name(form).times for form in forms))


def rights_of(
    key: str, capital: bool, joined: Iterable[tuple[float, str]], knowledge: Knowledge
) -> tuple[tuple[str, float], ...]:
    """Words that may be meant, the likeliest first: words of the lexicon, and names in counts.

    And two words that may be `joined`. Who draws a vowel out (pleeease) spells it as it was said.
    """
    listed = [fold(right) for right in knowledge.lexicon.corrections(key)]
    weights: dict[str, float] = {}
    for weight, right in (*candidates(key, listed, capital, knowledge), *joined):
        weights[right] = max(weight, weights.get(right, weight))
    for right in knowledge.lexicon.near(key):
        printed = right not in weights and shipped_counts().number(right)
        if printed and (capital or knowledge.entry(right).flags & WORD):
            weights[right] = likelihood(key, right, capital, knowledge)
    meant = ((right, weight) for right, weight in weights.items() if not is_drawn_out(key, right))
    best = sorted(meant, key=lambda item: (-item[1], item[0]))
    return tuple(best[:MOST])


def features_of(key: str, knowledge: Knowledge) -> dict[str, float]:
    """What is known of a suspect wherever it stands; a name may be in the plural (two Varels)."""
    entry, counts, forms = knowledge.entry(key), shipped_counts(), (key, key.removesuffix("s"))
    features = {name: float(bool(entry.flags & flag)) for name, flag in FLAGS.items()}
    if is_attested_plural(key, knowledge):
        features["in_large_dictionary"] = 1.0
    features["letters"] = float(len(key))
    features["frequency"] = entry.zipf
    features["titles"] = log10(max(knowledge.entry(form).titles for form in forms) + 1)
    features["made_of_words"] = made_of_words(key, knowledge)
    features["printed"] = log10(counts.word(counts.number(key)).times + 1)
    features["printed_as_name"] = log10(max(map(shipped_names().count, forms)).times + 1)
    listed = entry.flags or entry.zipf or features["in_large_dictionary"]
    features["unheard_of"] = float(not listed and entry.titles < FEW_TITLES)
    return features
