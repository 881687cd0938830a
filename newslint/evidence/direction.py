"""Direction: which of two look-alike spellings of one article is the wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.evidence import weights as w
from newslint.evidence.company import company, meant_in_full
from newslint.evidence.form import Form
from newslint.evidence.renown import familiarity, is_listed
from newslint.lexicon import FAMILY, GIVEN

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge


def direction(
    a: Form, b: Form, document: Document, knowledge: Knowledge
) -> tuple[Form, Form, bool]:
    """Which of two forms is the wrong one, and whether that is a tie."""
    known_a, known_b = familiarity(a.key, knowledge), familiarity(b.key, knowledge)
    wrong, right = (a, b) if known_a < known_b else (b, a)
    apart = abs(known_a - known_b)
    listed = is_listed(right.key, knowledge) and not is_listed(wrong.key, knowledge)
    clear = (apart >= w.BETTER_KNOWN and min(known_a, known_b) < w.KNOWN) or (
        apart >= w.BETTER_LISTED and listed
    )
    clear = clear and wrong.count < w.OUTNUMBERED * right.count
    if clear and not is_introduced_instead(wrong, right, document, knowledge):
        return wrong, right, False
    if a.count != b.count:
        return (a, b, False) if a.count < b.count else (b, a, False)
    if known_a != known_b:
        borne = min(known_a, known_b) >= w.BORNE and are_both_names(a.key, b.key, knowledge)
        return wrong, right, borne or apart < w.TIE
    # What stands first in an article was looked up, if anything was.
    later = first_place(a, document) > first_place(b, document)
    return (a, b, True) if later else (b, a, True)


def is_introduced_instead(
    form: Form, other: Form, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the article introduces `form` in full, and knows better than the world.

    The `other` one is never introduced, stands less often, and is hardly known.
    """
    if form.count <= other.count or familiarity(other.key, knowledge) >= w.KNOWN:
        return False
    ours, theirs = company(form, document, knowledge), company(other, document, knowledge)
    if not (ours.given and theirs.alone):
        return False
    return not meant_in_full(form.key, other.key, ours, knowledge)


def are_both_names(a: str, b: str, knowledge: Knowledge) -> bool:
    """Whether a census has both, as given names or as surnames (Maria, Marina)."""
    flags = knowledge.standing(a).flags & knowledge.standing(b).flags
    return bool(flags & (GIVEN | FAMILY))


def first_place(form: Form, document: Document) -> int:
    """Where the form stands first, as an index into the article's words."""
    return min(document.positions(word)[0] for word in form.words)
