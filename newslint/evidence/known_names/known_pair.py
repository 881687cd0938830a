"""Question 2 for two words: whether they are a known name with one half misspelt.

"Sigourny Weaver" is one right half and one wrong one. A private person who merely resembles
somebody famous is the trap: hence the weight of what is rare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from math import log10

from newslint.book.spelling_keys import forms_of, right_spellings
from newslint.core.record import NamedTuple
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import familiarity, is_given, is_ordinary
from newslint.evidence.known_names.known_name import SHORTEST, Doubt
from newslint.evidence.morphology import comes_otherwise, differ_by, is_derived, is_respelt
from newslint.evidence.typos.typo import LONGEST
from newslint.lexicon.folding import fold
from newslint.lexicon.lexicon import FAMILY, FOREIGN, WORD
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.name import Name
    from newslint.evidence.knowledge import Knowledge


PERSON = ("", "person")
"""Kinds of the book's entries that are people."""


class Slips(NamedTuple):
    """What a word in a name of two may be a slip for: known words, and ends of the book's names.

    Words that could never become likely enough to be reported are left out.
    """

    known: tuple[str, ...]
    booked: tuple[str, ...]


RIGHT = Slips((), ())
"""The slips of a word that is right."""


def slips_of(key: str, knowledge: Knowledge) -> Slips:
    """What the word may be a slip for, whatever stands beside it; for most words nothing."""
    if len(key) < SHORTEST - 1 or knowledge.is_right(key) or any(map(str.isdigit, key)):
        return RIGHT
    near = knowledge.lexicon.near(key) if SHORTEST <= len(key) <= LONGEST else ()
    booked = (right for right in knowledge.names.near(key) if len(right) >= SHORTEST - 1)
    least_booked = known_w.DOUBT - known_w.IN_BOOK - known_w.NO_NAMESAKE
    return Slips(
        tuple(right for right in near if best_weight(key, right, knowledge) >= known_w.DOUBT),
        tuple(right for right in booked if best_weight(key, right, knowledge) >= least_booked),
    )


def doubt_pair(
    first: str, second: str, ours: Slips, theirs: Slips, knowledge: Knowledge
) -> Iterator[Doubt]:
    """Corrections of two words to a known name, of which one half is misspelt.

    `ours` are what the first word may be a slip for, `theirs` the same of the second.
    """
    whole = f"{first} {second}"
    if (any(ours) or any(theirs)) and not knowledge.lexicon.is_title(whole):
        found = [
            *doubt_book(first, second, ours.booked, theirs.booked, knowledge),
            *doubt_title(first, second, ours.known, theirs.known, knowledge),
        ]
        if found and not knowledge.names.lookup(whole):
            yield from found


def doubt_title(
    first: str, second: str, ours: Iterable[str], theirs: Iterable[str], knowledge: Knowledge
) -> Iterator[Doubt]:
    """Corrections of two words to a title, of which one is misspelt, as `doubt_book` makes them."""
    is_title = knowledge.lexicon.is_title
    so = f"{first} {second}".title()
    for key, other, rights, last in ((first, second, ours, False), (second, first, theirs, True)):
        if len(other) < 2 or other in TITLES or other == "the":  # President Kassem is a title, too
            continue
        for right in rights:
            whole = f"{other} {right}" if last else f"{right} {other}"
            if is_title(whole) and not comes_otherwise(key, right, knowledge):
                weight = weigh_pair(key, right, other, whole, knowledge)
                weight += namesakes(key, right, other, whole, knowledge)
                reason = f"'{whole.title()}' is a known name, '{so}' is not"
                title = not shipped_names().count(whole).publishers
                yield Doubt(weight, key, right, (reason,), title)


def namesakes(key: str, right: str, other: str, whole: str, knowledge: Knowledge) -> float:
    """The weight against `whole`, since unknown people may have names like it.

    The weight grows with how common the given name is, and with how well known the half is.
    """
    weight = 0.0
    if whole.endswith(right) and is_given(other, knowledge):
        weight += known_w.NAMESAKE + known_w.COMMON_NAMESAKE * above_rare(other, knowledge)
    ordinary = is_ordinary(key, knowledge) or is_ordinary(other, knowledge)
    if not ordinary and not knowledge.entry(right).flags & WORD:
        heard = familiarity(key, knowledge) - known_w.UNHEARD_OF
        weight += known_w.HEARD_NAME * min(max(0.0, heard), w.KNOWN)
    return weight


def above_rare(name: str, knowledge: Knowledge) -> float:
    """How much commoner than a rare name a name is, in powers of ten."""
    return max(0.0, familiarity(name, knowledge) - known_w.RARE)


def doubt_book(
    first: str, second: str, ours: Iterable[str], theirs: Iterable[str], knowledge: Knowledge
) -> Iterator[Doubt]:
    """Corrections of two words to a full name of the book, of which one is misspelt.

    `ours` are what the first word may be a slip for, `theirs` the same of the second.
    """
    between = knowledge.names.between
    mended = [(first, second, right, between(right, second)) for right in ours]
    mended += [(second, first, right, between(first, right)) for right in theirs]
    for key, other, right, entries in mended:
        for spelling, name in entries:
            if not is_derived(key, right, knowledge) and not is_spelt_in(key, name, knowledge):
                weight = weigh_pair(key, right, other, fold(spelling), knowledge) + known_w.IN_BOOK
                if len(spelling.split()) > 2:
                    weight += known_w.LEFT_OUT
                if name.kind not in PERSON:
                    weight += known_w.NO_NAMESAKE
                elif fold(spelling).endswith(right) and slip_kind(key, right) not in known_w.TYPING:
                    weight += known_w.COMMON_OF_BOOK * above_rare(other, knowledge)
                book = knowledge.book_of(name)
                reason = f"{book} has '{name.name}'" + (f", {name.note}" if name.note else "")
                yield Doubt(weight, key, right, (reason,))


def is_spelt_in(key: str, name: Name, knowledge: Knowledge) -> bool:
    """Whether a right spelling of the book's name has `key`, or another romanisation of it."""
    words = (word for right in right_spellings(name) for word in forms_of(fold(right)))
    return any(key == word or is_respelt(key, word, knowledge) for word in words)


def weigh_pair(key: str, right: str, other: str, whole: str, knowledge: Knowledge) -> float:
    """The weight if `whole`, which has `right` for `key` beside `other`, is a known name."""
    known, company = familiarity(key, knowledge), familiarity(other, knowledge)
    further = len(knowledge.lexicon.titles_beginning(whole))
    no_name = is_ordinary(other, knowledge) and not is_ordinary(right, knowledge)
    nobody = no_name and known < w.HEARD_OF
    least = known_w.ORDINARY_COMPANY_AT_LEAST if nobody else known_w.RARE_COMPANY_AT_LEAST
    weight = (
        weigh_slip(key, right, knowledge)
        + known_w.PHRASE_RENOWN * log10(1 + further)
        + max(least, known_w.RARE_COMPANY * (known_w.RARE - company))
    )
    if is_ordinary(right, knowledge) and is_ordinary(other, knowledge):
        weight += known_w.ORDINARY_PAIR
    if knowledge.entry(key).flags & FOREIGN:
        abroad = knowledge.entry(other).flags & (FOREIGN | WORD) == FOREIGN
        weight += typo_w.AMONG_FOREIGN if abroad else w.FOREIGN_WORD
    return weight + borne(key, right, whole, knowledge)


def weigh_slip(key: str, right: str, knowledge: Knowledge) -> float:
    """The part of that weight that depends on `key` and `right` alone."""
    known, fame = familiarity(key, knowledge), familiarity(right, knowledge)
    return (
        known_w.PHRASE
        + w.SLIPS[slip_kind(key, right)]
        + known_w.EVERY_LETTER * (len(key) - known_w.USUAL_LETTERS)
        + known_w.RENOWN * min(fame - known, 3.0)
        + known_w.KNOWN_WORD * max(0.0, known - w.KNOWN)
    )


def are_both_endings(key: str, right: str) -> bool:
    """Whether two surnames differ only by endings that families spell in several ways.

    >>> are_both_endings("blumenfield", "blumenfeld"), are_both_endings("merkle", "merkel")
    (True, False)
    """
    return differ_by(key, right, SPELT_VARIOUSLY)


SURNAME_ENDINGS = (
    ("feld", "field", "felt"),
    ("man", "mann"),
    ("berg", "burg", "burgh"),
    ("stein", "stien", "stine"),
    ("son", "sen", "sson"),
    ("ley", "ly", "lee"),
)
"""Endings that families spell in several ways."""

SPELT_VARIOUSLY = {pair for ends in SURNAME_ENDINGS for pair in permutations(ends, 2)}

ANY_TITLES, ROUNDED = 10_000, 1.05
"""More titles than any pair begins, and what the number of a word's titles may be rounded by."""


def best_weight(key: str, right: str, knowledge: Knowledge) -> float:
    """The most that `weigh_pair` can give, whatever stands beside a word.

    That is an unknown word, and a pair that begins all titles which hold the right one.
    """
    titles = ROUNDED * knowledge.entry(right).titles if right.isalpha() else ANY_TITLES
    renown = known_w.PHRASE_RENOWN * log10(1 + min(titles, ANY_TITLES))
    return weigh_slip(key, right, knowledge) + known_w.RARE_COMPANY * known_w.RARE + renown


def borne(key: str, right: str, whole: str, knowledge: Knowledge) -> float:
    """The weight if `key` may be right where it stands: a surname, or a given name spelt so."""
    if whole.endswith(right):
        listed = knowledge.entry(key).flags & FAMILY
        return known_w.A_SURNAME if listed or are_both_endings(key, right) else 0.0
    respelt = slip_kind(key, right) in known_w.RESPELT or familiarity(key, knowledge) >= w.HEARD_OF
    return known_w.GIVEN_MEANT if respelt and is_given(right, knowledge) else 0.0
