"""Find words that may be slips for what the publication prints: alone, or beside a known neighbour.

Beside a neighbour ("Rusty Russel", where "Rusty Russell" stands in many stories) even a word that
is right elsewhere may be wrong. `beside` weighs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.remembered.replaced import is_replaced
from newslint.lexicon.edit_distance import are_two_edits_apart, is_one_edit_apart, two_slips_from
from newslint.lexicon.folding import fold
from newslint.memory.layout import KNOWN, LONG, TIMES
from newslint.memory.memories import Apart
from newslint.memory.parts import Pair

if TYPE_CHECKING:
    from newslint.memory.memories import Memories, Printed


SHORTEST = 3
"""Minimum letters of a word that may be wrong."""

MANY_TIMES = 25
"""What `TIMES` is if the wrong form, too, stands in several stories."""

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


def near_words(key: str, memories: Memories) -> tuple[str, ...]:
    """Words, as spelt, that the publication prints and that `key` may be a slip for.

    A long word may be two slips away.
    """
    return tuple(sorted(spelt for spelt in memories.near(key) if may_be_slip(key, fold(spelt))))


def rights_of(
    key: str, near: Iterable[str], memories: Memories, is_unknown: bool = False
) -> list[str]:
    """Words, as spelt, among those `near` to it that are printed so often that `key` may be a slip.

    If `is_unknown`, a long word may be two slips away, unless another is one. What the article
    itself has taught is not subtracted here, so that the answer holds for any article.
    """
    least = TIMES * max(0, memories.stories(key) - 1)
    often = {fold(spelt): spelt for spelt in near if memories.stories(fold(spelt)) >= least}
    once = [spelt for right, spelt in often.items() if is_one_edit_apart(right, key)]
    if once or not often or not is_unknown:
        return once
    return [often[right] for right in sorted(two_slips_from(key, often))]


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
    pair: Pair, near: Callable[[str], Iterable[str]], memories: Memories
) -> Iterator[tuple[int, str]]:
    """Slots of a pair, and words `near` to those there that were printed often beside the other.

    Where the pair itself was printed often, another may have replaced it since.
    """
    found = [(slot, spelt) for slot in (FIRST, SECOND) for spelt in near(word_in(pair, slot))]
    seen = memories.stories(pair.key) if found else 0
    least = max(KNOWN, TIMES * (seen - 1))
    for slot, spelt in found:
        meant = with_word(pair, slot, fold(spelt)).key
        if memories.stories(meant) >= least or (
            seen > KNOWN and is_replaced(pair.key, meant, Apart(memories, (pair.key,)))
        ):
            yield slot, spelt


def word_in(pair: Pair, slot: int) -> str:
    """The word in a slot of the pair."""
    return pair.second if slot == SECOND else pair.first


def neighbour_of(pair: Pair, slot: int) -> str:
    """The word beside the one in a slot of the pair."""
    return word_in(pair, SECOND if slot == FIRST else FIRST)


def with_word(pair: Pair, slot: int, word: str) -> Pair:
    """The pair with another word in a slot."""
    first, joint, second = pair
    return Pair(first, joint, word) if slot == SECOND else Pair(word, joint, second)


def may_be_slip(wrong: str, right: str) -> bool:
    """Whether one word may be a slip for the other."""
    if wrong == right or not same_digits(wrong, right) or min(len(wrong), len(right)) < SHORTEST:
        return False
    if is_one_edit_apart(wrong, right):
        return True
    return min(len(wrong), len(right)) >= LONG and are_two_edits_apart(wrong, right)


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
