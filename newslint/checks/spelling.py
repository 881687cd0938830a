"""Misspelt ordinary words.

A word is suspected when no source lists it, nor anything it could be made of, or when no publisher
prints it. Two models that were fitted to news weigh what speaks for another word: the kind of slip,
how common the other is, how often either stands between the words around
(`newslint.evidence.suspect_word`). Listed misspellings are reported by the weights set by hand
(`newslint.evidence.typo`), too, and so are words with a capital.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import SAFE, UNSAFE, WARNING, Finding, Span
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.additive_model import load_model
from newslint.evidence.joined_words import parted_at
from newslint.evidence.known_name_weights import TYPING
from newslint.evidence.local_context import is_cut_off, is_in_code
from newslint.evidence.name_context import in_right_name
from newslint.evidence.plain_slip import is_plain_slip
from newslint.evidence.printed import is_printed
from newslint.evidence.run_together import Parting, is_beyond_doubt, parting_at, partings_of
from newslint.evidence.sure_correction import is_in_doubt, is_sure, may_be_name
from newslint.evidence.suspect_word import Suspect, suspect_word
from newslint.evidence.typo import LONG, Correction
from newslint.evidence.typo_features import meant_at
from newslint.evidence.word_place import (
    in_text,
    is_beheaded,
    is_in_hyphened_name,
    is_particle,
)
from newslint.lexicon.lexicon import CAPITAL, WORD

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge
    rule = rules[0]
    suspects = context.word_verdicts.add_judge(__name__, lambda word: suspect_word(word, knowledge))
    joined = context.word_verdicts.add_judge(
        partings_of.__name__, lambda word: partings_of(word, knowledge)
    )
    models = {False: load_model("typo"), True: load_model("typo_capital")}

    def read(document: Document) -> Iterator[tuple[int, Correction]]:
        for word, suspect in suspects(document).items():
            for at in document.positions(word):
                if in_right_name(at, document, knowledge):
                    continue
                correction = reading(at, suspect, document)
                if correction and not is_remnant(at, correction, document):
                    yield at, correction

    def reading(at: int, suspect: Suspect, document: Document) -> Correction | None:
        """What is to be reported of a suspect at one place, if anything is."""
        hand = suspect.reading and by_hand(at, suspect.reading, document, knowledge)
        agreed = hand if hand and hand.weight >= typo_w.MISSPELT else None
        again = stands_again(at, document)
        if again and not (agreed and may_be_made_again(agreed)):
            return None
        if agreed and agreed.listed and not suspect.capital:
            return agreed
        if agreed and suspect.capital and not suspect.rights:
            return None if again else agreed
        if is_no_word(at, hand, suspect, document):
            return None
        if suspect.rights and (rights := by_model(at, suspect, agreed, document)):
            return as_meant(rights, hand)
        both = parted_at(at, suspect.halves, document)
        return as_meant((both,), None) if both else None

    def by_model(
        at: int, suspect: Suspect, agreed: Correction | None, document: Document
    ) -> tuple[str, ...]:
        """The words that the fitted model takes to be meant at one place."""
        features, rights = meant_at(at, suspect, document, knowledge)
        model = models[suspect.capital]
        score = model.score(features) + typo_w.UNHEARD_OF * is_unheard_of(suspect, features)
        if agreed and not (suspect.capital and stands_again(at, document)):
            score += above_least(agreed)
        return rights if score >= model.report else ()

    def check(document: Document) -> Iterator[Finding]:
        parted = {
            at: parting
            for word, partings in joined(document).items()
            for at in document.positions(word)
            if (parting := parting_at(at, partings, document, knowledge))
        }
        for at, parting in parted.items():
            if not is_printed(document.words[at], document, knowledge, parting.is_sure):
                yield report_parting(rule, at, parting, document, knowledge)
        for at, here in read(document):
            word = document.words[at]
            if at not in parted and (
                here.listed or not is_printed(word, document, knowledge, is_sure(here))
            ):
                yield report(rule, at, here, document, knowledge)

    return check


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


def stands_again(at: int, document: Document) -> bool:
    """Whether word `at` stands elsewhere, too, perhaps as a possessive."""
    stem, forms = document.stem(at)[0], ("", "'s", "’s")
    return sum(len(document.positions(stem + ending)) for ending in forms) > 1


def may_be_made_again(correction: Correction) -> bool:
    """Whether a writer may make the same slip twice: he does not know the word, or mistypes it.

    Otherwise what stands twice is meant, and is known to the writer rather than to dictionaries.
    """
    if correction.listed:
        return correction.lead > 0.0
    return correction.typing and correction.right.isalpha()


def is_remnant(at: int, correction: Correction, document: Document) -> bool:
    """Whether word `at` may be what is left of another, where the text or a paragraph was cut."""
    word, rights = document.lowered[at], correction.candidates
    if is_cut_off(at, document):
        return not correction.listed or any(right.startswith(word) for right in rights)
    if is_beheaded(at, document):
        return not correction.listed or any(right.endswith(word) for right in rights)
    return False


def is_no_word(at: int, hand: Correction | None, suspect: Suspect, document: Document) -> bool:
    """Whether word `at` is part of another or of a name, or code, or masked, by its place."""
    if hand and suspect.reading and hand.weight - suspect.reading.weight <= typo_w.NO_WORD:
        return True
    if is_in_hyphened_name(at, document) or (
        suspect.features.get("foreign") and is_particle(at, document)
    ):
        return True
    start, end = document.span(at)
    hyphened = "-" in (document.text[max(0, start - 1) : start], document.text[end : end + 1])
    return is_in_code(at, document) and not hyphened


def is_unheard_of(suspect: Suspect, features: Mapping[str, float]) -> bool:
    """Whether the suspect is a long word with a capital that is known as nothing, and mistyped.

    With another letter, names are made on purpose (Contrack).
    """
    if not suspect.capital or len(suspect.key) < LONG or not features.get("unheard_of"):
        return False
    return any(features.get(f"slip_{kind}") for kind in TYPING)


def as_meant(rights: tuple[str, ...], hand: Correction | None) -> Correction:
    """The correction that the model makes; sure only as far as the weights set by hand agree."""
    if hand and hand.right == rights[0]:
        return hand
    reason = "'{found}' is in no dictionary, or nobody prints it, and another word fits its place"
    return Correction(typo_w.MISSPELT, rights, 0.0, (reason,), False, False, False, fitted=True)


def report(
    rule: Rule, at: int, reading: Correction, document: Document, knowledge: Knowledge
) -> Finding:
    """The finding for word `at`."""
    stem, place = document.stem(at)
    suggestions = tuple(
        match_case(as_written(right, knowledge), stem) for right in reading.candidates
    )
    word, key = document.words[at], knowledge.key(document.words[at])
    sure = (
        is_sure(reading)
        and is_plain_slip(word, key, reading.right, reading.lead, knowledge)
        and not is_in_doubt(at, suggestions[0], document, knowledge)
    )
    return new_finding(
        rule,
        document,
        place,
        suggestions[0],
        found=stem,
        others=suggestions[1:],
        evidence=[reason.format(found=stem) for reason in reading.reasons],
        severity=WARNING if reading.fitted else "",
        fix=graded_fix(rule, SAFE if sure else UNSAFE, place, suggestions[0]),
    )


def report_parting(
    rule: Rule, at: int, parting: Parting, document: Document, knowledge: Knowledge
) -> Finding:
    """The finding for word `at`, which is a name run together with small words."""
    span = document.span(at)
    reported = parting.name in document.distinct
    gap = span.start + len(parting.name)
    first = parting.small.rpartition(" ")[0]
    between = f" {first} " if first else " "
    safe = is_beyond_doubt(parting, document.words[at], document, knowledge)
    return new_finding(
        rule,
        document,
        span,
        str(parting),
        found=document.words[at],
        evidence=[f"'{parting.name}' {'stands in the article, too' if reported else 'is known'}"],
        fix=graded_fix(rule, SAFE if safe else UNSAFE, Span(gap, gap + len(first)), between),
    )


def as_written(right: str, knowledge: Knowledge) -> str:
    """A folded word with the capital that dictionaries give it: Wednesday."""
    proper = knowledge.entry(right).flags & (CAPITAL | WORD) == CAPITAL
    return right.capitalize() if proper else right
