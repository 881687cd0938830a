"""Words of names that change who or what is meant: North, Junior, Borough, Hospital."""

from __future__ import annotations

QUALIFIERS = frozenset(
    "north south east west northern southern eastern western central new old upper lower great"
    " greater little inner outer mid".split(" ")
)
"""Words of places without which it is another place."""

JUNIORS = frozenset("jr junior sr senior ii iii iv".split(" "))

DEPUTIES = frozenset("deputy vice assistant acting former associate shadow under junior".split(" "))
"""Words of titles without which somebody is somebody else."""

CLASSES = tuple(
    frozenset(words.split(" "))
    for words in (
        "borough district city town county parish metropolitan municipal regional village",
        "united city rovers town athletic wanderers albion county rangers hotspur",
        "university college school academy institute polytechnic",
        "hospital infirmary clinic hospice surgery",
        "crown magistrates magistrate's magistrates' high county supreme appeal district family"
        " federal circuit",
        "bank trust fund foundation charity association society union federation institute"
        " alliance council",
        "ltd limited plc inc llc group holdings partners corporation company",
        "road street lane avenue drive close way hill square crescent place terrace gardens",
        "party movement front alliance coalition",
        "planning licensing finance education health transport audit scrutiny housing executive"
        " environment",
        "river lake mount loch sea bay",
        "north south east west northern southern eastern western central",
        "upper lower",
        "old new",
        "great greater little",
        "inner outer",
        "laboratory observatory institute centre center museum gallery library",
    )
)
"""Words of which one stands in a name where another might: each makes it another name."""

ALL_CLASSES = frozenset().union(*CLASSES)


def are_of_one_class(a: str, b: str) -> bool:
    """Whether two words are of one class, so that one instead of the other alters a name.

    >>> are_of_one_class("borough", "district"), are_of_one_class("road", "hospital")
    (True, False)
    """
    return any(a in words and b in words for words in CLASSES)
