"""Names of two words that nobody prints, beside one that many do: where they stand in an article.

`newslint.evidence.printed_name` weighs the words; this weighs the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, product
from typing import TYPE_CHECKING

from newslint.checks.word_cache import VerdictCache
from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import printed_weights as printed_w
from newslint.evidence.familiarity import is_everyday, is_ordinary
from newslint.evidence.known_name import Doubt
from newslint.evidence.local_context import is_in_title_case
from newslint.evidence.printed_name import doubt_unprinted, going_on
from newslint.text.english import LINKS
from newslint.text.name_spans import after
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


PAIRS = 5_000
"""Pairs whose verdicts are kept in a generation of the cache."""

MOST_AGAIN = 3
"""Further places of a name that speak against its being a slip."""

SMALL = LINKS | {"of", "the", "for"}
"""Small words between the two halves of a name."""

Linked = tuple[str, str, str]
"""Two capitalised words as written, and the word between them: "of", "de", "&"."""

Places = list[tuple[int, int]]
"""Places of the two words of a name."""


def prepare_unprinted(knowledge: Knowledge) -> Callable[[Document], Iterator[tuple[int, Doubt]]]:
    """A function that finds the places of such names, each with its doubt."""
    pairs = VerdictCache[tuple[str, str], list[Doubt]](lambda pair: judge(*pair, ""), PAIRS)
    linked = VerdictCache[Linked, list[Doubt]](lambda pair: judge(*pair), PAIRS)

    def judge(first: str, second: str, link: str) -> list[Doubt] | None:
        if split_possessive(first)[1]:  # Marta's Law is no name of two parts
            return None
        found = doubt_unprinted(knowledge.key(first), knowledge.key(second), link, knowledge)
        return [doubt for doubt in found if doubt.weight >= known_w.DOUBT] or None

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        for pair, found in pairs.verdicts(document.capital_pairs):
            places = [(at, at + 1) for at in document.places_of_pair(pair)]
            yield from placed(found, places, document, knowledge)
        table = linked_pairs(document)
        for parted, found in linked.verdicts(frozenset(table)):
            yield from placed(found, table[parted], document, knowledge)

    return doubts


def linked_pairs(document: Document) -> dict[Linked, Places]:
    """Places where one small word, or "&", stands between two capitalised ones."""
    words, table = document.words, dict[Linked, Places]()
    near = [pair for pair in pairwise(document.capitals) if pair[1] - pair[0] == 2]
    for first, second in near:
        link = words[first + 1]
        if link in SMALL and document.gap(second) == " " == document.gap(first + 1):
            table.setdefault((words[first], words[second], link), []).append((first, second))
    if " & " in document.text:
        for first in document.capitals:
            second = first + 1
            if second < len(words) and document.gap(second) == " & ":
                table.setdefault((words[first], words[second], "&"), []).append((first, second))
    return table


def placed(
    doubts: list[Doubt], places: Places, document: Document, knowledge: Knowledge
) -> Iterator[tuple[int, Doubt]]:
    """The doubts whose weight also suffices in the name's place, each with its word."""
    again = known_w.USED_AGAIN * min(len(places) - 1, MOST_AGAIN)
    for doubt, place in product(doubts, places):
        wrong = next(
            at
            for at in range(place[0], place[1] + 1)
            if knowledge.key(document.words[at]) == doubt.key
        )
        other = place[0] if wrong == place[1] else place[1]
        weight = doubt.weight + again + in_place(wrong, other, document, knowledge)
        behind = knowledge.key(after(document, place[1]))
        if behind and not is_in_title_case(place[1], document):
            words = document.words[place[0] : place[1] + 1]
            keys = [doubt.right if doubt.key == key else key for key in map(knowledge.key, words)]
            weight += going_on(" ".join(keys), behind)
        if weight >= known_w.DOUBT:
            yield wrong, doubt._replace(weight=weight)


def in_place(wrong: int, other: int, document: Document, knowledge: Knowledge) -> float:
    """The weight that the place of a pair adds to its word `wrong` being a slip."""
    first, last = sorted((wrong, other))
    in_title_case = is_in_title_case(first, document)
    if (in_title_case or document.opens_sentence(first)) and is_everyday(
        knowledge.key(document.words[other]), knowledge
    ):
        return NEVER
    weight = printed_w.AGED if _AGE.match(document.text, document.span(last).end) else 0.0
    key = knowledge.key(document.words[wrong])
    if in_title_case and is_ordinary(key, knowledge) and document.words[wrong][0].isupper():
        weight += printed_w.IN_TITLE_CASE * max(0.0, knowledge.entry(key).zipf - known_w.RARE)
    return weight


NEVER = -99.0
"""The weight of an ordinary word whose capital comes from the sentence or the headline."""

_AGE = lazy_pattern(r"(?:,| \() ?\d\d[,)]")
"""An age after a name: "Ann Varel, 34,"."""
