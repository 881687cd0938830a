"""Whether one spelling of an article is derived from another, or is a short form of it.

`newslint.evidence.morphology` judges the words alone; here the words around them count, too.
"""

from __future__ import annotations

from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_counted_slip
from newslint.evidence.morphology import is_of_one_family, is_people, is_suffixed
from newslint.evidence.name_context import is_heard, meant_in_full, name_context, no_stranger
from newslint.evidence.occurrences import Occurrence
from newslint.lexicon.lexicon import CAPITAL, GIVEN, NAMED, PLACE, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def is_made_of_other(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether one form is derived from the other by a rule; Vareli is not, of Ann Varelis."""
    if is_of_one_family(wrong.key, right.key) or is_people(wrong.key, right.key, knowledge):
        return True
    if not is_suffixed(wrong.key, right.key, knowledge):
        return False
    if not right.key.startswith(wrong.key) or wrong.count >= right.count:
        return True
    return not is_clipped(wrong, right, document, knowledge)


def is_clipped(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the wrong form is the right one without its last letters, by where it stands.

    A listed word (Nova Scotian) must name a person who is never introduced (Mr Brigg), or stand in
    a name that is known with the other form; a thing in the singular never counts.
    """
    theirs, ours = (
        name_context(wrong, document, knowledge),
        name_context(right, document, knowledge),
    )
    flags = knowledge.entry(wrong.key).flags
    if is_counted_slip(wrong.key, right.key, knowledge):
        return True
    if meant_in_full(wrong.key, right.key, theirs, knowledge):
        if is_mere_plural(right.key, wrong.key, knowledge):
            return bool(theirs.given & ours.given)
        if not flags & GIVEN and ((theirs.left & ours.left) or (theirs.right & ours.right)):
            return True
    better_known = familiarity(right.key, knowledge) > familiarity(wrong.key, knowledge)
    is_never_seen = is_heard(wrong, theirs, knowledge) and bool(ours.given) and better_known
    if flags & (WORD | CAPITAL | PLACE) and not is_never_seen:
        return False
    if theirs.joined & ours.joined:
        return True
    return no_stranger(wrong, right, document, knowledge)


def is_mere_plural(key: str, one: str, knowledge: Knowledge) -> bool:
    """Whether `key` is only the plural of `one`, and no name by itself (Davis)."""
    return key == one + "s" and not knowledge.entry(key).flags & NAMED


def is_of_another(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the wrong form is the plural or the genitive of a third name in the article.

    Bosnias is no slip of Bosniaks where Bosnia stands, unless it is a known name by itself. Nor is
    it where Bosnia is well known.
    """
    stem = wrong.key.removesuffix("s")
    if stem in (wrong.key, right.key) or familiarity(wrong.key, knowledge) >= w.NAME_KNOWN:
        return False
    known = knowledge.entry(stem).flags & PLACE and familiarity(stem, knowledge) >= w.KNOWN
    if known and right.key.startswith(stem):
        return True
    return any(word.removesuffix("s") in document.distinct for word in wrong.words)
