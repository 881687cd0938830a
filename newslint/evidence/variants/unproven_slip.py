"""Doubts of question 1: whether an article proves that a form is nothing but another one mistyped.

A brand, a play on a name or somebody else may be a letter off a name. So the right form must be
one that news prints or that the article has again and again, and the wrong form one that nobody
prints and that fingers make by themselves.
"""

from __future__ import annotations

from newslint.evidence.familiarity import is_listed_slip
from newslint.evidence.name_context import name_context
from newslint.evidence.typos.plain_slip import SHORTEST, is_drawn_out, is_of_fingers
from newslint.lexicon.counts import shipped_counts
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.occurrences import Occurrence
    from newslint.text.document import Document


AGAINST_ONE = 3
"""How many times as often as the wrong form the right one stands, at the least, to prove itself."""

AGAIN = 4
"""How often it stands, at the least, if fingers do not make the wrong form by themselves."""

MUCH_RARER = 50
"""How many times as often news prints a name as another that is out of the question: Halmri."""

UNSURE = ("added", "moved", "key")
"""Slips that make another name of a short one: Velkai, Velki."""


def is_unproven(
    wrong: Occurrence,
    right: Occurrence,
    between: Occurrence | None,
    document: Document,
    knowledge: Knowledge,
) -> bool:
    """Whether the wrong form may be more than the right one mistyped.

    If a third form is `between` them, that is what was mistyped.
    """
    if is_drawn_out(wrong.key):
        return True
    if is_listed_slip(wrong.key, knowledge):
        return False
    prevails = right.count >= AGAINST_ONE * wrong.count
    proven = prevails and right.count >= AGAIN
    names, counts = shipped_names(), shipped_counts()
    if names.count(wrong.key).times or counts.number(wrong.key):
        return True
    if not is_slip(wrong.key, (between or right).key, proven):
        return True
    printed = names.count(right.key).times
    if not printed and slip_kind(wrong.key, (between or right).key) == "moved":
        return True
    if not printed and not (prevails and right.count >= AGAINST_ONE):
        return True
    for other in set(knowledge.lexicon.near(wrong.key)) - {right.key}:
        least = printed if not proven else printed // MUCH_RARER
        if names.count(other).times >= max(1, least) and (
            not proven or is_of_fingers(wrong.key, other)
        ):
            return True
    ours, theirs = (name_context(form, document, knowledge) for form in (wrong, right))
    if wrong.count > 1 and not prevails:
        return not any(names.count(f"{name} {right.key}").times for name in ours.left)
    shared = not (ours.left | ours.right).isdisjoint(theirs.left | theirs.right)
    return right.count == 1 and not (theirs.given or shared)


def is_slip(wrong: str, right: str, proven: bool) -> bool:
    """Whether fingers make `wrong` of `right`, or may have done so of a name that is `proven`."""
    kind = slip_kind(wrong, right)
    if is_of_fingers(wrong, right):
        return proven or len(wrong) >= SHORTEST or kind not in UNSURE
    return proven and kind in ("vowel", "key")
