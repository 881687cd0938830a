"""The stretches of an article that a rule may look at, by the name of a scope."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from newslint.core.finding import Span
from newslint.text.document import BLANK_LINES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PROSE, PARAGRAPH = "prose", "paragraph"

_STOPS = r"[.!?…][\"”’')\]]{0,2}(?=\s|$)"

_ENDS = r"[.!?…:][\"”’')\]]{0,2}\s*$"

LONGEST_WRAPPED = 100
"""Maximum length of a line that was wrapped by hand; a longer line is a paragraph."""


LONGEST_HEADLINE = 160

SHORT = 12
"""Letters before a stop that tell whether it belongs to a short form."""

_SHORT_FORMS = frozenset(
    "adm brig capt col cpl dr gen gov hon jr lt maj messrs mr mrs ms mt no prof rep rev sen sgt "
    "sr st supt vs ft jan feb aug sept oct nov dec co corp inc ltd".split(" ")
)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, separated by blank lines or, in copy without any, by ends of long lines."""
    if "\n" not in text:
        return _trimmed(text, [0, len(text)])
    breaks = [match.end() for match in BLANK_LINES.finditer(text)]
    if not breaks and max(map(len, text.split("\n"))) > LONGEST_WRAPPED:
        breaks = [match.end() for match in re.finditer("\n", text)]
    return _trimmed(text, [0, *breaks, len(text)])


def headline(text: str) -> list[Span]:
    """The first line, if it stands alone and does not read like a paragraph."""
    first = next(iter(paragraphs(text)), Span(0, 0))
    line = text[first.start : first.end]
    alone = first.end < len(text.rstrip())
    if (
        not alone
        or not line
        or "\n" in line
        or len(line) > LONGEST_HEADLINE
        or re.search(_ENDS, line)
    ):
        return []
    return [first]


def first_paragraph(text: str) -> list[Span]:
    """The first paragraph that is no headline, byline or dateline."""
    all_of_them = paragraphs(text)
    for span in all_of_them:
        if re.search(_ENDS, text[span.start : span.end]):
            return [span]
    return all_of_them[len(headline(text)) :][:1]


def sentences(text: str) -> list[Span]:
    """The sentences of every paragraph."""
    return [span for paragraph in paragraphs(text) for span in sentences_of(text, paragraph)]


def sentences_of(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph. A stop behind a short form or an initial ends none."""
    piece = text[paragraph.start : paragraph.end]
    ends = [
        paragraph.start + match.end()
        for match in re.finditer(_STOPS, piece)
        if match[0][0] != "." or not _is_short(piece[max(0, match.start() - SHORT) : match.start()])
    ]
    return _trimmed(text, [paragraph.start, *ends, paragraph.end])


def _is_short(before: str) -> bool:
    """Whether a stop behind `before` belongs to a short form: Mr. Orr, J. Orr, the U.S. Senate."""
    word = re.split(r"[\s(\"“‘'.-]", before)[-1]
    return len(word) < 2 or word.lower() in _SHORT_FORMS


def _trimmed(text: str, bounds: list[int]) -> list[Span]:
    """The stretches between `bounds` without the white space around them, if anything is left."""
    found = []
    for left, right in pairwise(bounds):
        piece = text[left:right].rstrip()
        start = left + len(piece) - len(piece.lstrip())
        if piece:
            found.append(Span(start, left + len(piece)))
    return found


def outside(spans: Iterable[Span], length: int) -> list[Span]:
    """The stretches of a text of that length outside `spans`."""
    found, at = [], 0
    for span in spans:
        found.append(Span(at, span.start))
        at = span.end
    found.append(Span(at, length))
    return [span for span in found if span.end > span.start]


SCOPES: dict[str, Callable[[Document], list[Span]]] = {
    PROSE: lambda document: [Span(0, len(document.text))],
    "headline": lambda document: headline(document.text),
    "first-paragraph": lambda document: first_paragraph(document.text),
    PARAGRAPH: lambda document: paragraphs(document.text),
    "sentence": lambda document: sentences(document.text),
    "quotation": lambda document: document.quotations,
    "outside-quotation": lambda document: outside(document.quotations, len(document.text)),
}
"""Every scope a rule may name."""


def of_rule(rule: Rule, otherwise: str = PROSE) -> Callable[[Document], list[Span]]:
    """The scope that a rule names; if it names none, `otherwise`."""
    return partial(stretches, rule.scope or otherwise)


def stretches(scope: str, document: Document) -> list[Span]:
    """The stretches of a scope, computed once for all rules."""
    key = f"scope {scope}"
    if key not in document.memo:
        document.memo[key] = SCOPES[scope](document)
    spans: list[Span] = document.memo[key]
    return spans
