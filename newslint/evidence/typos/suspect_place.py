"""Question 3: what is to be reported of a suspect where it stands, if anything is.

Two ways of weighing decide: the weights set by hand (`typo`, `word_place`) of listed misspellings
and some words with a capital, and two models that were fitted to news of all others. The weights by
hand add to the score of a model, and say whether a fix may be safe.
"""

from __future__ import annotations

from newslint.evidence import typo_weights as typo_w
from newslint.evidence.additive_model import Sum, load_model
from newslint.evidence.local_context import is_cut_off, is_hyphened, is_in_code, is_masked
from newslint.evidence.name_context import in_right_name
from newslint.evidence.to_the_letter import is_called_so, is_spelt_so
from newslint.evidence.typos.sure_correction import may_be_name
from newslint.evidence.typos.typo import Correction
from newslint.evidence.typos.typo_features import meant_at
from newslint.evidence.typos.word_place import (
    in_text,
    is_beheaded,
    is_glossed,
    is_in_hyphened_name,
    is_particle,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.evidence.typos.suspect_word import Suspect
    from newslint.text.document import Document


class SuspectReader:
    """Reads suspects in their places."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def read(self, at: int, suspect: Suspect, document: Document) -> Correction | None:
        """What is to be reported of word `at`; None if it may be right, or part of another word."""
        if in_right_name(at, document, self._knowledge):
            return None
        found = self._weighed(at, suspect, document)
        if not found or is_remnant(at, found, document) or is_named_so(at, found, document):
            return None
        return found

    def _weighed(self, at: int, suspect: Suspect, document: Document) -> Correction | None:
        """What the weights set by hand, or the fitted model, make of word `at`."""
        hand = by_hand(at, suspect.reading, document, self._knowledge) if suspect.reading else None
        agreed = hand if hand and hand.weight >= typo_w.MISSPELT else None
        meant = is_meant(at, suspect, agreed, document)
        if agreed and is_decided_by_hand(suspect, agreed) and not meant:
            return agreed
        if not suspect.rights or is_no_word(at, hand, suspect, document):
            return None
        rights = self._meant(at, suspect, agreed, meant, document)
        return as_meant(rights, hand) if rights else None

    def _meant(
        self,
        at: int,
        suspect: Suspect,
        agreed: Correction | None,
        meant: bool,
        document: Document,
    ) -> tuple[str, ...]:
        """The words that the fitted model takes to be meant by word `at`.

        The word is likely `meant` itself if it stands twice.
        """
        features, rights = meant_at(at, suspect, document, self._knowledge)
        model = load_model("typo_capital" if suspect.capital else "typo")
        added = -typo_w.TWICE if meant else 0.0
        if agreed and not meant and not (suspect.capital and times_of_word(at, document) > 1):
            added = above_least(agreed)
        score, room = model.start
        weighed = model.add(features, Sum(score + added, room))
        return rights if weighed and weighed.score >= model.report else ()


def by_hand(at: int, reading: Correction, document: Document, knowledge: Knowledge) -> Correction:
    """The correction of word `at` by the weights set by hand, its place included."""
    weight = in_text(at, reading, document, knowledge)
    certain = reading.certain and weight >= typo_w.IN_DOUBTFUL_PLACE
    certain = certain and not may_be_name(at, document, knowledge)
    return reading._replace(weight=reading.weight + weight, certain=certain)


def above_least(agreed: Correction) -> float:
    """What the weights set by hand, which find a word misspelt, add to the score of the model."""
    if agreed.listed:
        return agreed.weight - typo_w.LISTED_LEAST
    return min(typo_w.AGREED, agreed.weight - typo_w.MISSPELT)


def is_meant(at: int, suspect: Suspect, agreed: Correction | None, document: Document) -> bool:
    """Whether word `at` stands twice, and so is known to its writer rather than to dictionaries.

    `agreed` is the correction of the weights set by hand. A slip that may be made twice is weighed
    further, unless no model can weigh it: with a capital, and no word that may be meant.
    """
    if times_of_word(at, document) == 1:
        return False
    if agreed is None or not may_be_made_again(agreed):
        return True
    return suspect.capital and not suspect.rights


def times_of_word(at: int, document: Document) -> int:
    """How often word `at` stands in the article, possessives included."""
    stem, forms = document.stem(at)[0], ("", "'s", "’s")
    return sum(len(document.positions(stem + ending)) for ending in forms)


def may_be_made_again(correction: Correction) -> bool:
    """Whether writers may make a slip twice: they do not know the word, or mistype it."""
    if correction.listed:
        return correction.lead > 0.0
    return correction.typing and correction.right.isalpha()


def is_decided_by_hand(suspect: Suspect, agreed: Correction) -> bool:
    """Whether the weights set by hand, which find a word misspelt, need no model to agree."""
    return not suspect.rights if suspect.capital else agreed.listed


def is_named_so(at: int, correction: Correction, document: Document) -> bool:
    """Whether the article gives word `at` as a spelling, or as a name that nobody just mistyped."""
    mistyped = correction.typing or correction.listed
    return is_spelt_so(at, document) or (not mistyped and is_called_so(at, document))


def is_remnant(at: int, correction: Correction, document: Document) -> bool:
    """Whether word `at` may be what is left of another, where the text or a paragraph was cut."""
    word, rights = document.lowered[at], correction.candidates
    if is_cut_off(at, document):
        return not correction.listed or any(right.startswith(word) for right in rights)
    if is_beheaded(at, document):
        return not correction.listed or any(right.endswith(word) for right in rights)
    return False


def is_no_word(at: int, hand: Correction | None, suspect: Suspect, document: Document) -> bool:
    """Whether the place shows `at` to be part of a name or word, code, masked or explained."""
    if hand and suspect.reading and hand.weight - suspect.reading.weight <= typo_w.NO_WORD:
        return True
    if document.words[at].islower() and (is_glossed(at, document) or is_masked(at, document)):
        return True
    if is_in_hyphened_name(at, document) or (
        suspect.features.get("foreign") and is_particle(at, document)
    ):
        return True
    return is_in_code(at, document) and not is_hyphened(at, document)


def as_meant(rights: tuple[str, ...], hand: Correction | None) -> Correction:
    """The correction that the model makes, `fitted` unless the weights by hand or a list agree."""
    if hand and hand.right == rights[0]:
        if hand.weight >= typo_w.MISSPELT:
            return hand
        if hand.right.isalpha():
            return hand._replace(fitted=not hand.listed)
    reason = "'{found}' is in no dictionary, or nobody prints it, and another word fits its place"
    return Correction(typo_w.MISSPELT, rights, 0.0, (reason,), False, False, False, fitted=True)
