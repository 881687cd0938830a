"""Features of question 1: observations for and against two spellings being one name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import log2

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import (
    LISTED_ANYHOW,
    familiarity,
    is_counted_slip,
    is_listed_slip,
    is_ordinary,
    use_as_name,
)
from newslint.evidence.local_context import is_beside_english
from newslint.evidence.name_context import (
    are_other_parts,
    is_heard,
    is_known_in_full,
    is_mere_address,
    is_never_introduced,
    meant_in_full,
    name_context,
    no_stranger,
    side_by_side,
)
from newslint.evidence.occurrences import NameContext, Occurrence, akin
from newslint.evidence.variants.feature import Feature
from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.lexicon import CAPITAL, FOREIGN, GIVEN, NAMED, PLACE, WORD
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def observe(
    wrong: Occurrence,
    right: Occurrence,
    document: Document,
    knowledge: Knowledge,
    between: Occurrence | None = None,
) -> Iterator[Feature]:
    """Every feature of two forms, with its weight."""
    yield from observe_letters(wrong, right, between)
    yield from observe_counts(wrong, right)
    nobody_else = no_stranger(wrong, right, document, knowledge)
    at_worst = w.KNOWN_AT_WORST if nobody_else else w.STRANGER_AT_WORST
    if is_listed_slip(wrong.key, knowledge):
        yield Feature(w.LISTED_SLIP, f"'{wrong.spelling}' is a well-known misspelling")
    else:
        yield from observe_world(wrong, right, at_worst, knowledge)
        yield from observe_ordinary(right, document, knowledge)
    theirs = name_context(wrong, document, knowledge)
    in_english = among_small_english(wrong, document) and not is_ordinary(right.key, knowledge)
    if not (theirs.speaks or theirs.addressed or (theirs.alone and (nobody_else or in_english))):
        yield from observe_language(wrong, knowledge)
    yield from observe_company(wrong, right, document, knowledge)


def observe_letters(
    wrong: Occurrence, right: Occurrence, between: Occurrence | None = None
) -> Iterator[Feature]:
    """Features of the slip between two forms, their length and their capitals."""
    kind = slip_kind(wrong.key, (between or right).key)
    says = f"'{between.spelling}' stands in the middle of the two" if between else ""
    shorter = min(len(wrong.key), len(right.key))
    many = kind == "several" and shorter < w.LONG_LETTERS
    yield Feature(w.SLIPS["many" if many else kind], says)
    if shorter >= w.LONG_LETTERS:
        yield Feature(w.LONG_NAME)
    elif shorter <= w.SHORT_LETTERS:
        yield Feature(w.SHORT_NAME)
    if not wrong.spelling.isascii():
        yield Feature(known_w.ACCENTED)
    if is_with_abbreviation(wrong.spelling, right.spelling):
        yield Feature(typo_w.PART_OF_WORD)
    elif capitals(wrong.spelling) > capitals(right.spelling):
        yield Feature(known_w.INNER_CAPITAL)


def is_with_abbreviation(wrong: str, right: str) -> bool:
    """Whether one name is the other with an abbreviation attached: JapanUS, WorkplacesTM."""
    return wrong.startswith(right) and wrong[len(right) :].isupper() and not wrong.isupper()


def capitals(spelling: str) -> int:
    """The number of capitals of a spelling; 0 if it has no small letters."""
    return 0 if spelling.isupper() else sum(map(str.isupper, spelling))


def among_small_english(form: Occurrence, document: Document) -> bool:
    """Whether a form stands at one of its places beside a small English word."""
    places = (at for word in form.words for at in document.positions(word))
    return any(is_beside_english(at, document) for at in islice(places, w.PLACES_LOOKED_AT))


def observe_counts(wrong: Occurrence, right: Occurrence) -> Iterator[Feature]:
    """Features of how often each of the two stands."""
    if wrong.count >= w.OFTEN:
        yield Feature(w.REPEATED)
    elif wrong.count >= right.count:
        yield Feature(w.AS_OFTEN)
    else:
        weight = min(w.MORE_OFTEN_AT_MOST, w.MORE_OFTEN * log2(right.count / wrong.count))
        yield Feature(weight, f"count {wrong.count} against {right.count}")


def observe_language(wrong: Occurrence, knowledge: Knowledge) -> Iterator[Feature]:
    """The feature of a wrong form that is a word of another language, and in no English list."""
    flags = knowledge.entry(wrong.key).flags
    if flags & FOREIGN:
        yield Feature(w.FOREIGN_WORD if flags & LISTED_ANYHOW else w.FOREIGN_ONLY)


def observe_world(
    wrong: Occurrence, right: Occurrence, at_worst: float, knowledge: Knowledge
) -> Iterator[Feature]:
    """Features of how well known the two are: a well-known form is likelier to be meant."""
    known_right = familiarity(right.key, knowledge)
    known_wrong = use_as_name(wrong.key, knowledge)
    if is_counted_slip(wrong.key, right.key, knowledge):
        known_wrong *= known_w.SLIP_COUNTED
    most = w.KNOWN_RIGHT if known_right >= w.KNOWN else w.UNKNOWN_RIGHT
    better = known_right >= w.KNOWN and known_right > known_wrong
    says = f"'{right.spelling}' is known" if better else ""
    says += f", '{wrong.spelling}' is not" if says and known_wrong < 1.0 else ""
    yield Feature(max(at_worst, most - known_wrong), says)
    if known_right > known_wrong >= 1.0:
        apart = known_right - known_wrong
        yield Feature(min(w.RARER_AT_MOST, w.RARER * apart))
        if apart >= w.FAR:
            yield Feature(w.FAR_RARER)


def observe_ordinary(
    right: Occurrence, document: Document, knowledge: Knowledge
) -> Iterator[Feature]:
    """The feature of a right form that is an ordinary word, and not introduced as a name."""
    standing = knowledge.entry(right.key)
    if standing.flags & (WORD | CAPITAL | PLACE | GIVEN) != WORD:
        return
    if not name_context(right, document, knowledge).given:
        everyday = familiarity(right.key, knowledge) >= w.EVERYDAY
        yield Feature(w.EVERYDAY_RIGHT if everyday else w.ORDINARY_RIGHT)


def observe_company(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> Iterator[Feature]:
    """Features of the names beside the two: the same given name, others, each other."""
    theirs, ours = (
        name_context(wrong, document, knowledge),
        name_context(right, document, knowledge),
    )
    given = theirs.given & ours.given
    whole = meant_in_full(wrong.key, right.key, theirs, knowledge)
    hardly_other = (
        whole
        and is_one_edit_apart(wrong.key, right.key)
        and not knowledge.entry(wrong.key).flags & GIVEN
    )
    shared = (theirs.left & ours.left) | (theirs.right & ours.right) | (theirs.joined & ours.joined)
    if given:
        yield Feature(w.SAME_GIVEN_NAME, f"both are called {min(given).title()}")
    elif shared:
        plain = all(is_ordinary(key, knowledge) for key in shared)
        weight = w.SAME_PLAIN_COMPANY if plain else w.SAME_COMPANY
        yield Feature(weight, f"both stand with '{min(shared).title()}'")
    elif not hardly_other and are_called_otherwise(wrong, right, theirs, ours, knowledge):
        nobody = familiarity(wrong.key, knowledge) == 0.0
        yield Feature(w.OTHER_GIVEN_NAME_OF_NOBODY if nobody else w.OTHER_GIVEN_NAME)
    elif (ours.introduced and theirs.alone) or is_never_introduced(
        wrong, theirs, right, ours, knowledge
    ):
        yield Feature(w.NEVER_INTRODUCED, f"'{wrong.spelling}' is never introduced in full")
        if is_heard(wrong, theirs, knowledge):
            yield Feature(w.HEARD)
    elif right.count <= w.FAMOUS and is_mere_address(ours, theirs):
        yield Feature(w.NEVER_INTRODUCED)  # one person, but no reason to blame the other form
    if not given and not shared and is_known_in_full(wrong, right.key, document, knowledge):
        yield Feature(w.KNOWN_IN_FULL)
    if whole:
        yield Feature(w.MEANT_IN_FULL, f"'{whole.title()}' is a known name")
    if theirs.titled and not (ours.titled or given or shared):
        yield Feature(w.OTHER_OFFICE)
    if is_person_for_land(theirs, right, ours, knowledge):
        yield Feature(w.PERSON_FOR_LAND)
    if are_other_parts(theirs, ours, knowledge):
        yield Feature(w.OTHER_PART)
    if not whole and side_by_side(wrong, right, document):
        yield Feature(w.SIDE_BY_SIDE)


def is_person_for_land(
    theirs: NameContext, right: Occurrence, ours: NameContext, knowledge: Knowledge
) -> bool:
    """Whether one form is a person with a given name, and the other a place and nobody's name."""
    place = knowledge.entry(right.key).flags & NAMED == PLACE
    if not place or ours.given:
        return False
    given = (knowledge.entry(key) for key in theirs.given)
    return any(name.flags & GIVEN and name.zipf < w.EVERYDAY for name in given)


def are_called_otherwise(
    wrong: Occurrence,
    right: Occurrence,
    theirs: NameContext,
    ours: NameContext,
    knowledge: Knowledge,
) -> bool:
    """Whether two forms have names beside them that make them two people."""
    if theirs.given and ours.given and not akin(theirs.given, ours.given):
        return True
    if not (theirs.right and ours.right):
        return False
    return bool(knowledge.entry(wrong.key).flags & GIVEN) or (
        bool(knowledge.entry(right.key).flags & GIVEN) and theirs.right.isdisjoint(ours.right)
    )


def are_other_capitals(wrong: Occurrence, right: Occurrence) -> bool:
    """Whether a form is an abbreviation, and the other none of its letters with two exchanged.

    A letter more or another one makes another abbreviation: UNDP, UNEP.
    """
    short = [is_abbreviation(form) for form in (wrong, right)]
    return any(short) and not (all(short) and slip_kind(wrong.key, right.key) == "transposed")


def is_abbreviation(form: Occurrence) -> bool:
    """Whether a form stands in capitals alone, and is short, but for the s of a plural."""
    return all(word.isupper() and len(word) <= SHORT_CAPITALS for word in form.stems)


SHORT_CAPITALS = 5
"""Maximum letters of an abbreviation."""
