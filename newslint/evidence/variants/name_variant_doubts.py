"""Doubts of question 1: what else a name may be than another one misspelt.

What is in doubt is reported, and nobody should mend it unseen.
"""

from __future__ import annotations

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.coinage import is_play
from newslint.evidence.familiarity import familiarity, is_listed_slip, is_ordinary
from newslint.evidence.name_context import name_context
from newslint.evidence.occurrences import akin
from newslint.lexicon.edit_distance import distance
from newslint.lexicon.lexicon import CAPITAL, GIVEN, PLACE
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.occurrences import Occurrence
    from newslint.text.document import Document


MOST_LETTERS = 8
"""Letters of an abbreviation."""


def is_doubtful(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether something else may be meant, so that the fix is not safe.

    The wrong form is somebody's name, or short; or lacks an apostrophe (Hughess); or the "right"
    one is an ordinary word that stands no oftener; or neither may be right; or the number is
    unsure; or it is a play on words, or coined.
    """
    if wrong.key == right.key + "s" and right.key[-1] == "s":
        return True
    if "'" in wrong.key or are_abbreviations(wrong, right):
        return True
    if may_be_other_number(wrong.key, right.key, knowledge) or is_play(
        wrong.key, right.key, knowledge
    ):
        return True
    if is_other_by_sound(wrong, right, document, knowledge):
        return True
    if is_of_other_family(wrong, right, document, knowledge):
        return True
    if is_wrong_itself(right.key, document, knowledge) or is_lengthened(wrong.key, right.key):
        return True
    if len(wrong.key) <= w.SHORT_LETTERS or is_other_short_name(wrong.key, right.key):
        return True
    if is_ordinary(right.key, knowledge) and wrong.count >= right.count:
        return True
    return is_heard_of(wrong.key, knowledge) or has_known_third(wrong.key, right.key, knowledge)


def are_abbreviations(*forms: Occurrence) -> bool:
    """Whether all that stands of both has capitals alone, and few letters: LGBTIQA, LGBTQIA."""
    words = [word for form in forms for word in form.words]
    return all(len(word) <= MOST_LETTERS and word.isupper() for word in words)


def may_be_other_number(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether a slip is as near to the plural of `right`, or to its singular: Democras."""
    if wrong.replace("men", "man") == right.replace("men", "man"):
        return True
    other = right.removesuffix("s") if right[-1] == "s" else f"{right}s"
    if familiarity(other, knowledge) < w.HEARD_OF:
        return False
    return distance(wrong, other) <= distance(wrong, right)


def is_wrong_itself(right: str, document: Document, knowledge: Knowledge) -> bool:
    """Whether the "right" spelling is a misspelling, at least of a name that the article has."""
    partners = knowledge.names.partners(right)
    return is_listed_slip(right, knowledge) or not partners.isdisjoint(document.lowered)


def is_other_by_sound(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether no slip of the fingers parts a name from a known one, and nobody stands beside both.

    The Kanzas are not Kansas.
    """
    if slip_kind(wrong.key, right.key) in known_w.TYPING:
        return False
    if familiarity(right.key, knowledge) < w.KNOWN:
        return False
    ours, theirs = (name_context(form, document, knowledge) for form in (wrong, right))
    return (ours.left | ours.right).isdisjoint(theirs.left | theirs.right)


def is_of_other_family(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether both are given names before family names, and these are not alike."""
    if not knowledge.entry(right.key).flags & GIVEN:
        return False
    ours, theirs = (name_context(form, document, knowledge).right for form in (wrong, right))
    return bool(ours and theirs) and not akin(ours, theirs)


def is_lengthened(wrong: str, right: str) -> bool:
    """Whether `wrong` is `right` with another letter at its end: a product of Ostrix is Ostrixo."""
    return wrong[:-1] == right and wrong[-1] != right[-1]


def is_other_short_name(wrong: str, right: str) -> bool:
    """Whether short names differ in a letter that fingers and ears tell apart: Saava, Slava."""
    return len(wrong) < known_w.USUAL_LETTERS and slip_kind(wrong, right) in ("other", "first")


def has_known_third(wrong: str, right: str, knowledge: Knowledge) -> bool:
    """Whether a third, well-known name is a slip away from both: Allegheny."""
    if familiarity(right, knowledge) >= w.KNOWN:
        return False
    thirds = {*knowledge.lexicon.near(wrong)}.intersection(knowledge.lexicon.near(right))
    return any(
        knowledge.entry(third).flags & (CAPITAL | PLACE)
        and familiarity(third, knowledge) >= w.LITTLE_KNOWN
        for third in thirds
    )


def is_heard_of(wrong: str, knowledge: Knowledge) -> bool:
    """Whether `wrong` is known as a name, and not as a listed misspelling."""
    if is_listed_slip(wrong, knowledge):
        return False
    return familiarity(wrong, knowledge) >= w.HEARD_OF
