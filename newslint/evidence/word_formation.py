"""Whether one spelling of an article is made of another by rule, or is it, cut short.

`evidence.morphology` answers that for words alone; here, what stands around them counts, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_counted_slip
from newslint.evidence.morphology import is_of_one_family, is_people, is_suffixed
from newslint.evidence.name_context import is_heard, meant_in_full, name_context, no_stranger
from newslint.evidence.occurrences import Occurrence
from newslint.lexicon.lexicon import CAPITAL, GIVEN, NAMED, PLACE, WORD

if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def is_made_of_other(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether one form is made of the other by rule: nobody derives Vareli of Ann Varelis."""
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
    """Whether a form lost its last letters: it is the other one's name, by where it stands.

    A listed word (Nova Scotian) must be somebody's who is heard and never introduced (Mr Brigg), or
    stand in a name that the world has with the other form, unless it is a thing in the singular.
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
    """Whether `key` is `one` in the plural, and no name by itself (Davis)."""
    return key == one + "s" and not knowledge.entry(key).flags & NAMED


def is_of_another(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the wrong form is the plural, or the genitive, of a third name in the article.

    Bosnias is no slip of Bosniaks where Bosnia stands, unless it is a known name by itself.
    """
    stem = wrong.key.removesuffix("s")
    if stem in (wrong.key, right.key) or familiarity(wrong.key, knowledge) >= w.NAME_KNOWN:
        return False
    return any(word.removesuffix("s") in document.distinct for word in wrong.words)
