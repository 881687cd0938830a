"""What the words right beside a place say about the name that stands there.

A person who speaks was introduced before. A name after "in" or "near" is a place. A word among
small words stands in running prose, and not in a line-up of surnames.
"""

from __future__ import annotations

import re

from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.english import SMALL_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.document import Document


CONJUNCTIONS = frozenset("and or vs v versus than not to".split(" "))

SPEECH = frozenset(
    (
        "said says say saying told tells tell telling added adds asked asks argued argues insisted "
        "insists explained explains admitted admits claimed claims warned warns believes believed "
        "replied replies recalled recalls joked jokes conceded concedes denied denies thinks"
    ).split(" ")
)
"""Verbs beside which a name is that of a person who speaks, or is spoken to."""

WHERE = frozenset("in near nearby inside outside around".split(" "))
"""Words after which a name is that of a place."""


def is_speaker(at: int, document: Document) -> bool:
    """Whether word `at` stands beside a verb of speech: "said Varelinsk", "Varelinsk told"."""
    return bool({_left(at, document), _right(at, document)} & SPEECH)


def is_in_prose(at: int, document: Document) -> bool:
    """Whether a small word that is no conjunction stands right beside word `at`.

    A comma may stand between: "Varelinsk, who was late".
    """
    beside = (_left(at, document), _right(at, document) or _behind_comma(at, document))
    return any(len(word) > 1 and word.islower() and word not in CONJUNCTIONS for word in beside)


def is_beside_english(at: int, document: Document) -> bool:
    """Whether a small word of English stands right beside word `at`."""
    return not SMALL_WORDS.isdisjoint((_left(at, document), _right(at, document)))


def is_whereabouts(at: int, document: Document) -> bool:
    """Whether word `at` stands where a place is named: "in Ostrey", "near Ostrey"."""
    return _left(at, document).lower() in WHERE


def is_small_place(at: int, document: Document) -> bool:
    """Whether word `at` is a village's or a street's: "the village of Ostrey", "Ostrey Road"."""
    of = _left(at, document).lower() == "of"
    if of and _left(at - 1, document).lower() in SETTLEMENTS:
        return True
    return _right(at, document) in STREETS


SETTLEMENTS = frozenset("village town community hamlet suburb parish commune".split(" "))

STREETS = frozenset(
    "Road Street Avenue Lane Drive Square Boulevard Terrace Close Crescent".split(" ")
)
"""Words before "of" and a small place, and words after the name of a street."""


def is_in_brackets(first: int, last: int, document: Document) -> bool:
    """Whether brackets hold just the words from `first` to `last`."""
    start, end = document.span(first).start, document.span(last).end
    text = document.text
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def is_so_called(at: int, document: Document) -> bool:
    """Whether word `at` follows "so-called": then it is coined."""
    words = document.words
    return at > 1 and words[at - 1] == "called" and words[at - 2].lower() == "so"


def is_explained(at: int, document: Document) -> bool:
    """Whether the article explains word `at`: "Ostrix, a software firm", "the firm Ostrix"."""
    return _left(at, document) in KINDS or _behind_comma(at, document) in ("a", "an")


KINDS = frozenset(
    (
        "company firm startup start-up brand maker retailer chain app band trio duo rapper singer "
        "ship tanker vessel river creek lake"
    ).split(" ")
)
"""Words before the name of something that few people know."""


def is_company(at: int, document: Document) -> bool:
    """Whether word `at` is a company's whole name: "Ostrix Inc"."""
    return _right(at, document) in COMPANIES or _behind_comma(at, document) in COMPANIES


COMPANIES = frozenset(
    "Corporation Corp Inc Incorporated Ltd Limited LLC LLP PLC plc GmbH AG NV Pty Holdings".split(
        " "
    )
)
"""Words after the name of a company."""


def is_relative(at: int, document: Document) -> bool:
    """Whether word `at` is the name of somebody's relative: "his wife, Ostrey,"."""
    return bool(at) and document.gap(at) in COMMAS and document.words[at - 1] in RELATIVES


RELATIVES = frozenset(
    (
        "wife husband son daughter brother sister mother father mum dad baby partner widow aunt "
        "uncle cousin niece nephew twin stepson stepdaughter grandson granddaughter"
    ).split(" ")
)
"""Words after which a comma and a given name follow."""


def is_before_noun(at: int, document: Document) -> bool:
    """Whether word `at` may be a genitive: a word follows that a genitive can stand before."""
    right = _right(at, document)
    return bool(right) and right not in NO_NOUNS and _left(at, document).lower() not in PLURALS


PLURALS = frozenset(
    "the two three four five all both these those many several some other different".split(" ")
)
"""Words after which a name in -s is a plural: the two Koreas."""

NO_NOUNS = SMALL_WORDS | frozenset(
    (
        "a an can did do does if into may might must no nor on or over should then there under "
        "when where while who"
    ).split(" ")
)
"""Words that no genitive stands before."""


def is_cut_short(at: int, document: Document) -> bool:
    """Whether an apostrophe after word `at` stands for dropped letters: workin'."""
    end = document.span(at)[1]
    return document.text[end : end + 1] in ("'", "’")


def is_cut_off(at: int, document: Document) -> bool:
    """Whether the text breaks off with word `at`, as that of a feed does.

    It is the last word and has no mark behind it but an apostrophe, though a sentence or a
    paragraph has ended before.
    """
    if at + 1 < len(document.words) or document.text[document.span(at)[1] :].strip(" \n\r'’"):
        return False
    return bool(_ENDED.search(document.text, 0, document.span(at)[0]))


_ENDED = lazy_pattern(r"[.!?][\"'”’)\]]*\s|\n")
"""The end of a sentence or a line."""


def is_in_title_case(at: int, document: Document) -> bool:
    """Whether word `at` stands in a headline with a capital on every longer word."""
    start, end = document.span(at)
    left = document.text[max(0, start - HEADLINE) : start].rpartition("\n")
    right = document.text[end : end + HEADLINE].partition("\n")
    line = left[2] + right[0]
    if len(line) >= HEADLINE:
        return False
    long = [word for word in line.split() if len(word) >= LONG and word[0].isalpha()]
    return len(long) >= MANY and all(word[0].isupper() for word in long)


LONG, MANY = 5, 3
"""Minimum letters of the words that count, and minimum number of them in a headline."""

HEADLINE = 400
"""Letters that a headline does not reach."""


def is_in_code(at: int, document: Document) -> bool:
    """Whether word `at` is part of a name in a program, or of a path: get_size(), /usr/lib."""
    start, end = document.span(at)
    text = document.text
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return before in CODE or behind in CODE or behind == "(" or is_in_tag(at, document)


def is_masked(at: int, document: Document) -> bool:
    """Whether word `at` is what is left of a word that dashes mask: d--nably, bl—dy."""
    start = document.span(at).start
    return bool(_MASK.search(document.text, max(0, start - MASKED), start))


MASKED = 6
"""Maximum characters of a mask and the letters ahead of it."""

_MASK = lazy_pattern(r"(?<![a-z])[bcdfghjklmnpqrstvwxz]{1,2}(?:--+|—+)$", re.IGNORECASE)


def is_hyphened(at: int, document: Document) -> bool:
    """Whether a hyphen touches word `at`."""
    start, end = document.span(at)
    return "-" in (document.text[max(0, start - 1) : start], document.text[end : end + 1])


def is_in_tag(at: int, document: Document) -> bool:
    """Whether word `at` stands in a tag that was left in the text: <a class="varel">."""
    start = document.span(at).start
    opened = document.text.rfind("<", max(0, start - TAG), start)
    return (
        opened >= 0
        and document.text[opened + 1].isalpha()
        and ">" not in document.text[opened:start]
    )


TAG = 300
"""Maximum letters of a tag."""


CODE = frozenset("_/\\=<>$~&-@`{}[]")
"""Signs beside which a word is part of something that is not prose."""


def is_acronym(at: int, document: Document) -> bool:
    """Whether word `at` is short and in capitals, among words that are not."""
    words = document.words
    if not words[at].isupper() or len(words[at]) > ACRONYM:
        return False
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return not any(len(word) > 1 and word.isupper() for word in beside)


ACRONYM = 6
"""Maximum letters of an acronym."""


def _left(at: int, document: Document) -> str:
    """The word before word `at`, if nothing but a space is between."""
    return document.words[at - 1] if at and document.gap(at) in SPACES else ""


def _right(at: int, document: Document) -> str:
    """The word after word `at`, if nothing but a space is between."""
    if at + 1 == len(document.words) or document.gap(at + 1) not in SPACES:
        return ""
    return document.words[at + 1]


def _behind_comma(at: int, document: Document) -> str:
    """The word after word `at`, if a comma is between."""
    follows = at + 1 < len(document.words) and document.gap(at + 1) in COMMAS
    return document.words[at + 1] if follows else ""


SPACES = frozenset((" ", "\n", "\r\n", " \n", " \r\n", "\u00a0"))

COMMAS = frozenset(f",{space}" for space in SPACES)

STOPS = frozenset(f".{space}" for space in SPACES)
"""Gaps between the words of a phrase or a list; a line may end at each of them."""
