"""Question 3: whether an unlisted word is another word, misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import log10

from newslint.book.names import RIGHT
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.compounds import made_of_words
from newslint.evidence.english_word import is_english
from newslint.evidence.familiarity import familiarity
from newslint.evidence.joined_words import joined_in
from newslint.evidence.typos.coined_words import kind_of_slip, may_be_coined, with_syllable_twice
from newslint.evidence.typos.confused_endings import words_with_usual_ending
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import CAPITAL, FOREIGN, NAMED, SLIP, WORD
from newslint.lexicon.slips import slip_kind
from newslint.text.english import SMALL_WORDS
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


SHORTEST = 4

SHORTEST_LISTED = 3
"""Minimum letters of a word that is examined, and of one that is a listed misspelling."""

LONGEST = 40
"""Maximum letters of a word; longer strings are data."""

SHORT = 5

LONG = 7
"""Minimum letters of a word that may have two slips."""

PROPER = NAMED | CAPITAL
"""Flags of words that have a capital inside a sentence, too."""


_DRAWN_OUT = lazy_pattern(r"([aeiou])\1\1")


class Correction(NamedTuple):
    """The `candidates` that a misspelt word may stand for, best first, listed ones before others.

    `weight` is that of its being misspelt at all; `lead` is how far the best candidate is ahead of
    the second. It is `certain` if a list has one correction for it and nothing else is likelier,
    and `fitted` if the fitted model alone makes it.
    """

    weight: float
    candidates: tuple[str, ...]
    lead: float
    reasons: tuple[str, ...]
    listed: bool
    certain: bool
    typing: bool
    fitted: bool = False

    @property
    def right(self) -> str:
        """The likeliest word."""
        return self.candidates[0]


def is_in_book(key: str, small: bool, knowledge: Knowledge) -> bool:
    """Whether the book has the folded word, or its singular, as right.

    In `small` letters it must have it so: that somebody is called Teh excuses no "teh".
    """
    forms = (key, key[:-1]) if key[-1] == "s" else (key,)
    if not small:
        return any(map(knowledge.is_right, forms))
    rulings = chain.from_iterable(map(knowledge.names.lookup, forms))
    return any(ruling.role in RIGHT and ruling.spelling.islower() for ruling in rulings)


def read_word(word: str, knowledge: Knowledge) -> Correction | None:
    """The correction of `word`, as it is spelt; None if it is a word."""
    key = knowledge.key(word)
    if not SHORTEST_LISTED <= len(key) <= LONGEST or not key.isalpha() or not key.isascii():
        return None
    if len(key) < SHORTEST:
        return read_short_word(word, key, knowledge)
    stem = split_possessive(word)[0]
    capital = not stem.islower()
    if capital and not (stem[1:].islower() or (stem.isupper() and len(stem) > SHORT)):
        return None
    if is_english(key, knowledge) or is_in_book(key, not capital, knowledge):
        return None
    standing = knowledge.entry(key)
    if capital and (
        standing.flags & PROPER
        or len(key) == SHORTEST
        or (standing.titles >= typo_w.NAME_TITLES and len(key) <= LONG)
    ):
        return None
    return best_correction(key, capital, knowledge)


def read_short_word(word: str, key: str, knowledge: Knowledge) -> Correction | None:
    """The correction of a word of three letters, if it is a listed slip for a small word."""
    flags = knowledge.entry(key).flags
    if not word.islower() or not flags & SLIP or flags & PROPER or is_in_book(key, True, knowledge):
        return None
    rights = [right for right in knowledge.lexicon.corrections(key) if right in SMALL_WORDS]
    if not any(
        sorted(key) == sorted(right) or slip_kind(key, right) in known_w.TYPING for right in rights
    ):
        return None
    return best_correction(key, False, knowledge)


def best_correction(key: str, capital: bool, knowledge: Knowledge) -> Correction | None:
    """The correction of an unlisted word, whatever its weight; None if no word is near.

    A list of misspellings supports only its own corrections, which come first.
    """
    listed = [fold(right) for right in knowledge.lexicon.corrections(key)]
    listed = listed or words_with_usual_ending(key, knowledge)
    weighed = sorted(candidates(key, listed, capital, knowledge), reverse=True)
    if not weighed:
        return None
    most, likeliest = weighed[0]
    weighed.sort(key=lambda candidate: candidate[1] not in listed)
    best, right = weighed[0]
    lead = best - weighed[1][0] if len(weighed) > 1 else typo_w.CLEAR_LEAD
    typing = bool(listed) or kind_of_slip(key, right) in known_w.TYPING
    weight = most - (familiarity(key, knowledge) if capital else use(key, typing, knowledge))
    if listed:
        weight += w.LISTED_SLIP - typo_w.LISTED_AS
    if capital:
        weight += typo_w.CAPITALISED
    elif not are_small(right, knowledge):
        weight += made_of_words(key, knowledge)
    if is_drawn_out(key, right):
        weight += typo_w.DRAWN_OUT
    reason = "'{found}' is in no dictionary"
    if listed:
        reason = "'{found}' is a well-known misspelling"
    rights = tuple(dict.fromkeys(right for _, right in weighed))[:3]
    if len(key) <= SHORT:
        lead -= typo_w.SHORT_LEAD
    if is_ambiguous(key, right, listed) or (not listed and may_be_coined(key, right, knowledge)):
        lead = 0.0
    certain = listed == [likeliest] and len(key) >= SHORTEST
    return Correction(weight, rights, lead, (reason,), bool(listed), certain, typing)


def is_ambiguous(key: str, right: str, listed: list[str]) -> bool:
    """Whether lists have several corrections for `key`, none of which it is but for marks."""
    return len(listed) > 1 and not has_letters_of(key, right)


def use(key: str, typing: bool, knowledge: Knowledge) -> float:
    """How common a word in small letters is, as a Zipf frequency.

    Its use as a name counts for little. A foreign word stands among foreign words, or in phrases
    of its own (de jure); there it is no slip for an English one.
    """
    standing = knowledge.entry(key)
    zipf = standing.zipf * (typo_w.FOREIGN_USE if typing and standing.flags & FOREIGN else 1.0)
    if standing.flags & SLIP:
        zipf -= w.LISTED_AGAINST
    return max(0.0, zipf, typo_w.NAME_USE * log10(standing.titles + 1))


def candidates(
    key: str, listed: list[str], capital: bool, knowledge: Knowledge
) -> Iterator[tuple[float, str]]:
    """The words that may be meant, each with its weight."""
    found = {*knowledge.lexicon.near(key), *listed}
    if len(key) >= LONG and all(knowledge.entry(right).zipf < typo_w.COMMON for right in found):
        # Of a capitalised word only a moved letter could still weigh enough to be told.
        found |= knowledge.lexicon.further(key, as_long=capital and not found)
    found.update(filter(knowledge.lexicon.is_well_known, with_syllable_twice(key)))
    for right in found:
        standing = knowledge.entry(right)
        if right not in listed and not standing.flags & WORD:
            continue
        if " " in right or "-" in right:
            weight = commonness(right, knowledge) + typo_w.RUN_TOGETHER
        else:
            weight = likelihood(key, right, capital, knowledge)
        if right in listed:
            weight += typo_w.LISTED_AS
        if has_letters_of(key, right):
            weight += typo_w.MARK_LEFT_OUT
        yield weight, right
    if not capital:
        yield from joined_in(key, knowledge)


SLIPS = w.SLIPS | typo_w.SLIPS_OF_WORDS
"""The weight of each kind of slip between two words."""


def likelihood(key: str, right: str, capital: bool, knowledge: Knowledge) -> float:
    """The weight of one word `right`: by the kind of slip, its frequency and its length."""
    kind = kind_of_slip(key, right)
    weight = (
        typo_w.SLIP_OF_WORD * SLIPS[kind]
        + knowledge.entry(right).zipf
        + known_w.EVERY_LETTER * (min(len(key), 10) - known_w.USUAL_LETTERS)
    )
    if kind not in known_w.TYPING and (capital or len(key) <= SHORT):
        weight += known_w.COINED
    return weight


def commonness(right: str, knowledge: Knowledge) -> float:
    """The Zipf frequency of a word, or of the rarest of several."""
    return min(knowledge.entry(word).zipf for word in right.replace("-", " ").split(" "))


def has_letters_of(key: str, right: str) -> bool:
    """Whether two spellings differ only in marks and spaces: theyre, uptodate.

    >>> has_letters_of("theyre", "they're"), has_letters_of("teh", "the")
    (True, False)
    """
    return right.translate(_MARKS) == key


_MARKS = str.maketrans("", "", "' -")


def is_drawn_out(key: str, right: str) -> bool:
    """Whether `key` has a vowel thrice where `right` has it once: pleeease, but not careeer."""
    drawn = _DRAWN_OUT.search(key)
    return bool(drawn and drawn[1] * 2 not in right)


def are_small(right: str, knowledge: Knowledge) -> bool:
    """Whether `right` is two small words, which never form a compound."""
    return " " in right and commonness(right, knowledge) >= typo_w.BOTH_SMALL
