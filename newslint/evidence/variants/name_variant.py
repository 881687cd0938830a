"""Question 1: whether two spellings in an article are one name, and which of them is right."""

from __future__ import annotations

from newslint.evidence import known_name_weights as known_w
from newslint.evidence import variant_weights as w
from newslint.evidence.familiarity import is_mere_word, is_ordinary
from newslint.evidence.name_context import is_only_addressed, name_context, no_stranger
from newslint.evidence.occurrences import Occurrence
from newslint.evidence.variants.article_readings import FAR_OFTENER
from newslint.evidence.variants.name_variant_direction import direction, is_introduced_instead
from newslint.evidence.variants.name_variant_doubts import is_doubtful
from newslint.evidence.variants.name_variant_features import are_other_capitals, observe
from newslint.evidence.variants.name_variant_model import are_two_names, fitted_score, times_with
from newslint.evidence.variants.unproven_slip import is_unproven
from newslint.lexicon.lexicon import FAMILY, GIVEN
from newslint.lexicon.printed_names import shipped_names
from newslint.lexicon.slips import slip_kind
from newslint.text.english import TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.variants.feature import Feature
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

    Weights set by hand must speak for it, and the fitted model agree, or the model alone. If a
    third form is `between` them, only the slip from the wrong one to that counts.
    """
    fitted = [
        (score, wrong, right)
        for wrong, right in ((a, b), (b, a))
        if (score := fitted_score(wrong, right, between, document, knowledge)) is not None
    ]
    ruled = knowledge.has_ruled_for(a.key) or knowledge.has_ruled_for(b.key)
    if not (fitted or ruled):
        return None
    found = weigh_by_hand(a, b, document, knowledge, between)
    if found and (ruled or is_agreed(found, fitted)):
        return found
    score, wrong, right = max(fitted, key=lambda each: each[0], default=(0.0, a, b))
    if score < w.FITTED_ALONE or ruled or knowledge.has_ruled_out(right.key):
        return None
    if may_be_two(wrong, right, document, knowledge):
        return None
    tie = any(score - other < w.TIE for other, form, _ in fitted if form is not wrong)
    clues = observe(wrong, right, document, knowledge, between)
    return Contradiction(wrong, right, w.REPORT, reasons_of(clues), tie)


def is_agreed(found: Contradiction, fitted: Iterable[tuple[float, Occurrence, Occurrence]]) -> bool:
    """Whether the fitted model agrees with what is found by hand; less will do if that is sure."""
    least = 0.0 if found.sure else w.FITTED_AGREES
    return any(score >= least for score, wrong, _ in fitted if wrong is found.wrong)


def may_be_two(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether the fitted model alone is no proof: the wrong form may be somebody else's name.

    Or the article introduces it, and not the other; or both are words, and the right one does not
    stand far oftener. Nothing of that counts where news prints what is meant with the names beside.
    """
    if times_with(right.key, name_context(wrong, document, knowledge)):
        return False
    if knowledge.entry(wrong.key).flags & (GIVEN | FAMILY):
        return not no_stranger(wrong, right, document, knowledge)
    if all(is_ordinary(form.key, knowledge) for form in (wrong, right)):
        return right.count < FAR_OFTENER * wrong.count
    return is_introduced_instead(wrong, right, document, knowledge)


def weigh_by_hand(
    a: Occurrence,
    b: Occurrence,
    document: Document,
    knowledge: Knowledge,
    between: Occurrence | None = None,
) -> Contradiction | None:
    """As `weigh`, by the weights set by hand alone."""
    wrong, right, tie = direction(a, b, document, knowledge)
    if knowledge.has_ruled_for(wrong.key) or knowledge.has_ruled_out(right.key):
        if knowledge.has_ruled_for(right.key):
            return None
        wrong, right, tie = right, wrong, False
    if is_no_slip(wrong, right, document, knowledge):
        return None
    clues = list(observe(wrong, right, document, knowledge, between))
    weight = sum(clue.weight for clue in clues)
    if weight < w.REPORT:
        return None
    found = Contradiction(wrong, right, weight, reasons_of(clues), tie)
    found.proven = not is_unproven(wrong, right, between, document, knowledge)
    if not is_doubtful(wrong, right, document, knowledge):
        return found
    return None if is_meant(wrong, right, weight) else found.in_doubt()


def reasons_of(clues: Iterable[Feature]) -> tuple[str, ...]:
    """What speaks for a slip, the best reason first."""
    return tuple(c.says for c in sorted(clues, reverse=True) if c.weight > 0 and c.says)


def is_no_slip(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether two forms are two names, or words, whatever the weights set by hand say."""
    return (
        is_short_title(right.key)
        or knowledge.entry(right.key).zipf >= w.SMALL_WORD
        or (is_common_word(wrong.key, knowledge) and is_common_word(right.key, knowledge))
        or is_surname_for_word(wrong, right, knowledge)
        or are_other_capitals(wrong, right)
        or are_two_names(wrong, right, document, knowledge)
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


def is_surname_for_word(wrong: Occurrence, right: Occurrence, knowledge: Knowledge) -> bool:
    """Whether the wrong form is a surname, and the right one a word that stands no oftener."""
    surname = knowledge.entry(wrong.key).flags & FAMILY
    return bool(surname) and wrong.count >= right.count and is_mere_word(right.key, knowledge)


def is_printed_rather(
    wrong: Occurrence, right: Occurrence, document: Document, knowledge: Knowledge
) -> bool:
    """Whether more publishers print the wrong form than the right one, with a name beside it."""
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
