"""Names that the world spells otherwise: unknown beside a well-known neighbour.

Only the world speaks here, so a finding is a warning and its fix unsafe. Two cases: a word that
nobody bears, one slip from one that everybody knows (Hollwood); and a full name of which one half
is right and the whole one slip from a known one (Micha Barton), surer the rarer the right half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.checks.unprinted_names import prepare_unprinted
from newslint.checks.unprinted_words import prepare_words
from newslint.checks.word_cache import VerdictCache
from newslint.core.finding import UNSAFE, Finding
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_everyday, is_given, is_ordinary
from newslint.evidence.known_name import Doubt, doubt_possessive, doubt_word
from newslint.evidence.known_pair import Slips, doubt_pair, slips_of
from newslint.evidence.local_context import (
    COMMAS,
    is_acronym,
    is_before_noun,
    is_company,
    is_cut_off,
    is_cut_short,
    is_explained,
    is_in_brackets,
    is_relative,
    is_small_place,
    is_so_called,
    is_speaker,
    is_whereabouts,
)
from newslint.evidence.name_context import in_a_name, in_known_name, in_right_name
from newslint.evidence.printed import is_printed_at
from newslint.evidence.unheard_half import doubt_unheard
from newslint.lexicon.lexicon import FAMILY, GIVEN, NAMED, PLACE, WORD
from newslint.lexicon.slips import slip_kind
from newslint.text.name_spans import after
from newslint.text.tokenizer import split_possessive

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge
    rule = rules[0]
    words = context.word_verdicts.add_judge(__name__, lambda word: doubt_surface(word, knowledge))
    table = context.verdict_table
    slips = lru_cache(SLIPS)(lambda key: (table and table.slips(key)) or slips_of(key, knowledge))
    pairs = VerdictCache[tuple[str, str], list[Doubt]](
        lambda pair: doubt_surfaces(pair, slips, knowledge), PAIRS
    )
    unprinted = prepare_words(context), prepare_unprinted(knowledge)

    def doubts(document: Document) -> Iterator[tuple[int, Doubt]]:
        for word, doubt in words(document).items():
            for at in document.positions(word):
                weight = doubt.weight + in_text(at, doubt, document, knowledge)
                if weight >= least_of(doubt, knowledge) and not in_known_name(
                    at, document, knowledge
                ):
                    yield at, doubt._replace(weight=weight)
        for pair, found in pairs.verdicts(document.capital_pairs):
            for at, doubt in product(document.places_of_pairs[pair], found):
                if after(document, at) and not is_opening(at, document, knowledge):
                    place = at if doubt.key == knowledge.key(pair[0]) else at + 1
                    coined = as_coined(place, document) if "'" not in doubt.right else 0.0
                    if (
                        doubt.weight + coined >= known_w.DOUBT
                    ):  # O'Farrell has his capital from a rule
                        yield place, doubt._replace(weight=doubt.weight + coined)
        for read in unprinted:
            yield from read(document)

    def check(document: Document) -> Iterator[Finding]:
        best: dict[int, Doubt] = {}
        for at, doubt in doubts(document):
            if at not in best or doubt.weight > best[at].weight:
                best[at] = doubt
        for at, doubt in best.items():
            passed = is_printed_at(at, document, knowledge) or is_cut_off(at, document)
            passed = passed or (doubt.title and len(document.positions(document.words[at])) > 1)
            if not passed and not in_right_name(at, document, knowledge):
                yield report(rule, at, doubt, document)

    return check


PAIRS = 1_000
"""Pairs whose verdicts are kept in a generation of the cache."""


SLIPS = 2_000
"""Words whose candidates are kept in a generation of the cache."""


def doubt_surface(word: str, knowledge: Knowledge) -> Doubt | None:
    """The doubt about a capitalised word, if its weight may suffice for a report."""
    if not word[0].isupper():
        return None
    key = knowledge.key(word)
    doubt = doubt_possessive(key, knowledge) or doubt_word(key, knowledge)
    return doubt if doubt and doubt.weight >= known_w.DOUBT else None


def least_of(doubt: Doubt, knowledge: Knowledge) -> float:
    """The weight from which a doubt about a word alone is reported.

    It is larger if a person or a word may be meant and no list has the slip, nor are letters
    swapped: what nobody has heard of is mostly a new name.
    """
    key, right = doubt.key, doubt.right
    if right in knowledge.lexicon.corrections(key) or slip_kind(key, right) == "transposed":
        return known_w.DOUBT
    borne = knowledge.entry(right).flags & (WORD | GIVEN | FAMILY)
    return known_w.DOUBT_OF_BORNE if borne else known_w.DOUBT


def doubt_surfaces(
    pair: tuple[str, str], slips: Callable[[str], Slips], knowledge: Knowledge
) -> list[Doubt] | None:
    """The doubts about two neighbours whose weight may suffice for a report."""
    first, second = pair
    keys = knowledge.key(first), knowledge.key(second)
    doubts = chain(doubt_pair(*keys, slips, knowledge), doubt_unheard(*keys, knowledge))
    return [doubt for doubt in doubts if doubt.weight >= known_w.DOUBT] or None


def is_opening(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` is an ordinary word that opens a sentence."""
    return document.opens_sentence(at) and is_everyday(knowledge.key(document.words[at]), knowledge)


def in_text(at: int, doubt: Doubt, document: Document, knowledge: Knowledge) -> float:
    """The weight that word `at` and its place add to a doubt."""
    flags = knowledge.entry(doubt.right.removesuffix("'s")).flags
    return as_spelt(at, flags, document) + as_placed(at, doubt, flags, document, knowledge)


def as_spelt(at: int, meant: int, document: Document) -> float:
    """The weight of the word's letters, given the flags of the `meant` word."""
    word = document.words[at]
    stem = split_possessive(word)[0]
    weight = 0.0
    if not stem.isascii():
        weight += known_w.ACCENTED
    if len(document.positions(word)) > 1:
        weight += known_w.USED_AGAIN
    weight += as_coined(at, document)
    if word.endswith("in") and is_cut_short(at, document):
        weight += typo_w.PART_OF_WORD
    if meant & (NAMED | WORD) and is_acronym(at, document):
        weight += typo_w.ACRONYM
    return weight


def as_coined(at: int, document: Document) -> float:
    """The weight of signs that word `at` was coined: inner capitals, or "so-called" before it."""
    stem = split_possessive(document.words[at])[0]
    weight = 0.0 if stem[1:].islower() or stem.isupper() else known_w.INNER_CAPITAL
    return weight + typo_w.NAMED if is_so_called(at, document) else weight


def as_placed(at: int, doubt: Doubt, meant: int, document: Document, knowledge: Knowledge) -> float:
    """The weight of the words around, which show a place, a person or a plural."""
    weight = 0.0
    if is_whereabouts(at, document) and not meant & PLACE:
        weight += known_w.WHEREABOUTS
    if is_small_place(at, document):
        weight += known_w.WHEREABOUTS
    if meant & WORD and is_in_brackets(at, at, document):  # a short name, coined here
        weight += typo_w.GLOSSED
    if meant & GIVEN and is_relative(at, document):
        weight += known_w.IN_A_NAME
    if is_listed_with(at, document, knowledge):
        weight += known_w.AMONG_NAMES
    if is_explained(at, document):
        weight += known_w.EXPLAINED
    if is_company(at, document) and not is_title_with_next(at, doubt.right, document, knowledge):
        weight += known_w.EXPLAINED
    if doubt.right.endswith("'s") and not is_before_noun(at, document):
        weight += known_w.PLURAL
    return weight + as_person(at, doubt, meant, document, knowledge)


def as_person(at: int, doubt: Doubt, meant: int, document: Document, knowledge: Knowledge) -> float:
    """The weight of signs that word `at` names a person; double if the meant word never does.

    A family name follows a given name or a title, or names a speaker.
    """
    places = islice(document.positions(document.words[at]), w.PLACES_LOOKED_AT)
    weight = min(in_a_name(place, document, knowledge) for place in places)
    speaks = is_speaker(at, document) and not meant & PLACE
    if speaks or begins_name(at, doubt, meant, document, knowledge):
        weight += known_w.IN_A_NAME
    nobody = meant & WORD or meant & NAMED == PLACE
    return weight * known_w.NOBODY_CALLED_SO if nobody else weight


def is_title_with_next(at: int, right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the lexicon has `right` with the word after `at`: Microsoft Corporation."""
    behind = knowledge.key(after(document, at))
    return bool(behind) and knowledge.lexicon.is_title(f"{right} {behind}")


def begins_name(
    at: int, doubt: Doubt, meant: int, document: Document, knowledge: Knowledge
) -> bool:
    """Whether word `at` stands before a family name and may be a given name.

    Somaia Vost is no Somalia, nor Sherif Halvani a sheriff. Given names vary freely, so only a
    typing slip that is no other name is left to doubt; words are no given names (Manal, manual).
    """
    behind = knowledge.key(after(document, at))
    if not behind or is_ordinary(behind, knowledge) or "'" in doubt.right:
        return False
    mere_given = is_given(doubt.right, knowledge) and not meant & WORD
    if mere_given and familiarity(doubt.key, knowledge) < w.HEARD_OF:
        return slip_kind(doubt.key, doubt.right) not in GIVEN_SLIPS
    return not knowledge.lexicon.is_title(f"{doubt.right} {behind}")


def is_listed_with(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in a list between two names that the lexicon lacks."""
    if not 0 < at < len(document.words) - 1:
        return False
    if not (document.gap(at) in COMMAS and document.gap(at + 1) in COMMAS):
        return False
    beside = (document.words[at - 1], document.words[at + 1])
    return all(
        word[0].isupper() and familiarity(knowledge.key(word), knowledge) < w.KNOWN
        for word in beside
    )


GIVEN_SLIPS = known_w.TYPING | {"clipped"}
"""Slips that do not turn one given name into another."""


def report(rule: Rule, at: int, doubt: Doubt, document: Document) -> Finding:
    """The finding for word `at`."""
    stem, place = document.stem(at)
    right = match_case(doubt.right, stem)
    return new_finding(
        rule,
        document,
        place,
        right,
        found=stem,
        evidence=[reason.format(found=stem, right=right) for reason in doubt.reasons],
        fix=graded_fix(rule, UNSAFE, place, right),
    )
