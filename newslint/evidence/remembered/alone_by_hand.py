"""Weigh by hand whether a word alone is a slip for a printed one.

Weights are powers of ten of the odds, as beside neighbours (see `beside`). They find what
no misspelling put into copy is like: acronyms, and other names that the writer has in mind.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from newslint.evidence.coinage import are_letters
from newslint.evidence.remembered.beside import (
    LISTED,
    NEVER,
    SHORTEST,
    Suspect,
    in_print,
    in_the_world,
    slip_frequency,
)
from newslint.lexicon.lexicon import CAPITAL, GIVEN, WORD
from newslint.lexicon.slips import slip_kind

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.memory.memories import Printed


LETTERS = -4.5
"""Maximum frequency of an acronym, in powers of ten: the lexicon counts its word instead."""

CROWD = {3: 1.5, 4: 2.0, 5: 1.5, 6: 1.0, 7: 0.5}
"""Weight against a word by its length: short words are a slip away from many."""

LAST_LETTER, IN_FULL, ORDINARY = -1.0, -2.0, -0.7
"""Weights: a letter added at the end; a full name that was never printed; the right form is an
ordinary, short word."""


def weigh_by_hand(suspect: Suspect, printed: Printed, knowledge: Knowledge) -> float:
    """The weight of what the two words and their counts say, before the article's."""
    wrong, meant = suspect.key, suspect.meant
    kind, letters = slip_kind(wrong, meant), are_letters(suspect.spelt)
    world = in_the_world(wrong, knowledge)
    if letters:
        world = min(world, LETTERS)
    weight = log10(printed.stories(meant) / printed.size) + slip_frequency(kind, wrong, knowledge)
    weight -= max(world, in_print(printed.stories(wrong), printed)) + CROWD.get(len(wrong), 0.0)
    weight += LAST_LETTER * (kind == "last") + IN_FULL * (suspect.is_full and not letters)
    flags = knowledge.entry(wrong).flags
    is_word = bool(knowledge.entry(meant).flags & WORD)
    known = world > NEVER and not (letters and not flags & CAPITAL)
    weight += LISTED * (known + (known and bool(flags & GIVEN or is_word)))
    return weight + ORDINARY * (
        is_word and len(wrong) < 2 * SHORTEST and not suspect.spelt.islower()
    )
