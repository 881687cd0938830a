"""Question 3: what the place of an unlisted word says of its being misspelt.

These are the weights set by hand: they decide whether a fix is safe, and of listed misspellings
and of names whether to report. `typo_features` observes the same for the model.
"""

from __future__ import annotations

from newslint.core.lazy_pattern import lazy_pattern
from newslint.evidence import known_name_weights as known_w
from newslint.evidence import typo_weights as typo_w
from newslint.evidence.english_word import is_english, is_foreign
from newslint.evidence.foreign import among_foreign
from newslint.evidence.local_context import (
    SPACES,
    is_acronym,
    is_cut_short,
    is_in_brackets,
    is_in_tag,
    is_in_title_case,
    is_so_called,
)
from newslint.evidence.name_context import in_a_name
from newslint.evidence.typos.typo import Correction
from newslint.text.letters import plain_marks
from newslint.text.name_spans import after, before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


QUOTES = "'\"’‘“”"

_BROKEN_OFF = lazy_pattern(r"[*`¬]|\.\w|\]?\[[a-z]|[—–](?=[^\w\s]|$)")
"""Follows a word that is cut short or masked, or is part of a name of files or objects
(app.setings.py)."""


_IN_CODE = lazy_pattern(r"[$\\~]$|\w\.$|(?:^|\s)--$")
"""Precedes a word that is part of code: $goverment, becuase.setings, --recieve."""


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
    in_code = _IN_CODE.search(document.text[max(0, start - 3) : start])
    if clipped or broken or in_code or is_in_tag(at, document):
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


def is_in_hyphened_name(at: int, document: Document) -> bool:
    """Whether word `at` is hyphened to a capitalised one, as names are: Kyu-maan, Mohd-Zaad."""
    return any(
        0 < gap < len(document.words)
        and document.gap(gap) == "-"
        and document.words[other][0].isupper()
        and (gap == at or document.words[at][0].isupper())
        for gap, other in ((at, at - 1), (at + 1, at + 1))
    )


def is_particle(at: int, document: Document) -> bool:
    """Whether word `at` stands before a capitalised one, as particles of names do: dela Varel."""
    behind = at + 1
    return (
        document.words[at].islower()
        and behind < len(document.words)
        and document.words[behind][0].isupper()
        and document.gap(behind) == " "
    )


def is_beheaded(at: int, document: Document) -> bool:
    """Whether a paragraph begins with word `at` in small letters: its start was cut off (mpany)."""
    start = document.span(at).start
    above = document.text[:start].rstrip(" ")
    return document.words[at].islower() and (not above or above.endswith("\n"))


def is_closed(text: str, end: int) -> bool:
    """Whether a quotation mark stands at `end`, or a comma or full stop and then one."""
    at = end + 1 if text[end : end + 1] in (",", ".") else end
    return text[at : at + 1] in (*QUOTES,)


def is_glossed(at: int, document: Document) -> bool:
    """Whether word `at` stands alone in brackets, or is explained in brackets after it."""
    behind = document.span(at).end
    return is_in_brackets(at, at, document) or bool(_GLOSS.match(document.text, behind))


_GLOSS = lazy_pattern(r" [(\[](?:[a-z]+(?: [a-z]+){0,2}|[^\x00-\x7f]+)[)\]]")
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
    commas set off `right`. Nor does a line that goes on behind "and".
    """
    if at + 1 == len(document.words) or not document.words[at + 1].islower():
        return False
    if at and document.words[at - 1] in ("and", "or"):
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
