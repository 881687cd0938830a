"""Question 2: what the place of an unknown name says of its being a known one misspelt.

The weights are set by hand (`newslint.evidence.known_name_weights`). They are added to a doubt that
`known_name` has of a word wherever it stands.
"""

from __future__ import annotations

from itertools import islice

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_given, is_ordinary
from newslint.evidence.local_context import (
    COMMAS,
    is_acronym,
    is_before_noun,
    is_company,
    is_cut_short,
    is_explained,
    is_in_brackets,
    is_relative,
    is_small_place,
    is_so_called,
    is_speaker,
    is_whereabouts,
)
from newslint.evidence.name_context import in_a_name
from newslint.lexicon.lexicon import GIVEN, NAMED, PLACE, WORD
from newslint.lexicon.slips import slip_kind
from newslint.text.name_spans import after
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.known_names.known_name import Doubt
    from newslint.text.document import Document


GIVEN_SLIPS = known_w.TYPING | {"clipped"}
"""Slips that do not turn one given name into another."""


def in_text(at: int, doubt: Doubt, document: Document, knowledge: Knowledge) -> float:
    """The weight that word `at` and its place add to a doubt."""
    flags = flags_of(doubt.right.removesuffix("'s"), knowledge)
    return as_spelt(at, flags, document) + as_placed(at, doubt, flags, document, knowledge)


def flags_of(right: str, knowledge: Knowledge) -> int:
    """The flags of the meant word; it is a place if the book says so."""
    in_book = any(ruling.name.kind == "place" for ruling in knowledge.names.lookup(right))
    return knowledge.entry(right).flags | PLACE * in_book


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
