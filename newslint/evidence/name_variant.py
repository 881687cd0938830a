"""Question 1: whether two spellings in an article are one name, and which of them is right."""

from __future__ import annotations

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import (
    familiarity,
    is_listed,
    is_mere_word,
    is_ordinary,
)
from newslint.evidence.name_context import is_only_addressed, meant_in_full, name_context
from newslint.evidence.name_variant_doubts import is_doubtful
from newslint.evidence.name_variant_features import observe
from newslint.evidence.occurrences import Occurrence
from newslint.evidence.printed import is_printed_for
from newslint.evidence.unproven_slip import is_unproven
from newslint.evidence.word_formation import is_made_of_other, is_of_another
from newslint.lexicon.lexicon import FAMILY, GIVEN
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


class Contradiction:
    """`wrong` is probably `right` misspelt: the weight of that, and the reasons.

    It is `proven` if the wrong form can be nothing but the right one mistyped.
    """

    __slots__ = ("evidence", "proven", "right", "tie", "weight", "wrong")

    def __init__(
        self,
        wrong: Occurrence,
        right: Occurrence,
        weight: float,
        evidence: tuple[str, ...],
        tie: bool,
    ) -> None:
        self.wrong = wrong
        self.right = right
        self.weight = weight
        self.evidence = evidence
        self.tie = tie
        self.proven = False

    @property
    def sure(self) -> bool:
        """Whether it is beyond doubt that one of the two is wrong, and which."""
        return self.weight >= w.SURE and not self.tie

    @property
    def safe(self) -> bool:
        """Whether the fix is safe."""
        return self.sure and self.proven

    @property
    def rank(self) -> tuple[float, int, str, tuple[str, ...]]:
        """A sort key: the likeliest contradiction of one wrong form has the largest."""
        return self.weight, self.right.count, self.right.key, self.evidence

    def slots(self) -> dict[str, str]:
        """Slots for the message: the right form, and how often either stands."""
        return {
            "right": self.right.spelling,
            "times": times_of(self.wrong.count),
            "others": times_of(self.right.count),
        }

    def is_rivalled_by(self, other: Contradiction) -> bool:
        """Whether another right form has nearly the same weight."""
        return other.right is not self.right and self.weight - other.weight < w.LEAD

    def in_doubt(self) -> Contradiction:
        """The same contradiction, with a weight too low for a safe fix."""
        weight = min(self.weight, w.SURE - w.LEAD)
        return Contradiction(self.wrong, self.right, weight, self.evidence, self.tie)

    def through(self, further: Contradiction) -> Contradiction:
        """The contradiction of the same wrong form with the right form of `further`."""
        weight = min(self.weight, further.weight)
        evidence = (
            f"'{self.wrong.spelling}' is near '{self.right.spelling}', "
            f"and that is near '{further.right.spelling}'",
        )
        whole = Contradiction(self.wrong, further.right, weight, evidence, self.tie or further.tie)
        whole.proven = self.proven and further.proven
        return whole


def times_of(count: int) -> str:
    """How often something stands, in words."""
    return "once" if count == 1 else f"{count} times"


def weigh(
    a: Occurrence,
    b: Occurrence,
    document: Document,
    knowledge: Knowledge,
    between: Occurrence | None = None,
) -> Contradiction | None:
    """The contradiction between two look-alike forms of one article; None if they are two words.

    If a third form is `between` them, only the slip from the wrong one to that counts.
    """
    wrong, right, tie = direction(a, b, document, knowledge)
    if knowledge.has_ruled_for(wrong.key) or knowledge.has_ruled_out(right.key):
        if knowledge.has_ruled_for(right.key):
            return None
        wrong, right, tie = right, wrong, False
    if are_two_names(wrong, right, document, knowledge):
        return None
    clues = list(observe(wrong, right, document, knowledge, between))
    weight = sum(clue.weight for clue in clues)
    if weight < w.REPORT:
        return None
    reasons = tuple(c.says for c in sorted(clues, reverse=True) if c.weight > 0 and c.says)
    found = Contradiction(wrong, right, weight, reasons, tie)
    found.proven = not is_unproven(wrong, right, between, document, knowledge)
    if not is_doubtful(wrong, right, document, knowledge):
        return found
    return None if is_meant(wrong, right, weight) else found.in_doubt()


def are_two_names(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether two forms are two names, or words, whatever speaks for a slip."""
    return (
        knowledge.are_distinct(wrong.key, right.key)
        or is_short_title(right.key)
        or is_of_another(wrong, right, document, knowledge)
        or knowledge.entry(right.key).zipf >= w.SMALL_WORD
        or (is_common_word(wrong.key, knowledge) and is_common_word(right.key, knowledge))
        or is_made_of_other(wrong, right, document, knowledge)
        or is_surname_for_word(wrong, right, knowledge)
        or are_other_capitals(wrong, right)
        or is_printed_rather(wrong, right, document, knowledge)
        or (
            is_mere_word(wrong.key, knowledge) and not is_only_addressed(wrong, document, knowledge)
        )
    )


def is_meant(wrong: Occurrence, right: Occurrence, weight: float) -> bool:
    """Whether a doubtful form stands so often that its writer means it, and weighs too little.

    A slip of the fingers may be made twice.
    """
    if wrong.count == 1 or weight >= w.SURE:
        return False
    return wrong.count >= w.OFTEN or slip_kind(wrong.key, right.key) not in known_w.TYPING


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


def is_surname_for_word(wrong: Occurrence, right: Occurrence, knowledge: Knowledge) -> bool:
    """Whether the wrong form is a surname, and the right one a word that stands no oftener."""
    surname = knowledge.entry(wrong.key).flags & FAMILY
    return bool(surname) and wrong.count >= right.count and is_mere_word(right.key, knowledge)


def is_printed_rather(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the publication prints the wrong form and not the right one, or more others do.

    Others are asked how they print it with a name beside it.
    """
    if is_printed_for(wrong.key, right.key, document, knowledge):
        return True
    beside, names = name_context(wrong, document, knowledge), shipped_names()
    wholes = [(f"{name} {wrong.key}", f"{name} {right.key}") for name in beside.left]
    wholes += [(f"{wrong.key} {name}", f"{right.key} {name}") for name in beside.right]
    return any(
        names.count(ours).publishers > names.count(other).publishers for ours, other in wholes
    )


def is_short_title(key: str) -> bool:
    """Whether `key` is a short title before names, one slip from surnames (Vice)."""
    return key in TITLES and len(key) < known_w.USUAL_LETTERS


def is_common_word(key: str, knowledge: Knowledge) -> bool:
    """Whether `key` is a common word, whatever else it is: Hill and Hall are two."""
    return is_ordinary(key, knowledge) and knowledge.entry(key).zipf >= w.COMMON_WORD


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
