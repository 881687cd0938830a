"""Which words may be slips for what the publication prints: alone, and beside a known neighbour.

Beside a neighbour ("Rusty Russel", where "Rusty Russell" stands in many stories) even a word that
is right elsewhere may be wrong. How sure that is, is for `remembered_score` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.lexicon.edit_distance import deletions, distance, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.memory.layout import KNOWN
from newslint.memory.parts import Pair, parted

if TYPE_CHECKING:
    from newslint.memory.memories import Memories, Printed


TIMES = 10
"""How many times as many stories have the right form as the wrong one, at the least."""

LONG = 6
"""Letters of a word in which two slips are forgiven beside a known neighbour ..."""

LONG_ALONE = 9
"""... and in a word alone."""

SHORTEST = 3
"""Letters of a word that may be wrong."""

MANY_TIMES = 25
"""How many times as many where the wrong form, too, stands in several stories."""

FIRST, SECOND = 0, 1
"""The two slots of a pair."""


class Frame(NamedTuple):
    """A neighbour that stands beside another form in what was printed.

    `wrong` and `right` are the pairs, `stories` how many have the right one, and `share` how many
    of the neighbour's stories those are. `is_close` says that nothing stands between the words.
    """

    wrong: str
    right: str
    stories: int
    share: float
    is_close: bool


def rights_of(key: str, memories: Memories, is_unknown: bool = False) -> tuple[str, ...]:
    """Words, as spelt, that the publication prints often and `key` is a slip from.

    Where the world knows no such word, and it is long, two slips are forgiven. What an article
    itself has taught is not yet taken out, so that this holds for any article.
    """
    least = TIMES * max(0, memories.stories(key) - 1)
    if least > memories.size:
        return ()
    near = {spelt for spelt in memories.near((key, *deletions(key))) if _is_slip_of(key, spelt)}
    if not near and is_unknown and len(key) >= LONG_ALONE:
        near = _two_slips_off(key, memories)
    fit = (spelt for spelt in near if same_digits(key, fold(spelt)))
    return tuple(sorted(spelt for spelt in fit if memories.stories(fold(spelt)) >= least))


def _two_slips_off(key: str, memories: Memories) -> set[str]:
    """Words two slips off, of which one is a letter too many, doubled, undoubled or exchanged."""
    once = set(deletions(key))
    for i in range(1, len(key)):
        once.add(key[:i] + key[i - 1] + key[i:])
        once.add(key[: i - 1] + key[i] + key[i - 1] + key[i + 1 :])
    forms = {form for variant in once for form in (variant, *deletions(variant))}
    return {spelt for spelt in memories.near(forms) if distance(fold(spelt), key) == 2}


def _is_slip_of(key: str, spelt: str) -> bool:
    return is_one_edit_apart(fold(spelt), key)


def same_digits(a: str, b: str) -> bool:
    """Whether two words have the same digits, if any, behind their letters: models are no names.

    >>> same_digits("kalisti5", "kallisti5"), same_digits("bip9", "bip8"), same_digits("v2x", "v2")
    (True, False, False)
    """
    if a.isalpha() and b.isalpha():
        return True
    bare = [word.rstrip("0123456789") for word in (a, b)]
    if a[len(bare[0]) :] != b[len(bare[1]) :]:
        return False
    return not any(letter.isdigit() for word in bare for letter in word)


def frames_of(
    pair: Pair, rights: tuple[Iterable[str], Iterable[str]], memories: Memories
) -> list[tuple[int, str]]:
    """Which word of a pair (its slot) may be which other, by pairs that were printed often.

    `rights` are what the two are slips from; more are found by their beginnings.
    """
    found = [(slot, spelt) for slot in (FIRST, SECOND) for spelt in rights[slot]]
    found += _begin_alike(pair, memories)
    least = max(KNOWN, TIMES * max(0, memories.stories(pair.key) - 1))
    return [
        (slot, spelt)
        for slot, spelt in dict.fromkeys(found)
        if _may_be(word_in(pair, slot), fold(spelt))
        and memories.stories(with_word(pair, slot, fold(spelt)).key) >= least
    ]


def _begin_alike(pair: Pair, memories: Memories) -> Iterator[tuple[int, str]]:
    """Words, and their slots, that begin as those of the pair do, and stand beside the other."""
    for slot, frame in zip((SECOND, FIRST), pair.frames, strict=True):
        for spelt in memories.framed(frame):
            known = parted(fold(spelt))
            if known and with_word(known, slot, word_in(pair, slot)) == pair:
                length = len(word_in(known, slot))
                yield slot, spelt[-length:] if slot == SECOND else spelt[:length]


def word_in(pair: Pair, slot: int) -> str:
    """The word in a slot of the pair."""
    return pair.second if slot == SECOND else pair.first


def with_word(pair: Pair, slot: int, word: str) -> Pair:
    """The pair with another word in a slot."""
    return pair._replace(second=word) if slot == SECOND else pair._replace(first=word)


def _may_be(wrong: str, right: str) -> bool:
    """Whether one word may be a slip for the other, beside a neighbour that has the other."""
    if wrong == right or not same_digits(wrong, right) or min(len(wrong), len(right)) < SHORTEST:
        return False
    apart = distance(wrong, right)
    return apart == 1 or (apart == 2 and min(len(wrong), len(right)) >= LONG)


def least_for(wrongly: int) -> int:
    """In how many stories a form stands at the least that makes slips of so many others.

    What was printed once proves nothing; what was printed several times may well be right.
    """
    return max(KNOWN, (MANY_TIMES if wrongly >= KNOWN else TIMES) * wrongly)


def frame_for(
    pair: Pair, slot: int, right: str, printed: Printed, is_close: bool = True
) -> Frame | None:
    """What a neighbour says for `right` in a slot of the pair; None if that stands there seldom."""
    meant = with_word(pair, slot, right)
    stories, wrongly = printed.stories(meant.key), printed.stories(pair.key)
    if stories < least_for(wrongly):
        return None
    neighbour = word_in(pair, SECOND if slot == FIRST else FIRST)
    share = (stories - 3 * wrongly) / max(printed.stories(neighbour), stories)
    return Frame(pair.key, meant.key, stories, share, is_close)
