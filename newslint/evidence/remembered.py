"""Find words that may be slips for what the publication prints: alone, or beside a known neighbour.

Beside a neighbour ("Rusty Russel", where "Rusty Russell" stands in many stories) even a word that
is right elsewhere may be wrong. `remembered_score` weighs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.replaced import is_replaced
from newslint.lexicon.edit_distance import deletions, distance, is_one_edit_apart
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import WORD
from newslint.memory.layout import KNOWN, TIMES
from newslint.memory.memories import Apart
from newslint.memory.parts import Pair, parted
from newslint.text.english import TITLES

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Memories, Printed


LONG = 6
"""Minimum letters of a word that may have two slips beside a known neighbour ..."""

LONG_ALONE = 9
"""... and in a word alone."""

SHORTEST = 3
"""Minimum letters of a word that may be wrong."""

MANY_TIMES = 25
"""The same ratio if the wrong form, too, stands in several stories."""

FIRST, SECOND = 0, 1
"""The two slots of a pair."""


class Frame(NamedTuple):
    """A neighbour beside which another form was printed.

    `wrong` and `right` are the pairs, `stories` how many have the right one, and `share` how many
    of the neighbour's stories those are. `is_close` says that nothing stands between the words.
    `replaced` is how many older stories have the wrong one, if it was right until then.
    """

    wrong: str
    right: str
    stories: int
    share: float
    is_close: bool
    replaced: int = 0


def rights_of(key: str, memories: Memories, is_unknown: bool = False) -> tuple[str, ...]:
    """Words, as spelt, that the publication prints often and that are a slip away from `key`.

    If `is_unknown`, a long word may be two slips away. What the article itself has taught is not
    subtracted here, so that the answer holds for any article.
    """
    least = TIMES * max(0, memories.stories(key) - 1)
    if least > memories.size:
        return ()
    near = {spelt for spelt in memories.rivals(key, least) if _is_slip_of(key, spelt)}
    if not near and is_unknown and len(key) >= LONG_ALONE:
        near = _two_slips_off(key, memories)
    fit = (spelt for spelt in near if same_digits(key, fold(spelt)))
    return tuple(sorted(spelt for spelt in fit if memories.stories(fold(spelt)) >= least))


def _two_slips_off(key: str, memories: Memories) -> set[str]:
    """Words two slips away, one of which is an extra, doubled, undoubled or exchanged letter."""
    once = set(deletions(key))
    for i in range(1, len(key)):
        once.add(key[:i] + key[i - 1] + key[i:])
        once.add(key[: i - 1] + key[i] + key[i - 1] + key[i + 1 :])
    forms = {form for variant in once for form in (variant, *deletions(variant))}
    return {spelt for spelt in memories.near(forms) if distance(fold(spelt), key) == 2}


def _is_slip_of(key: str, spelt: str) -> bool:
    return is_one_edit_apart(fold(spelt), key)


def same_digits(a: str, b: str) -> bool:
    """Whether two words end in the same digits, or none: another model is no slip.

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
    pair: Pair, rights: Callable[[str], Iterable[str]], memories: Memories, knowledge: Knowledge
) -> list[tuple[int, str]]:
    """Slots of a pair, and words that may be meant there, by pairs that were printed often.

    `rights` says what a word is a slip from; more are found by their beginnings.
    """
    gaps = zip((SECOND, FIRST), pair.gaps, strict=True)
    slots = [slot for slot, gap in gaps if memories.may_fill(gap)]
    if not slots:  # then the pair itself is hardly known, either
        return []
    least = max(KNOWN, TIMES * max(0, memories.stories(pair.key) - 1))
    found: list[tuple[int, str]] = []
    for slot in slots:
        if _stands_often(neighbour_of(pair, slot), least, memories, knowledge):
            found += ((slot, spelt) for spelt in rights(word_in(pair, slot)))
            found += ((slot, spelt) for spelt in _begin_alike(pair, slot, memories))
    often = [
        (slot, spelt)
        for slot, spelt in dict.fromkeys(found)
        if may_be_slip(word_in(pair, slot), fold(spelt))
        and memories.stories(with_word(pair, slot, fold(spelt)).key) >= least
    ]
    return [*often, *_successors(pair, memories)]


def _successors(pair: Pair, memories: Memories) -> Iterator[tuple[int, str]]:
    """Which word of a pair that was printed often another has replaced since."""
    if memories.stories(pair.key) <= KNOWN or memories.last_two(pair.key)[1] >= memories.newest:
        return
    printed = Apart(memories, (pair.key,))
    for slot in (FIRST, SECOND):
        word = word_in(pair, slot)
        for spelt in sorted(memories.near_word(word)):
            meant = with_word(pair, slot, fold(spelt)).key
            if may_be_slip(word, fold(spelt)) and is_replaced(pair.key, meant, printed):
                yield slot, spelt


def _stands_often(key: str, least: int, memories: Memories, knowledge: Knowledge) -> bool:
    """Whether a word may stand in so many stories beside another.

    Titles and words that open sentences are counted beside others, and not alone.
    """
    if memories.stories(key) >= least:
        return True
    return key in TITLES or bool(knowledge.entry(key).flags & WORD)


def _begin_alike(pair: Pair, slot: int, memories: Memories) -> Iterator[str]:
    """Words that begin as the one in a slot of the pair, and stand beside the other."""
    for spelt in memories.framed(pair.frames[0 if slot == SECOND else 1]):
        known = parted(fold(spelt))
        if known and with_word(known, slot, word_in(pair, slot)) == pair:
            length = len(word_in(known, slot))
            yield spelt[-length:] if slot == SECOND else spelt[:length]


def word_in(pair: Pair, slot: int) -> str:
    """The word in a slot of the pair."""
    return pair.second if slot == SECOND else pair.first


def neighbour_of(pair: Pair, slot: int) -> str:
    """The word beside the one in a slot of the pair."""
    return word_in(pair, SECOND if slot == FIRST else FIRST)


def with_word(pair: Pair, slot: int, word: str) -> Pair:
    """The pair with another word in a slot."""
    return pair._replace(second=word) if slot == SECOND else pair._replace(first=word)


def may_be_slip(wrong: str, right: str) -> bool:
    """Whether one word may be a slip for the other, beside a neighbour that has the other."""
    if wrong == right or not same_digits(wrong, right) or min(len(wrong), len(right)) < SHORTEST:
        return False
    apart = distance(wrong, right)
    return apart == 1 or (apart == 2 and min(len(wrong), len(right)) >= LONG)


def least_for(wrongly: int) -> int:
    """Minimum stories of the right form if the wrong one stands in `wrongly` stories.

    A form printed once proves nothing; a form printed several times may well be right.
    """
    return max(KNOWN, (MANY_TIMES if wrongly >= KNOWN else TIMES) * wrongly)


def frame_for(
    pair: Pair, slot: int, right: str, printed: Printed, is_close: bool = True
) -> Frame | None:
    """The frame that supports `right` in a slot of the pair; None if it rarely stands there."""
    meant = with_word(pair, slot, right)
    stories, wrongly = printed.stories(meant.key), printed.stories(pair.key)
    beside = printed.stories(neighbour_of(pair, slot))
    if stories >= least_for(wrongly):
        share = (stories - 3 * wrongly) / max(beside, stories)
        return Frame(pair.key, meant.key, stories, share, is_close)
    if is_replaced(pair.key, meant.key, printed):
        share = stories / max(beside - wrongly, stories)
        return Frame(pair.key, meant.key, stories, share, is_close, wrongly)
    return None
