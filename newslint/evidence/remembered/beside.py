"""Score how likely a word beside a neighbour is a slip for one that is printed there.

Weights are powers of ten of the odds: how often the publication means the right form there, how
often such a slip is made, and how often somebody or something else is called what was found.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.coinage import are_letters, are_spellings, is_made_of
from newslint.evidence.familiarity import familiarity, is_listed
from newslint.evidence.remembered.candidates import Frame
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import GIVEN
from newslint.lexicon.slips import slip_kind
from newslint.memory.layout import LONG
from newslint.memory.parts import parted
from newslint.text.english import TITLES

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Printed


NEVER = -6.0
"""Frequency of an unknown name, in powers of ten; and the weight of what is no slip."""

UNHEARD = 1.0
"""Familiarity below which a form is one that nobody has heard of."""

HEARD = 1.5
"""Zipf frequency from which a word counts as one without a dictionary."""

A_NAME = 2.0
"""Familiarity from which the wrong form is another name that writers confuse with the right one."""

AMONG_NAMES = 1.7
"""How much more frequent a word is among names than among all words, in powers of ten."""

BESIDE = -2.7
"""Frequency of a capitalised word that is no slip beside a given neighbour, in powers of ten."""

SLIPS = {"first": -4.0, "several": -4.0, "other": -3.5, "moved": -3.3, "key": -3.2}
"""Frequency of the kind of slip, in powers of ten; kinds not listed are commoner ..."""

SLIP, TO_A_NAME = -2.7, -2.0
"""... and commonest if the slip makes another name, which the writer has in mind (Russel)."""

SHORTEST = 4
"""Minimum letters of a word that is judged alone, unless all are capitals."""

MEANT_HERE, LISTED = 0.7, -0.5
"""Weights: the right form in the same story; short letters that stand for a name."""

MOST_AGAIN = 3
"""Maximum repetitions that count against a slip."""

BOTH_SIDES, WEAK, GENERAL = 1.0, -1.0, -1.0
"""Weights beside neighbours: both support it; the neighbour rarely has the right form; it is only a
title."""

DERIVED = {True: -1.0, False: -4.0}
"""Weight if one form is derived from the other, by whether neighbours on both sides support it."""

ONE_SIDE, PAIR_AGAIN = -0.4, -0.3
"""Weights: another neighbour, beside which the right form never stood; a pair used again."""

SELDOM = 0.1
"""Share of a neighbour's stories below which it proves little."""


REPORT = 0.3
"""Weight from which a name is reported."""


class Suspect(NamedTuple):
    """A word of an article and the printed word that it may be a slip for.

    `times` is how often it stands. `is_full` tells whether it belongs to a name like a person's,
    `is_between` whether it has a neighbour on either side. `here` are the article's words.
    """

    spelt: str
    right: str
    times: int
    is_full: bool
    is_between: bool
    here: frozenset[str]

    @property
    def key(self) -> str:
        """The word, folded."""
        return fold(self.spelt)

    @property
    def meant(self) -> str:
        """The word that it may be a slip for, folded."""
        return fold(self.right)


def suspect_at_best(spelt: str, right: str) -> Suspect:
    """A suspect in the article that makes a slip likeliest."""
    return Suspect(spelt, right, 1, False, False, frozenset((fold(right),)))


def weigh_framed(
    suspect: Suspect, frames: list[Frame], printed: Printed, knowledge: Knowledge
) -> float:
    """The weight by the suspect's neighbours."""
    wrong, meant = suspect.key, suspect.meant
    kind, both = slip_kind(wrong, meant), len(frames) > 1
    if kind == "several" and not both and (len(wrong) < LONG or wrong[0] != meant[0]):
        return NEVER
    if _are_relatives(suspect, kind, frames, knowledge) or are_spellings(wrong, meant, knowledge):
        return NEVER
    share = max(frame.share for frame in frames)
    weight = log10(share) + slip_frequency(kind, wrong, knowledge)
    replaced = max(frame.replaced for frame in frames)
    seen = in_print(printed.stories(wrong) - replaced, printed)
    weight -= max(min(in_the_world(wrong, knowledge), BESIDE), seen)
    weight += BOTH_SIDES * both + WEAK * (share < SELDOM) + MEANT_HERE * (meant in suspect.here)
    weight += WEAK * (not all(frame.is_close for frame in frames))
    weight += ONE_SIDE * (suspect.is_between and not both)
    weight += PAIR_AGAIN * min(suspect.times - 1, MOST_AGAIN)
    if is_made_of(wrong, meant, knowledge):
        weight += DERIVED[both] if meant not in TITLES else NEVER
    if not TITLES.isdisjoint((wrong, meant)) or all(map(_is_titled, frames)):
        weight += GENERAL
    if are_letters(suspect.spelt) and len(wrong) <= SHORTEST + 1 and kind != "transposed":
        weight += LISTED + WEAK
    return weight


def _are_relatives(suspect: Suspect, kind: str, frames: list[Frame], knowledge: Knowledge) -> bool:
    """Whether two given names before one family name may be a man's and a woman's: Eric, Erica."""
    if kind not in ("last", "clipped"):
        return False
    if not knowledge.entry(suspect.key).flags & knowledge.entry(suspect.meant).flags & GIVEN:
        return False
    return all(frame.right.startswith(suspect.meant) for frame in frames)


def _is_titled(frame: Frame) -> bool:
    """Whether the neighbour is a mere title."""
    pair = parted(frame.right)
    return pair is not None and pair.first in TITLES


def slip_frequency(kind: str, wrong: str, knowledge: Knowledge) -> float:
    """Frequency of the kind of slip, in powers of ten."""
    if kind in SLIPS:
        return SLIPS[kind]
    return TO_A_NAME if familiarity(wrong, knowledge) >= A_NAME else SLIP


def in_the_world(key: str, knowledge: Knowledge) -> float:
    """Frequency of the name in the world, in powers of ten."""
    entry = knowledge.entry(key)
    if is_listed(key, knowledge) or entry.zipf >= HEARD or entry.titles:
        return max(NEVER, familiarity(key, knowledge) - 9 + AMONG_NAMES)
    return NEVER


def in_print(seen: int, printed: Printed) -> float:
    """The same of what is printed here; what stands in one story proves nothing."""
    return max(NEVER, log10(seen / printed.size) - 1) if seen > 1 else NEVER
