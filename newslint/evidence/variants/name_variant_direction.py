"""Question 1: which of two forms of a name is the wrong one.

The form that the world knows is right, then the one that stands oftener; but a form that the
article introduces in full is not blamed for one that it never introduces.
"""

from __future__ import annotations

from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_listed
from newslint.evidence.name_context import meant_in_full, name_context
from newslint.lexicon.lexicon import FAMILY, GIVEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.occurrences import Occurrence
    from newslint.text.document import Document


def direction(
    a: Occurrence, b: Occurrence, document: Document, knowledge: Knowledge
) -> tuple[Occurrence, Occurrence, bool]:
    """Which of two forms is the wrong one, and whether that is a tie."""
    known_a, known_b = familiarity(a.key, knowledge), familiarity(b.key, knowledge)
    wrong, right = (a, b) if known_a < known_b else (b, a)
    apart = abs(known_a - known_b)
    listed = is_listed(right.key, knowledge) and not is_listed(wrong.key, knowledge)
    clear = (apart >= w.BETTER_KNOWN and min(known_a, known_b) < w.KNOWN) or (
        apart >= w.BETTER_LISTED and listed
    )
    clear = clear and wrong.count < w.OUTNUMBERED * right.count
    instead = is_introduced_instead(wrong, right, document, knowledge)
    if clear and not (instead and wrong.count > right.count):
        return wrong, right, False
    if a.count != b.count:
        return by_count(a, b, document, knowledge)
    if known_a != known_b:
        borne = min(known_a, known_b) >= w.BORNE and are_both_names(a.key, b.key, knowledge)
        if instead:
            return right, wrong, True
        return wrong, right, borne or apart < w.TIE
    # What stands first in an article was looked up, if anything was.
    later = first_place(a, document) > first_place(b, document)
    return (a, b, True) if later else (b, a, True)


def by_count(
    a: Occurrence, b: Occurrence, document: Document, knowledge: Knowledge
) -> tuple[Occurrence, Occurrence, bool]:
    """As `direction`, by counts: the rarer form is wrong, unless it alone was introduced.

    What is known of the names may still outweigh the counts.
    """
    rarer, other = (a, b) if a.count < b.count else (b, a)
    known_better = familiarity(other.key, knowledge) - familiarity(rarer.key, knowledge)
    if known_better < w.TIE and is_introduced_instead(rarer, other, document, knowledge):
        return other, rarer, other.count >= w.OUTNUMBERED * rarer.count
    return rarer, other, False


def is_introduced_instead(
    form: Occurrence, other: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the article introduces `form` in full, which outweighs what is known of it.

    The `other` one is never introduced, and is hardly known.
    """
    if familiarity(other.key, knowledge) >= w.KNOWN:
        return False
    ours, theirs = name_context(form, document, knowledge), name_context(other, document, knowledge)
    if not (ours.given and theirs.alone):
        return False
    return not meant_in_full(form.key, other.key, ours, knowledge)


def are_both_names(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether a census lists both as given names, or both as surnames (Maria, Marina)."""
    flags = knowledge.entry(a).flags & knowledge.entry(b).flags
    return bool(flags & (GIVEN | FAMILY))


def first_place(form: Occurrence, document: Document) -> int:
    """The index of the word where the form stands first."""
    return min(document.positions(word)[0] for word in form.words)
