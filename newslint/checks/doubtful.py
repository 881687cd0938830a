"""Names that the world spells otherwise: unknown beside a well-known neighbour.

Only the world speaks here, so a finding is a warning and its fix unsafe. Two cases: a word that
nobody bears, one slip from one that everybody knows (Hollwood); and a full name of which one half
is right and the whole one slip from a known one (Micha Barton), surer the rarer the right half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.document import possessive
from newslint.evidence import weights as w
from newslint.evidence.company import in_a_name, in_right_name
from newslint.evidence.renown import is_ordinary
from newslint.evidence.world import Doubt, doubt_pair, doubt_word
from newslint.finding import UNSAFE, WARNING, Edit, Finding, Fix, Span
from newslint.mentions import after

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge
    from newslint.rule import Rule


def prepare(rules: Sequence[Rule], knowledge: Knowledge) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    rule = rules[0]
    words: dict[str, Doubt | None] = {}
    pairs: dict[tuple[str, str], list[Doubt]] = {}

    def of_word(key: str) -> Doubt | None:
        if key not in words:
            words[key] = doubt_word(key, knowledge)
        return words[key]

    def of_pair(first: str, second: str) -> list[Doubt]:
        if (first, second) not in pairs:
            pairs[first, second] = list(doubt_pair(first, second, knowledge))
        return pairs[first, second]

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        words, key_of = document.words, knowledge.key
        capitals = document.capitals
        for at in capitals:
            key = key_of(words[at])
            single = of_word(key)
            if single is not None:
                weight = single.weight + in_place(at, key, document, knowledge)
                if weight >= w.DOUBT:
                    yield at, single._replace(weight=weight)
        for at, following in pairwise(capitals):
            if following != at + 1:
                continue
            pair = of_pair(key_of(words[at]), key_of(words[following]))
            if pair and after(document, at) and not is_opening(at, document, knowledge):
                for doubt in pair:
                    if doubt.weight >= w.DOUBT:
                        yield at if doubt.key == key_of(words[at]) else following, doubt

    def check(document: Document) -> Iterator[Finding]:
        best: dict[int, Doubt] = {}
        for at, doubt in doubts(document):
            if at not in best or doubt.weight > best[at].weight:
                best[at] = doubt
        for at, doubt in best.items():
            if not in_right_name(at, document, knowledge):
                yield report(rule, at, doubt, document)

    return check


def is_opening(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is an ordinary word that has its capital from the sentence's start."""
    return document.opens_sentence(at) and is_ordinary(knowledge.key(document.words[at]), knowledge)


def in_place(at: int, key: str, document: Document, knowledge: Knowledge) -> float:
    """What the place of word `at` says for or against its being another, well-known word."""
    word = document.words[at]
    stem = possessive(word)[0]
    weight = 0.0
    if not stem.isascii():
        weight += w.ACCENTED
    if document.counts[word] > 1:
        weight += w.USED_AGAIN
    if not (stem[1:].islower() or stem.isupper()):
        weight += w.INNER_CAPITAL
    weight += in_a_name(at, document, knowledge)
    return weight


def report(rule: Rule, at: int, doubt: Doubt, document: Document) -> Finding:
    """The finding for word `at`."""
    stem, ending = possessive(document.words[at])
    span = document.span(at)
    place = Span(span.start, span.end - len(ending))
    right = doubt.right.upper() if stem.isupper() else doubt.right[0].upper() + doubt.right[1:]
    said = tuple(s.format(found=stem, right=right) for s in doubt.said)
    return Finding(
        rule.id,
        place,
        stem,
        f"'{stem}' may be '{right}' misspelt",
        WARNING,
        (right,),
        said,
        Fix(UNSAFE, (Edit(place, right),)),
    )
