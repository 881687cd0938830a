"""Whether an unlisted word may have been coined on purpose; then no fix of it is safe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence import typo_weights as typo_w
from newslint.lexicon.lexicon import WORD
from newslint.lexicon.slips import KEYBOARD, VOWELS, slip_kind
from newslint.text.english import SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge


_DOUBLE = lazy_pattern(r"(.)\1")

SHORTEST = 4
"""Minimum letters of a word that coined words are made of."""

COINED_BY = frozenset(("first", "first_key", "last", "clipped", "several"))
"""Kinds of slip that produce new words as often as misspellings: cgroup, generalhw."""

ENDING = 2
"""Maximum letters of what is added to a whole word."""

SYLLABLES = (2, 3)
"""Letters of a syllable that is written once where it belongs twice, or the other way round."""


def may_be_coined(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key` may be a coined word, or two words without their space.

    Few slips change the first letter, the last one or several; four letters may mean anything.
    """
    if len(key) <= SHORTEST or begins_with_letter(key, knowledge):
        return True
    if kind_of_slip(key, right) in COINED_BY or has_foreign_ending(key, right):
        return True
    return has_strange_ending(key, right, knowledge) or hides_small_word(key, right, knowledge)


def has_foreign_ending(key: str, right: str) -> bool:
    """Whether a vowel ends `key` where another letter ends `right`: mathematico, husbandos."""
    if key[-1] == right[-1] == "s":
        key, right = key[:-1], right[:-1]
    return key[-1] in VOWELS and key[-1] != right[-1] and key[:-1] == right[: len(key) - 1]


def begins_with_letter(key: str, knowledge: Knowledge) -> bool:
    """Whether a letter that names begin with stands before a whole word: esporters, iplayer."""
    return key[0] in "ei" and is_whole(key[1:], knowledge)


def has_strange_ending(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether a whole word is followed by a consonant that no slip of the fingers adds.

    Such a letter begins another word: packagefs, openexr.
    """
    at = next((at for at, pair in enumerate(zip(key, right, strict=False)) if len({*pair}) > 1), 0)
    if slip_kind(key, right) != "added" or len(right) - at > ENDING or key[at] in VOWELS:
        return False
    if not KEYBOARD[key[at]].isdisjoint((key[at - 1], key[at + 1])):
        return False
    return is_whole(key[: at - 1], knowledge) or is_whole(key[:at], knowledge)


def hides_small_word(key: str, right: str, knowledge: Knowledge) -> bool:
    """Whether `key`, unlike `right`, is made of a word and a small word: partyin, ispossible."""
    return " " not in right and any(
        is_whole(rest, knowledge)
        for small in SMALL_WORDS
        for rest in (key.removesuffix(small), key.removeprefix(small))
        if rest != key
    )


def is_whole(key: str, knowledge: Knowledge) -> bool:
    """Whether the letters are a word that is used by itself."""
    entry = knowledge.entry(key)
    return len(key) >= SHORTEST and bool(entry.flags & WORD) and entry.zipf >= typo_w.STEM


@lru_cache(256)  # several judges ask it of the same pairs, one after the other
def kind_of_slip(key: str, right: str) -> str:
    """The kind of slip; a word with the wrong letter doubled (tarrifs) counts as one slip.

    So does one that lacks a syllable which the right word has twice in a row, or has it once more.
    Of the slips in the first letter those that hit the key beside it are a kind of their own.

    >>> kind_of_slip("tarrifs", "tariffs"), kind_of_slip("tarif", "tariffs")
    ('doubled', 'several')
    >>> kind_of_slip("combing", "combining"), kind_of_slip("bananana", "banana")
    ('syllable', 'syllable')
    >>> kind_of_slip("nanana", "banana"), kind_of_slip("panana", "banana")
    ('first_key', 'first')
    """
    kind = slip_kind(key, right)
    if kind == "first" and key[1:] == right[1:] and right[0] in KEYBOARD.get(key[0], ()):
        return "first_key"
    if kind != "several":
        return kind
    if _DOUBLE.sub(r"\1", key) == _DOUBLE.sub(r"\1", right):
        return "doubled"
    shorter, longer = sorted((key, right), key=len)
    repeats = len(longer) - len(shorter) in SYLLABLES and longer in with_syllable_twice(shorter)
    return "syllable" if repeats else kind


def with_syllable_twice(word: str) -> Iterator[str]:
    """What `word` is with two or three letters of it written twice.

    >>> "remaining" in with_syllable_twice("remaing")
    True
    """
    return (
        word[:end] + word[end - size :] for size in SYLLABLES for end in range(size, len(word) + 1)
    )
