"""Misspelt ordinary words.

A word is suspected when no source lists it, nor anything it could be made of. It is reported when
the evidence for another word outweighs the evidence that it is a word: the kind of slip, how common
the other is, how often this one stands. `newslint.evidence.typo` weighs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.matching.letter_case import match_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import SAFE, UNSAFE, Finding, Span
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.foreign import among_foreign
from newslint.evidence.glued import read_glued
from newslint.evidence.local_context import (
    SPACES,
    is_acronym,
    is_cut_short,
    is_in_brackets,
    is_in_code,
    is_in_title_case,
    is_so_called,
)
from newslint.evidence.name_context import in_a_name, in_right_name
from newslint.evidence.printed import is_printed
from newslint.evidence.run_together import Parting, parting_at, partings_of
from newslint.evidence.sure_correction import is_in_doubt, is_sure, may_be_name
from newslint.evidence.typo import Correction, is_english, is_foreign, read_word
from newslint.evidence.unprinted_word import best_fit, read_unprinted
from newslint.lexicon.lexicon import CAPITAL, WORD
from newslint.text.letters import plain_marks
from newslint.text.name_spans import after, before

if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


QUOTES = "'\"’‘“”"

_BROKEN_OFF = re.compile(r"[*`¬]|\.\w|\]?\[[a-z]|[—–](?=[^\w\s]|$)")
"""Follows a word that is cut short or masked, or is part of a name of files or objects
(app.setings.py)."""


_IN_CODE = re.compile(r"[$\\~]$|\w\.$|(?:^|\s)--$")
"""Precedes a word that is part of code: $goverment, becuase.setings, --recieve."""


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind."""
    knowledge = context.knowledge
    rule = rules[0]
    readings = context.word_verdicts.add_judge(__name__, lambda word: read_surface(word, knowledge))
    unprinted = context.word_verdicts.add_judge(
        read_unprinted.__name__, lambda word: read_unprinted(word, knowledge)
    )
    joined = context.word_verdicts.add_judge(
        partings_of.__name__, lambda word: partings_of(word, knowledge)
    )

    def read(document: Document) -> Iterator[tuple[int, Correction]]:
        for word, reading in readings(document).items():
            for at in document.positions(word):
                yield at, reading
        for word, fitting in unprinted(document).items():
            for at in document.positions(word):
                if not is_in_code(at, document):
                    yield at, best_fit(at, fitting, document, knowledge)

    def check(document: Document) -> Iterator[Finding]:
        parted = {
            at: parting
            for word, partings in joined(document).items()
            for at in document.positions(word)
            if (parting := parting_at(at, partings, document, knowledge))
        }
        for at, parting in parted.items():
            if not is_printed(document.words[at], document, knowledge, parting.is_sure):
                yield report_parting(rule, at, parting, document)
        reported = set(parted)
        for at, reading in read(document):
            if at in reported:
                continue
            here = with_place(reading, in_text(at, reading, document, knowledge))
            certain = here.certain and not may_be_name(at, document, knowledge)
            here = here._replace(certain=certain)
            if here.weight < typo_w.MISSPELT or in_right_name(at, document, knowledge):
                continue
            word = document.words[at]
            if reading.listed or not is_printed(word, document, knowledge, is_sure(here)):
                reported.add(at)
                yield report(rule, at, here, document, knowledge)

    return check


def read_surface(word: str, knowledge: Knowledge) -> Correction | None:
    """The correction of a word, if there is a place in which it would be reported."""
    reading = read_word(word, knowledge) or read_glued(word, knowledge)
    at_best = typo_w.MEANT_ELSEWHERE if word[0].isupper() else 0.0
    return reading if reading and reading.weight + at_best >= typo_w.MISSPELT else None


def with_place(reading: Correction, weight: float) -> Correction:
    """The correction with the weight of its place added."""
    certain = reading.certain and weight >= typo_w.IN_DOUBTFUL_PLACE
    return reading._replace(weight=reading.weight + weight, certain=certain)


def in_text(at: int, reading: Correction, document: Document, knowledge: Knowledge) -> float:
    """The weight that the place of word `at` adds to its being a slip."""
    weight = among_foreign(at, document, knowledge)
    word = document.words[at]
    if not plain_marks(word).isascii():
        weight += typo_w.FOREIGN_LETTER
    if len(document.positions(word)) > 1 and not reading.listed:
        weight += known_w.USED_AGAIN
    start, end = document.span(at)
    left, right = document.text[max(0, start - 1) : start], document.text[end : end + 1]
    if left and left in QUOTES:
        weight += (
            typo_w.NAMED if is_closed(document.text, end) else typo_w.CLIPPED * (left in "'’‘")
        )
    if is_so_called(at, document):
        weight += typo_w.NAMED
    if word.islower() and not reading.listed and is_glossed(at, document):
        weight += typo_w.GLOSSED
    clipped = is_cut_short(at, document) and word.lower() + "g" in reading.candidates
    broken = left in ("]", ")", "*") or _BROKEN_OFF.match(document.text, end)
    if clipped or broken or _IN_CODE.search(document.text[max(0, start - 3) : start]):
        weight += typo_w.PART_OF_WORD
    if "-" in (left, right):
        if is_in_given_name(at, document):
            weight += typo_w.IN_UNKNOWN_NAME
        half = is_half_of_word(at, document, knowledge)
        weight += typo_w.HALF_OF_WORD if half else typo_w.IN_HYPHENS
    split = " " in reading.right and word[1:].islower()
    if word[0].isupper() and split and not document.opens_sentence(at):
        weight += typo_w.CAPITALISED
    if word[0].isupper():
        weight += in_capitals(at, reading, document, knowledge)
        weight += in_a_name(at, document, knowledge)
        if in_unknown_name(at, document, knowledge):
            weight += typo_w.IN_UNKNOWN_NAME
    return weight


def is_in_given_name(at: int, document: Document) -> bool:
    """Whether word `at` is the second half of a given name: Kyu-maan Varel."""
    behind = after(document, at)
    halved = at > 0 and document.gap(at) == "-" and document.words[at - 1][0].isupper()
    return halved and document.words[at].islower() and bool(behind)


def is_closed(text: str, end: int) -> bool:
    """Whether a quotation mark stands at `end`, or a comma or full stop and then one."""
    at = end + 1 if text[end : end + 1] in (",", ".") else end
    return text[at : at + 1] in (*QUOTES,)


def is_glossed(at: int, document: Document) -> bool:
    """Whether word `at` stands alone in brackets, or is explained in brackets after it."""
    behind = document.span(at).end
    return is_in_brackets(at, at, document) or bool(_GLOSS.match(document.text, behind))


_GLOSS = re.compile(r" [(\[](?:[a-z]+(?: [a-z]+){0,2}|[^\x00-\x7f]+)[)\]]")
"""A few words in brackets, or a text in another script; an abbreviation is no explanation."""


def in_capitals(at: int, reading: Correction, document: Document, knowledge: Knowledge) -> float:
    """The weight of signs that a capitalised word is an ordinary word misspelt."""
    if not reading.typing:
        return 0.0
    if is_acronym(at, document):
        return typo_w.ACRONYM
    right = reading.right
    if right in document.distinct and knowledge.entry(right).zipf < typo_w.EVERYWHERE:
        return typo_w.MEANT_ELSEWHERE
    if document.opens_sentence(at) and may_open_sentence(at, right, document):
        return typo_w.OPENS_SENTENCE
    return typo_w.OPENS_SENTENCE if is_in_title_case(at, document) else 0.0


def may_open_sentence(at: int, right: str, document: Document) -> bool:
    """Whether `right` may begin a sentence at word `at`, since a small word follows.

    A small word after a comma follows names, too (Varel, the owner), so it does not count unless
    commas set off `right`.
    """
    if at + 1 == len(document.words) or not document.words[at + 1].islower():
        return False
    return not document.gap(at + 1).startswith(",") or right.endswith("ly") or right in SET_OFF


SET_OFF = frozenset(
    (
        "however moreover meanwhile instead indeed still also then now therefore furthermore "
        "nevertheless nonetheless otherwise besides perhaps yesterday today tomorrow tonight "
        "sometimes often thus hence afterwards afterward first second third last next again"
    ).split(" ")
)
"""Words, beside those in -ly, that a comma sets off at the beginning of a sentence."""


def in_unknown_name(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` stands in a name with another word that is rare in English.

    Or beside such a name.
    """
    beside = (before(document, at), after(document, at), paired_with(at, document))
    keys = [knowledge.key(word) for word in beside if word]
    return any(
        is_foreign(key, knowledge) or knowledge.entry(key).zipf < typo_w.UNHEARD for key in keys
    )


def paired_with(at: int, document: Document) -> str:
    """The capitalised word that "and" or "or" joins to word `at`, or empty: Ostrey and Varel.

    A word that opens a sentence does not count.
    """
    if at < 2 or document.words[at - 1] not in ("and", "or") or document.opens_sentence(at - 2):
        return ""
    if not (document.gap(at - 1) in SPACES and document.gap(at) in SPACES):
        return ""
    word = document.words[at - 2]
    return word if word[0].isupper() else ""


def is_half_of_word(at: int, document: Document, knowledge: Knowledge) -> bool:
    """Whether word `at` makes a word with its hyphened neighbour: pre-empted."""
    pairs = ((at - 1, at), (at, at + 1))
    return any(
        first >= 0
        and second < len(document.words)
        and document.gap(second) == "-"
        and is_english(knowledge.key(document.words[first] + document.words[second]), knowledge)
        for first, second in pairs
    )


def report(
    rule: Rule, at: int, reading: Correction, document: Document, knowledge: Knowledge
) -> Finding:
    """The finding for word `at`."""
    stem, place = document.stem(at)
    suggestions = tuple(
        match_case(as_written(right, knowledge), stem) for right in reading.candidates
    )
    sure = is_sure(reading) and not is_in_doubt(at, suggestions[0], document, knowledge)
    return new_finding(
        rule,
        document,
        place,
        suggestions[0],
        found=stem,
        others=suggestions[1:],
        evidence=[reason.format(found=stem) for reason in reading.reasons],
        fix=graded_fix(rule, SAFE if sure else UNSAFE, place, suggestions[0]),
    )


def report_parting(rule: Rule, at: int, parting: Parting, document: Document) -> Finding:
    """The finding for word `at`, which is a name and a small word run together."""
    span = document.span(at)
    reported = parting.name in document.distinct
    gap = span.start + len(parting.name)
    return new_finding(
        rule,
        document,
        span,
        str(parting),
        found=document.words[at],
        evidence=[f"'{parting.name}' {'stands in the article, too' if reported else 'is known'}"],
        fix=graded_fix(rule, SAFE if parting.is_sure else UNSAFE, Span(gap, gap), " "),
    )


def as_written(right: str, knowledge: Knowledge) -> str:
    """A folded word with the capital that dictionaries give it: Wednesday."""
    proper = knowledge.entry(right).flags & (CAPITAL | WORD) == CAPITAL
    return right.capitalize() if proper else right
