"""What is observed of a suspect in its place, by name: the features of question 3.

Each feature is a number; `docs/evidence.md` has them all, and `weights/typo.json` and
`weights/typo_capital.json` their curves.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log10

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.evidence.coinage import are_spellings, have_endings
from newslint.evidence.foreign import among_foreign
from newslint.evidence.joined_words import HALVES, features_of_halves
from newslint.evidence.known_name_weights import TYPING
from newslint.evidence.local_context import is_in_title_case, is_so_called
from newslint.evidence.name_context import in_a_name
from newslint.evidence.real_words.fitting_word import beside, stands
from newslint.evidence.typos.coined_words import kind_of_slip, may_be_coined
from newslint.evidence.typos.typo import LONG, are_small, commonness
from newslint.evidence.typos.word_place import (
    QUOTES,
    in_unknown_name,
    is_beheaded,
    is_closed,
    is_particle,
    may_open_sentence,
)
from newslint.lexicon.counts import Counts, shipped_counts
from newslint.lexicon.lexicon import WORD
from newslint.lexicon.word_vectors import shipped_vectors
from newslint.text.context_tokens import NAME, UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.typos.suspect_word import Suspect
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


_THRICE = lazy_pattern(r"(.)\1\1")
"""A letter three times in a row, as no word has it."""


class Meant(NamedTuple):
    """A word that may be meant in a place: how likely it is, and how often it stands there.

    Its `form` there may be a possessive.
    """

    likely: float
    right: str
    form: str
    stands: float


def meant_at(
    at: int, suspect: Suspect, document: Document, knowledge: Knowledge
) -> tuple[Iterator[tuple[str, float]], tuple[str, ...]]:
    """The features of word `at`, and the words that may be meant there, the likeliest first.

    What costs most to observe comes last.
    """
    counts = shipped_counts()
    left, right = beside(at, document, counts)
    fitting = []
    possessive = document.words[at] != document.stem(at)[0]
    for word, weight in suspect.rights:
        form = f"{word}'s" if possessive and counts.number(f"{word}'s") else word
        often = stands_there(form, left, right, counts)
        fitting.append(Meant(weight + FITS * log10(often + NEVER), word, form, often))
    fitting.sort(reverse=True)
    best = fitting[0].right

    def observe() -> Iterator[tuple[str, float]]:
        yield from suspect.features.items()
        yield "lead", fitting[0].likely - fitting[1].likely if len(fitting) > 1 else NO_OTHER
        yield "candidates", float(len(fitting))
        yield from _of_slip(suspect, best, knowledge)
        yield from _of_counts(fitting[0], suspect, left, right, counts)
        if is_several(best):
            yield from features_of_halves(best, left, right)
        else:
            yield from dict.fromkeys(HALVES, 0.0).items()
        yield from _of_place(at, best, document, knowledge)
        if suspect.capital:
            yield from _of_capital(at, best, document, knowledge)
        yield from _of_vectors(at, fitting[0].form, document)

    return observe(), tuple(meant.right for meant in fitting[:3])


def stands_there(word: str, left: int, right: int, counts: Counts) -> float:
    """How often a word, or two that were run together, stands between two others."""
    first, *_, last = (counts.number(part) for part in (*word.replace("-", " ").split(" "),) * 2)
    if not (first and last):
        return 0.0
    if first == last:
        return stands(left, first, right, counts)
    return min(stands(left, first, last, counts), stands(first, last, right, counts))


def is_several(right: str) -> bool:
    """Whether what is meant is two words, or one with a hyphen."""
    return " " in right or "-" in right


def _of_counts(
    best: Meant, suspect: Suspect, left: int, right: int, counts: Counts
) -> Iterator[tuple[str, float]]:
    """How often the word that is meant stands there, and how often words that nobody knows do."""
    classes = (UNKNOWN, NAME) if suspect.capital else (UNKNOWN,)
    others = max(stands(left, counts.number(other), right, counts) for other in classes)
    number = counts.number(best.form)
    often, otherwise = log10(best.stands + NEVER), log10(others + NEVER)
    printed = log10(counts.word(counts.number(best.right)).times + 1)
    yield "right_printed", printed
    yield "right_stands", often
    yield "unknown_stands", otherwise
    yield "gain", often - otherwise
    yield "gain_beyond_chance", often - printed - (otherwise - ALL_UNKNOWN)
    if left and right and number:
        yield "right_triple", log10(1 + counts.triple(left, number, right).times)


def _of_slip(suspect: Suspect, right: str, knowledge: Knowledge) -> Iterator[tuple[str, float]]:
    """What the two words are to each other."""
    key = suspect.key
    kind = "split" if is_several(right) else kind_of_slip(key, right)
    yield f"slip_{kind}", 1.0
    unheard = bool(suspect.features["unheard_of"]) and len(key) >= LONG
    yield "unheard_typing", float(unheard and kind in TYPING)
    yield "both_small", float(are_small(right, knowledge))
    yield "right_frequency", commonness(right, knowledge)
    yield "other_first_letter", float(key[0] != right[0])
    yield "other_last_letter", float(key[-1] != right[-1])
    yield "thrice", float(bool(_THRICE.search(key)))
    yield "coined", float(may_be_coined(key, right, knowledge))
    yield "other_countrys", float(are_spellings(key, right, knowledge))
    listed = bool(knowledge.entry(key).flags & WORD)
    yield "inflected", float(listed and have_endings(key, right))


def _of_vectors(at: int, right: str, document: Document) -> Iterator[tuple[str, float]]:
    """How well the word that is meant fits into the words around, by the vectors of words.

    Of two words, the one that fits less does; 0 if there is no vector.
    """
    from newslint.evidence.real_words.word_in_context import token_numbers, tokens_around

    counts, vectors = shipped_counts(), shipped_vectors()
    first, *_, last = map(counts.number, (*right.replace("-", " ").split(" "),) * 2)
    if not (first and last):
        return
    ahead, behind = tokens_around(at, document, token_numbers(counts))
    if first == last:
        fit = vectors.fit(first, vectors.around(ahead, behind))
    else:
        fit = min(
            vectors.fit(first, vectors.around(ahead, [last, *behind])),
            vectors.fit(last, vectors.around([first, *ahead], behind)),
            key=lambda half: half.total,
        )
    yield "fits", fit.total
    yield "fits_left", fit.left
    yield "fits_right", fit.right
    yield "fits_far", fit.far


def _of_place(
    at: int, right: str, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """What the article shows around the place."""
    word, text = document.words[at], document.text
    start, end = document.span(at)
    left, behind = text[max(0, start - 1) : start], text[end : end + 1]
    quoted = bool(left) and left in QUOTES
    yield "among_foreign", among_foreign(at, document, knowledge)
    yield "right_there", float(right in document.distinct)
    yield "quoted_alone", float(quoted and is_closed(text, end))
    yield "behind_mark", float(quoted)
    yield "so_called", float(is_so_called(at, document))
    yield "hyphened", float("-" in (left, behind))
    yield "opens_bracket", float(left == "(")
    yield "beheaded", float(is_beheaded(at, document))
    if word.islower():
        yield "before_capital", float(is_particle(at, document))
        yield "cut_off", float(behind in ("", "\n") or text[end : end + 2] in (" \n", " "))


def _of_capital(
    at: int, right: str, document: Document, knowledge: Knowledge
) -> Iterator[tuple[str, float]]:
    """Where the capital may come from."""
    opens = document.opens_sentence(at)
    yield "opens_sentence", float(opens)
    yield "may_open_sentence", float(opens and may_open_sentence(at, right, document))
    yield "title_case", float(is_in_title_case(at, document))
    yield "in_a_name", in_a_name(at, document, knowledge)
    yield "in_unknown_name", float(in_unknown_name(at, document, knowledge))
