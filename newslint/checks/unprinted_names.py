"""Names of two words that nobody prints, beside one that many do: where they stand in an article.

`newslint.evidence.printed_name` weighs the words; this weighs the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.word_cache import VerdictCache
from newslint.evidence import weights as w
from newslint.evidence.familiarity import is_everyday, is_ordinary
from newslint.evidence.known_name import Doubt
from newslint.evidence.local_context import is_in_title_case
from newslint.evidence.printed_name import doubt_unprinted
from newslint.text.english import LINKS

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


class Pair(NamedTuple):
    """Two capitalised words as they stand, and what parts them: "", "of", "de", "&"."""

    first: str
    second: str
    link: str


PAIRS = 5_000
"""Pairs whose verdicts are kept in a generation: few come again but in the next articles."""

SMALL = LINKS | {"of", "the", "for"}
"""Small words that part the two halves of a name."""


def prepare_unprinted(knowledge: Knowledge) -> Callable[[Document], Iterator[tuple[int, Doubt]]]:
    """What finds the places of such names, each with its doubt."""

    def judge(pair: Pair) -> list[Doubt] | None:
        keys = knowledge.key(pair.first), knowledge.key(pair.second)
        doubts = doubt_unprinted(*keys, pair.link, knowledge)
        return [doubt for doubt in doubts if doubt.weight >= w.DOUBT] or None

    cache = VerdictCache[Pair, list[Doubt]](judge, PAIRS)

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        places = places_of_pairs(document)
        for pair, found in cache.verdicts(frozenset(places)):
            for doubt in found:
                again = w.USED_AGAIN if len(places[pair]) > 1 else 0.0
                for place in places[pair]:
                    wrong, other = place if doubt.key == knowledge.key(pair.first) else place[::-1]
                    weight = doubt.weight + again + in_place(wrong, other, document, knowledge)
                    if weight >= w.DOUBT:
                        yield wrong, doubt._replace(weight=weight)

    return doubts


def places_of_pairs(document: Document) -> dict[Pair, list[tuple[int, int]]]:
    """Where capitalised words follow each other, with nothing between but what parts a name."""
    places: dict[Pair, list[tuple[int, int]]] = {}
    words = document.words
    for first, second in pairwise(document.capitals):
        link = link_between(first, second, document) if second - first <= 2 else None
        if link is not None:
            places.setdefault(Pair(words[first], words[second], link), []).append((first, second))
    return places


def link_between(first: int, second: int, document: Document) -> str | None:
    """What parts the two words of a name: nothing, "&" or one small word; None if it is no name."""
    gap = document.gap(second)
    if second == first + 1:
        return "" if gap.isspace() else "&" if gap == " & " else None
    link = document.words[first + 1]
    return link if link in SMALL and gap == " " == document.gap(first + 1) else None


def in_place(wrong: int, other: int, document: Document, knowledge: Knowledge) -> float:
    """What the place of a pair says for or against its word `wrong` being a slip."""
    first, last = sorted((wrong, other))
    in_title_case = is_in_title_case(first, document)
    if (in_title_case or document.opens_sentence(first)) and is_everyday(
        knowledge.key(document.words[other]), knowledge
    ):
        return NEVER
    weight = w.AGED if _AGE.match(document.text, document.span(last).end) else 0.0
    key = knowledge.key(document.words[wrong])
    if in_title_case and is_ordinary(key, knowledge):
        weight += w.IN_TITLE_CASE * max(0.0, knowledge.entry(key).zipf - w.RARE)
    return weight


NEVER = -99.0
"""A word of every day has its capital from the sentence or the headline, and is half of no name."""

_AGE = re.compile(r"(?:,| \() ?\d\d[,)]")
"""An age behind a name: "Ann Varel, 34,"."""
