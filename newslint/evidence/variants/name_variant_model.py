"""Question 1 by a fitted model: what is known of two spellings that may be one name.

Each feature is a number; `docs/evidence.md` has them all, and `weights/name_variant.json` their
curves. `name_variant` says what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2, log10

from newslint.evidence.additive_model import load_model
from newslint.evidence.familiarity import (
    familiarity,
    is_counted_slip,
    is_ordinary,
    use_as_name,
)
from newslint.evidence.known_names.name_reading_features import fits_better
from newslint.evidence.known_names.name_readings import is_plural, sounding_alike
from newslint.evidence.local_context import is_in_brackets
from newslint.evidence.morphology import is_respelt
from newslint.evidence.name_context import (
    are_other_parts,
    is_known_in_full,
    is_never_introduced,
    meant_in_full,
    name_context,
    no_stranger,
    side_by_side,
)
from newslint.evidence.occurrences import places_of
from newslint.evidence.remembered.printed import is_printed_for
from newslint.evidence.variants.name_variant_doubts import is_of_other_family, is_other_by_sound
from newslint.evidence.variants.name_variant_features import (
    are_called_otherwise,
    are_other_capitals,
    capitals,
)
from newslint.evidence.variants.word_formation import is_made_of_other, is_of_another
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.lexicon import CAPITAL, FAMILY, FOREIGN, GIVEN, PLACE, SLIP, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import SMALL_WORDS
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.occurrences import NameContext, Occurrence
    from newslint.text.document import Document

    Features = Iterator[tuple[str, float]]


FLAGS = {
    "wrong_word": WORD,
    "wrong_dictionary_capital": CAPITAL,
    "wrong_given": GIVEN,
    "wrong_family": FAMILY,
    "wrong_place": PLACE,
    "wrong_foreign": FOREIGN,
    "wrong_listed_slip": SLIP,
}

EVERYDAY = 5.0
"""Familiarity from which a name that both stand beside says nothing."""

PLACES = 10
"""Maximum places of a form that are looked at."""

BESIDE = (-2, -1, 1, 2)
"""Where words stand beside a form that both may have."""


MODEL = "name_variant"
"""The fitted model."""


def fitted_score(
    wrong: Occurrence,
    right: Occurrence,
    between: Occurrence | None,
    document: Document,
    knowledge: Knowledge,
) -> float | None:
    """The score above the least of one form being the other misspelt; None if it is below."""
    if are_two_names(wrong, right, document, knowledge):
        return None
    model = load_model(MODEL)
    found = model.add(variant_features(wrong, right, between, document, knowledge), model.start)
    return found.score - model.report if found and found.score >= model.report else None


def are_two_names(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether two forms are two names, or words, by the book, by grammar or by the memory."""
    return (
        knowledge.are_distinct(wrong.key, right.key)
        or is_of_another(wrong, right, document, knowledge)
        or is_made_of_other(wrong, right, document, knowledge)
        or is_printed_for(wrong.key, right.key, document, knowledge)
    )


def variant_features(
    wrong: Occurrence,
    right: Occurrence,
    between: Occurrence | None,
    document: Document,
    knowledge: Knowledge,
) -> Features:
    """Every feature of two forms; what costs most comes last.

    If a third form is `between` them, only the slip from the wrong one to that counts.
    """
    yield from _of_letters(wrong, right, between)
    yield from _of_world(wrong.key, right.key, knowledge)
    yield from _of_places(wrong, right, document)
    yield from _of_company(wrong, right, document, knowledge)
    at = places_of(wrong, document)[0]
    name, gain = fits_better(at, wrong.key, right.key, document)
    yield name if shipped_counts().number(right.key) else "any_name_fits", gain


def _of_letters(wrong: Occurrence, right: Occurrence, between: Occurrence | None) -> Features:
    """What the two spellings are to each other, and how often each stands."""
    key, other = wrong.key, right.key
    near = (between or right).key
    yield f"slip_{slip_kind(key, near)}", 1.0
    yield "two_edits", float(not is_one_edit_apart(key, near))
    yield "wrong_count", log2(wrong.count)
    yield "right_count", log2(right.count)
    yield "ratio", log2(right.count / wrong.count)
    yield "letters", float(min(len(key), len(other)))
    yield "longer", float(len(other) - len(key))
    yield "other_last_letter", float(key[-1] != other[-1])
    yield "plural", float(is_plural(key, other))
    yield "by_ear", float(other in sounding_alike(key))
    plain, meant_plain = wrong.spelling.isascii(), right.spelling.isascii()
    yield "accented", float(meant_plain and not plain)
    yield "right_accented", float(plain and not meant_plain)
    more, fewer = capitals(wrong.spelling), capitals(right.spelling)
    yield "inner_capital", float(more > fewer)
    yield "lacks_capital", float(more < fewer)
    yield "capitals", float(wrong.spelling.isupper())
    yield "other_capitals", float(are_other_capitals(wrong, right))


def _of_world(key: str, right: str, knowledge: Knowledge) -> Features:
    """How well the world knows either."""
    wrong, meant, count = knowledge.entry(key), knowledge.entry(right), shipped_names().count
    counts = shipped_counts()
    known = familiarity(right, knowledge)
    ours, theirs = count(key), count(right)
    printed, others = log10(ours.times + 1), log10(theirs.times + 1)
    yield "wrong_printed", printed
    yield "wrong_publishers", log10(ours.publishers + 1)
    yield "right_printed", others
    yield "more_printed", others - printed
    yield "wrong_counted", float(bool(counts.number(key)))
    yield "right_counted", float(bool(counts.number(right)))
    yield "wrong_frequency", wrong.zipf
    yield "right_frequency", meant.zipf
    yield "wrong_titles", log10(wrong.titles + 1)
    yield "right_titles", log10(meant.titles + 1)
    yield "wrong_known", familiarity(key, knowledge)
    yield "wrong_as_name", use_as_name(key, knowledge)
    yield "right_known", known
    yield "better_known", known - familiarity(key, knowledge)
    yield "counted_slip", float(is_counted_slip(key, right, knowledge))
    yield "listed", float(right in knowledge.lexicon.corrections(key))
    yield "respelt", float(is_respelt(key, right, knowledge))
    yield from ((name, float(bool(wrong.flags & flag))) for name, flag in FLAGS.items())


def _of_places(wrong: Occurrence, right: Occurrence, document: Document) -> Features:
    """Where the two stand, to each other and by themselves."""
    ours, theirs = places_of(wrong, document), places_of(right, document)
    at = ours[0]
    start, end = document.span(at).start, document.span(at).end
    yield "near", -log10(1 + min(abs(a - b) for a in ours[:PLACES] for b in theirs))
    yield "same_words", float(len(_words_beside(ours, document) & _words_beside(theirs, document)))
    yield "one_sentence", float(in_one_sentence(at, theirs, document))
    yield "lower_there", float(wrong.key in document.distinct)
    yield "right_lower_there", float(right.key in document.distinct)
    yield "possessive", float(all(split_possessive(word)[1] for word in wrong.words))
    yield "bracketed", float(is_in_brackets(at, at, document))
    yield "quoted", float(document.text[max(0, start - 1) : start] in ('"', "'", "“", "‘"))
    yield (
        "hyphened",
        float("-" in document.text[max(0, start - 1) : start] + document.text[end : end + 1]),
    )


def _words_beside(places: list[int], document: Document) -> set[tuple[bool, str]]:
    """The words beside a form, each with its side; small ones say nothing."""
    return {
        (step > 0, word)
        for at in places[:PLACES]
        for step in BESIDE
        if 0 <= at + step < len(document.words)
        for word in (document.lowered[at + step],)
        if len(word) > 3 and word not in SMALL_WORDS
    }


def in_one_sentence(at: int, others: list[int], document: Document) -> bool:
    """Whether word `at` and one of the `others` stand in one sentence: then both are meant."""
    nearest = min(others, key=lambda other: abs(other - at))
    first, last = sorted((at, nearest))
    return not any(document.opens_sentence(place) for place in range(first + 1, last + 1))


def _of_company(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> Features:
    """What the names beside the two say: the same given name, others, each other."""
    ours, theirs = (name_context(form, document, knowledge) for form in (right, wrong))
    given = theirs.given & ours.given
    shared = (theirs.left & ours.left) | (theirs.right & ours.right) | (theirs.joined & ours.joined)
    plain = bool(shared) and all(is_ordinary(name, knowledge) for name in shared)
    yield "same_given_name", float(bool(given))
    yield "shared", float(bool(shared) and not given and not plain)
    yield "shared_word", float(plain and not given)
    beside = (EVERYDAY - familiarity(name, knowledge) for name in given | shared)
    yield "shared_rarity", max(beside, default=0.0)
    others = bool(theirs.left | theirs.right) and bool(ours.left | ours.right)
    yield "other_names", float(others and not (shared or given))
    yield (
        "called_otherwise",
        float(
            not (shared or given) and are_called_otherwise(wrong, right, theirs, ours, knowledge)
        ),
    )
    yield "wrong_alone", float(theirs.alone)
    yield "right_alone", float(ours.alone)
    yield "wrong_addressed", float(theirs.addressed)
    yield "wrong_titled", float(theirs.titled)
    yield "right_speaks", float(ours.speaks)
    introduced = (ours.introduced and theirs.alone) or is_never_introduced(
        wrong, theirs, right, ours, knowledge
    )
    yield "never_introduced", float(introduced)
    yield "other_part", float(are_other_parts(theirs, ours, knowledge))
    yield "right_other_part", float(are_other_parts(ours, theirs, knowledge))
    yield "side_by_side", float(side_by_side(wrong, right, document))
    yield "no_stranger", float(no_stranger(wrong, right, document, knowledge))
    yield "other_family", float(is_of_other_family(wrong, right, document, knowledge))
    yield "other_by_sound", float(is_other_by_sound(wrong, right, document, knowledge))
    yield from _of_wholes(wrong.key, right.key, theirs, ours)
    yield "meant_in_full", float(bool(meant_in_full(wrong.key, right.key, theirs, knowledge)))
    yield "known_in_full", float(is_known_in_full(wrong, right.key, document, knowledge))


def _of_wholes(key: str, right: str, theirs: NameContext, ours: NameContext) -> Features:
    """How often news prints either with the names beside it, at most."""
    meant = log10(times_with(right, theirs) + 1)
    so = log10(times_with(key, theirs) + 1)
    yield "whole_right", meant
    yield "whole_wrong", so
    yield "whole_more", meant - so
    yield "whole_wrong_there", log10(times_with(key, ours) + 1)


def times_with(key: str, beside: NameContext) -> int:
    """How often news prints a name with one of those beside it, the commonest."""
    count = shipped_names().count
    wholes = [f"{name} {key}" for name in beside.left] + [f"{key} {name}" for name in beside.right]
    return max((count(whole).times for whole in wholes), default=0)
