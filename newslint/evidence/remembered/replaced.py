"""Spellings of a name that were printed often, until another spelling took their place."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from newslint.memory.layout import KNOWN

if TYPE_CHECKING:
    from newslint.memory.memories import Printed


BY_CHANCE = 200
"""Orders in which the stories of two names may come, at the least, if it is to be no chance that
all of one come before all of the other."""


def is_replaced(old: str, new: str, printed: Printed) -> bool:
    """Whether all stories with one folded form are older than all with the other.

    The story itself must not be older than they are, if its day is known.
    """
    # Of so many stories there are enough orders; their exact number would have a million digits.
    before, since = (min(printed.stories(form), BY_CHANCE) for form in (old, new))
    if min(before, since) < KNOWN or comb(before + since, since) < BY_CHANCE:
        return False
    first = printed.first(new)
    return 0 < printed.last(old) < first and not 0 < printed.day < first
