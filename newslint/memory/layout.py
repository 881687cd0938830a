"""The layout of a memory's file."""

from __future__ import annotations

KIND, FORMAT = "memory", 8

(
    ABOUT,
    TEXTS,
    ENDS,
    STORIES,
    DAYS,
    EXAMPLES_OF,
    BY_KEY,
    NEAR,
    DIGESTS,
    IDS,
    LISTS,
    STATES,
    SECTIONS,
) = range(13)
"""The sections in their order, and how many there are.

ABOUT is JSON. The phrases lie in the order of their keys: TEXTS has their commonest spellings, ENDS
where each of them ends, STORIES in how many stories it stands, DAYS its first day and the last two,
EXAMPLES_OF the numbers of stories that have it. BY_KEY leads from a key to the phrase, NEAR from a
word, whole or with a letter left out, and from the first letters of a long one.

Of each story, DIGESTS has its words' digest, IDS what it is called, LISTS the numbers of its
phrases, and STATES its day, and how its file lay on disk.
"""

KNOWN = 3
"""Minimum stories of a known phrase; fewer prove nothing."""

TIMES = 10
"""How many times as many stories have the right form as the wrong one, at the least; what stands
in one story proves nothing."""

LONG, ALIKE = 9, 4
"""Minimum letters of a word that is found despite two wrong letters, and how many of its first
letters are right then."""

SHORTEST_NEAR = 3
"""Minimum letters of a word that is found despite a wrong letter."""


def beginning(key: str) -> str:
    """The key of all long words that begin like this one.

    >>> beginning("winslade-price")
    'wins>'
    """
    return f"{key[:ALIKE]}>"
