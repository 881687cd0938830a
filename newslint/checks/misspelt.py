"""Names that the book lists as misspelt, and forms that the desk does not use.

In: the names book's rulings. Out: a finding for each place where a spelling that the book rules
out stands as a name. Longer spellings are tried first, so that no name is found inside another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.book.names import INSTEAD_OF, MISSPELLING, RIGHT, Ruling, correction
from newslint.document import possessive
from newslint.evidence.company import akin
from newslint.evidence.renown import KNOWN, familiarity, is_given
from newslint.finding import DISPLAY, UNSAFE, Edit, Finding, Fix, Span
from newslint.fold import fold
from newslint.mentions import before

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.knowledge import Knowledge
    from newslint.rule import Rule

PARAMS = {"role": "text"}
REQUIRED = ("role",)

ROLES = {"misspelling": MISSPELLING, "instead-of": INSTEAD_OF}


class Place(NamedTuple):
    """A ruled-out spelling: its words' indices, first to last, and the ruling."""

    first: int
    last: int
    ruling: Ruling


def prepare(
    rules: Sequence[Rule], knowledge: Knowledge
) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind, one a role."""
    by_role = {ROLES[rule.params["role"]]: rule for rule in rules}
    names = knowledge.names

    def check(document: Document) -> Iterator[Finding]:
        suspects = [word for word in document.counts if names.has_wrong_word(knowledge.key(word))]
        if not suspects:
            return
        for at in sorted(at for word in suspects for at in document.positions[word]):
            place = longest_ruled_out(at, document, knowledge)
            if place is None or place.ruling.role not in by_role:
                continue
            if not is_somebody_else(place, document, knowledge):
                yield report(by_role[place.ruling.role], place, document, knowledge)

    return check


def longest_ruled_out(at: int, document: Document, knowledge: Knowledge) -> Place | None:
    """The longest spelling around word `at` that the book rules out, unless it is right in one."""
    names, count = knowledge.names, len(document.words)
    for length in range(min(names.longest, 5), 0, -1):
        for first in range(max(0, at - length + 1), min(at, count - length) + 1):
            last = first + length - 1
            span = Span(document.spans[first].start, stem_end(last, document))
            found = document.text[span.start : span.end]
            for ruling in names.lookup(fold(found)):
                if ruling.role in RIGHT:
                    return None
                if ruling.role in ROLES.values() and is_written_so(found, ruling):
                    return Place(first, last, ruling)
    return None


def is_written_so(found: str, ruling: Ruling) -> bool:
    """Whether what was found is a name as the ruling's spelling is: with its capitals."""
    return found[0].isupper() or ruling.spelling[0].islower()


def stem_end(at: int, document: Document) -> int:
    """Where word `at` ends without its possessive ending."""
    return document.spans[at].end - len(possessive(document.words[at])[1])


def is_somebody_else(place: Place, document: Document, knowledge: Knowledge) -> bool:
    """Whether a bare family name stands behind a given name that is not that person's."""
    name = place.ruling.name
    if place.first != place.last or name.kind or " " not in name.name:
        return False
    left = knowledge.key(before(document, place.first))
    if not left or not is_given(left, knowledge):
        return False
    theirs = {fold(right).split(" ")[0] for right in (name.name, *name.aliases)}
    return not akin({left}, theirs)


def report(rule: Rule, place: Place, document: Document, knowledge: Knowledge) -> Finding:
    """The finding for one place."""
    ruling = place.ruling
    span = Span(document.spans[place.first].start, stem_end(place.last, document))
    found = document.text[span.start : span.end]
    right = correction(ruling)
    if found.isupper() and len(found) > 1:
        right = right.upper()
    note = f" ({ruling.name.note})" if ruling.name.note else ""
    return Finding(
        rule.id,
        span,
        found,
        rule.message.format(found=" ".join(found.split()), right=right),
        rule.severity,
        (right,),
        (f"{ruling.name.where}: {ruling.name.name}{note}",),
        Fix(applicability(rule, ruling, span, document, knowledge), (Edit(span, right),)),
    )


def applicability(
    rule: Rule, ruling: Ruling, span: Span, document: Document, knowledge: Knowledge
) -> str:
    """How far the fix can be trusted: the desk's word is law, the shipped book's is a reason."""
    if ruling.role == INSTEAD_OF and document.quoted(span.start):
        return DISPLAY
    if ruling.layer == knowledge.shipped_layer and familiarity(fold(ruling.spelling), knowledge) >= KNOWN:
        return UNSAFE
    return rule.fix if rule.fix != "none" else DISPLAY
