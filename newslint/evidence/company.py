"""Company: who stands beside a spelling in the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newslint.book.names import RIGHT
from newslint.closeness import one_apart
from newslint.document import possessive
from newslint.evidence import weights as w
from newslint.evidence.renown import familiarity, is_given, is_ordinary
from newslint.fold import fold
from newslint.mentions import CALENDAR, LINKS, TITLES, after, before

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.evidence.form import Form
    from newslint.knowledge import Knowledge


class Company(NamedTuple):
    """Keys of the names right before and right after a form, titles left out.

    `given` are those before it that may be given names; `addressed` tells whether it stands
    behind Mr, Ms, Dr and the like, `titled` whether behind the name of an office.
    """

    left: set[str]
    right: set[str]
    given: set[str]
    addressed: bool
    titled: bool


def company(form: Form, document: Document, knowledge: Knowledge) -> Company:
    """Who stands beside a form, wherever in the article it stands; looked for once."""
    if form.company is None:
        form.company = _company(form, document, knowledge)
    return form.company


def _company(form: Form, document: Document, knowledge: Knowledge) -> Company:
    left, right = set(), set()
    for word in form.words:
        for at in document.positions.get(word, ()):
            if not document.opens_sentence(at):
                key = knowledge.key(before(document, at))
                ordinary = document.opens_sentence(at - 1) and is_ordinary(key, knowledge)
                left.add("" if ordinary else key)
            right.add(knowledge.key(after(document, at)))
    addressed = not ADDRESS.isdisjoint(left)
    titled = not (TITLES - ADDRESS).isdisjoint(left)
    left -= TITLES | CALENDAR | {""}
    given = {key for key in left if len(key) == 1 or is_given(key, knowledge)}
    return Company(left, right - TITLES - CALENDAR - {""}, given, addressed, titled)


ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"])


def akin(a: set[str], b: set[str]) -> bool:
    """Whether one of each may be the same given name: an initial, a short form, a slip."""
    return any(x.startswith(y[:3]) or y.startswith(x[:3]) or one_apart(x, y) for x in a for y in b)


def is_known_in_full(wrong: str, right: str, theirs: Company, knowledge: Knowledge) -> bool:
    """Whether the world has the wrong form with a word beside it as a name, and not the right one.

    Al Arabiya is a broadcaster, however often Arabia stands in the article.
    """
    is_title = knowledge.lexicon.is_title
    pairs = [(f"{word} {wrong}", f"{word} {right}") for word in theirs.left]
    pairs += [(f"{wrong} {word}", f"{right} {word}") for word in theirs.right]
    return any(is_title(so) and not is_title(other) for so, other in pairs)


CONJUNCTIONS = frozenset("and or vs v versus than not to".split(" "))
NEARBY = 5
"""Words within which two full names can be joined: Kate Halloway and Kate Holloway."""


def side_by_side(a: Form, b: Form, document: Document) -> bool:
    """Whether the two are set beside each other, as "Iran and Iraq" are."""
    ours, others = (
        sorted(at for word in form.words for at in document.positions.get(word, ()))
        for form in (a, b)
    )
    for at in ours:
        first = bisect_left(others, at - NEARBY - 1)
        for other in islice(others, first, bisect_left(others, at + NEARBY + 2)):
            between = document.words[min(at, other) + 1 : max(at, other)]
            if between and are_joined(between):
                return True
    return False


def are_joined(between: Sequence[str]) -> bool:
    """Whether the words between two names join them: one conjunction, and names for the rest."""
    small = [word for word in between if not word[0].isupper()]
    return len(small) == 1 and small[0] in CONJUNCTIONS


def no_stranger(wrong: Form, right: Form, document: Document, knowledge: Knowledge) -> bool:
    """Whether the wrong form can hardly be somebody else, however common the name.

    The two have one given name or one rare surname, or one of them stands as a mere Mr or Ms
    while only the other was introduced in full.
    """
    theirs, ours = company(wrong, document, knowledge), company(right, document, knowledge)
    if theirs.given & ours.given:
        return True
    if any(familiarity(name, knowledge) < RARE_SURNAME for name in theirs.right & ours.right):
        return True
    return is_mere_address(theirs, ours) or (
        right.count <= FAMOUS and is_mere_address(ours, theirs)
    )


def is_only_addressed(form: Form, document: Document, knowledge: Knowledge) -> bool:
    """Whether a form stands nowhere but behind Mr, Ms and the like: then it is a name."""
    theirs = company(form, document, knowledge)
    return theirs.addressed and not (theirs.left or theirs.right or theirs.titled)


RARE_SURNAME = 2.5
"""Familiarity below which two in one article hardly bear a surname by chance."""
FAMOUS = 2
"""A name that stands oftener and is never introduced needs no introduction."""


def is_mere_address(company: Company, other: Company) -> bool:
    """Whether a form is only ever Mr or Ms so-and-so, and the `other` one introduced in full."""
    alone = not (company.left or company.right or company.titled)
    return company.addressed and alone and bool(other.given)


def in_a_name(at: int, document: Document, knowledge: Knowledge) -> float:
    """What it weighs that word `at` stands where somebody's family name does, if it does."""
    if document.gap(at) == "-":  # al-Masri, Abu-Dis
        return w.IN_A_NAME
    left = knowledge.key(before(document, at))
    if not left or left in LINKS or left in CALENDAR or after(document, at):
        return 0.0
    named = left in TITLES or len(left) == 1 or is_given(left, knowledge)
    return w.IN_A_NAME if named else 0.0


def in_right_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in a name of several words that the book has just so."""
    longest = min(knowledge.names.longest, 4)
    for length in range(2, longest + 1):
        for first in range(max(0, at - length + 1), min(at, len(document.words) - length) + 1):
            start, end = document.stretch(first, first + length - 1)
            key = fold(possessive(document.text[start:end])[0])
            if any(ruling.role in RIGHT for ruling in knowledge.names.lookup(key)):
                return True
    return False
