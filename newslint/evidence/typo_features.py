"""What is observed of a suspect in its place, by name: the features of question 3.

Each feature is a number; `docs/evidence.md` has them all, and `weights/typo.json` and
`weights/typo_capital.json` their curves.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log10
from typing import TYPE_CHECKING

from newslint.core.record import NamedTuple
from newslint.evidence.coinage import are_spellings, have_endings
from newslint.evidence.coined_words import kind_of_slip, may_be_coined
from newslint.evidence.fitting_word import beside, stands
from newslint.evidence.foreign import among_foreign
from newslint.evidence.local_context import is_acronym, is_in_title_case, is_so_called
from newslint.evidence.name_context import in_a_name
from newslint.evidence.typo import PARTED, commonness
from newslint.evidence.word_place import (
    QUOTES,
    in_unknown_name,
    is_beheaded,
    is_closed,
    is_glossed,
    is_half_of_word,
    may_open_sentence,
)
from newslint.lexicon.counts import Counts, shipped_counts
from newslint.lexicon.lexicon import WORD
from newslint.text.context_tokens import NAME, UNKNOWN
from newslint.text.letters import plain_marks

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.suspect_word import Suspect
    from newslint.text.document import Document


FITS = 0.5
"""What each power of ten weighs by which a word stands more often in the place, beside its weight
wherever it stands, when the likeliest is chosen."""

NEVER = 1e-4
"""How often stands what never does."""

NO_OTHER = 3.0
"""The lead of the only word that may be meant."""

ALL_UNKNOWN = 5.8
"""Logarithm of how often unknown words stand in the counts."""


class Meant(NamedTuple):
    """A word that may be meant in a place: how likely it is, and how often it stands there."""

    likely: float
    right: str
    stands: float


def meant_at(
    at: int, suspect: Suspect, document: Document, knowledge: Knowledge
) -> tuple[dict[str, float], tuple[str, ...]]:
    """The features of word `at`, and the words that may be meant there, the likeliest first."""
    counts = shipped_counts()
    left, right = beside(at, document, counts)
    fitting = []
    for word, weight in suspect.rights:
        often = stands_there(word, left, right, counts)
        fitting.append(Meant(weight + FITS * log10(often + NEVER), word, often))
    fitting.sort(reverse=True)
    best = fitting[0]
    features = dict(suspect.features)
    features.update(_of_counts(best, suspect, left, right, counts))
    features["lead"] = best.likely - fitting[1].likely if len(fitting) > 1 else NO_OTHER
    features["candidates"] = float(len(fitting))
    features.update(_of_slip(suspect.key, best.right, knowledge))
    features.update(_of_place(at, best.right, document, knowledge))
    if suspect.capital:
        features.update(_of_capital(at, best.right, document, knowledge))
    return features, tuple(meant.right for meant in fitting[:3])


def stands_there(word: str, left: int, right: int, counts: Counts) -> float:
    """How often a word, or two that were run together, stands between two others."""
    first, *_, last = (counts.number(part) for part in (*word.replace("-", " ").split(" "),) * 2)
    if not (first and last):
        return 0.0
    if first == last:
        return stands(left, first, right, counts)
    return min(stands(left, first, last, counts), stands(first, last, right, counts))


def _of_counts(
    best: Meant, suspect: Suspect, left: int, right: int, counts: Counts
) -> Iterator[tuple[str, float]]:
    """How often the word that is meant stands there, and how often words that nobody knows do."""
    classes = (UNKNOWN, NAME) if suspect.capital else (UNKNOWN,)
    others = max(stands(left, counts.number(other), right, counts) for other in classes)
    number = counts.number(best.right)
    often, otherwise = log10(best.stands + NEVER), log10(others + NEVER)
    printed = log10(counts.word(number).times + 1)
    yield "right_printed", printed
    yield "right_stands", often
    yield "unknown_stands", otherwise
    yield "gain", often - otherwise
    yield "gain_beyond_chance", often - printed - (otherwise - ALL_UNKNOWN)
    if left and right and number:
        yield "right_triple", log10(1 + counts.triple(left, number, right).times)


def _of_slip(key: str, right: str, knowledge: Knowledge) -> Iterator[tuple[str, float]]:
    """What the two words are to each other."""
    several = " " in right or "-" in right
    yield f"slip_{'split' if several else kind_of_slip(key, right)}", 1.0
    if several:
        yield from _of_halves(right)
    yield "right_frequency", commonness(right, knowledge)
    yield "other_first_letter", float(key[0] != right[0])
    yield "other_last_letter", float(key[-1] != right[-1])
    yield "coined", float(may_be_coined(key, right, knowledge))
    yield "other_countrys", float(are_spellings(key, right, knowledge))
    listed = bool(knowledge.entry(key).flags & WORD)
    yield "inflected", float(listed and have_endings(key, right))


def _of_halves(right: str) -> Iterator[tuple[str, float]]:
    """How often news prints two words behind each other, and whether they make compounds."""
    counts = shipped_counts()
    first, _, second = right.replace("-", " ").partition(" ")
    pair = counts.pair(counts.number(first), counts.number(second))
    yield "halves_printed", log10(pair.times + 1)
    yield "small_half", float(not PARTED.isdisjoint((first, second)))
    yield "plural_half", float(first.endswith("s"))
    yield "shorter_half", float(min(len(first), len(second)))


def _of_place(
    at: int, right: str, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What the article shows around the place."""
    word, text = document.words[at], document.text
    start, end = document.span(at)
    left, behind = text[max(0, start - 1) : start], text[end : end + 1]
    quoted = bool(left) and left in QUOTES
    hyphened = "-" in (left, behind)
    yield "among_foreign", among_foreign(at, document, knowledge)
    yield "again", float(len(document.positions(word)) > 1)
    yield "right_there", float(right in document.distinct)
    yield "quoted_alone", float(quoted and is_closed(text, end))
    yield "behind_mark", float(quoted)
    yield "so_called", float(is_so_called(at, document))
    yield "accented", float(not plain_marks(word).isascii())
    yield "hyphened", float(hyphened)
    yield "half_of_word", float(hyphened and is_half_of_word(at, document, knowledge))
    yield "beheaded", float(is_beheaded(at, document))
    if word.islower():
        yield "glossed", float(is_glossed(at, document))
        yield "cut_off", float(behind in ("", "\n") or text[end : end + 2] in (" \n", " "))


def _of_capital(
    at: int, right: str, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """Where the capital may come from."""
    opens = document.opens_sentence(at)
    yield "acronym", float(is_acronym(at, document))
    yield "opens_sentence", float(opens)
    yield "may_open_sentence", float(opens and may_open_sentence(at, right, document))
    yield "title_case", float(is_in_title_case(at, document))
    yield "in_a_name", in_a_name(at, document, knowledge)
    yield "in_unknown_name", float(in_unknown_name(at, document, knowledge))
