"""Names of two words spelt two ways in one article: where they stand.

`newslint.evidence.variants.article_readings` finds them by the half that both share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.checks.matching.letter_case import match_upper_case
from newslint.checks.new_finding import graded_fix, new_finding
from newslint.core.finding import UNSAFE, WARNING, Finding, Span
from newslint.evidence.local_context import CONJUNCTIONS, is_cut_off
from newslint.evidence.name_context import in_right_name
from newslint.evidence.to_the_letter import is_called_so
from newslint.evidence.variants.article_readings import names_spelt_twice
from newslint.evidence.variants.name_variant import times_of
from newslint.text.name_pairs import Places, pairs_in
from newslint.text.tokenizer import split_possessive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.rule import Rule
    from newslint.evidence.knowledge import Knowledge
    from newslint.text.document import Document


APART = 4
"""Maximum words between two who are named together: Ola Harn and her late sister Ole Harn."""


def report_pairs(rule: Rule, document: Document, knowledge: Knowledge) -> Iterator[Finding]:
    """A warning for each place of a misspelt half; nobody should mend it unseen."""
    table = pairs_in(document)
    found = sorted(names_spelt_twice(table, knowledge), key=lambda one: len(table[one.right_parts]))
    commonest = {one.wrong_parts: one for one in found}
    for one in commonest.values():
        if are_named_together(table[one.wrong_parts], table[one.right_parts], document):
            continue
        last = one.half.last
        right = split_possessive(one.right_parts[last])[0]
        times, others = (times_of(len(table[each])) for each in (one.wrong_parts, one.right_parts))
        whole = " ".join(filter(None, (one.right_parts[0], one.right_parts[2], one.right_parts[1])))
        for place in table[one.wrong_parts]:
            if in_right_name(place[last], document, knowledge) or is_cut_off(place[last], document):
                continue
            if is_called_so(place[last], document):
                continue
            span = document.span(place[last])
            stem, ending = split_possessive(document.words[place[last]])
            span = Span(span.start, span.end - len(ending))
            suggestion = match_upper_case(right, stem)
            yield new_finding(
                rule,
                document,
                span,
                suggestion,
                found=stem,
                slots={"right": right, "times": times, "others": others},
                evidence=(f"'{whole}' stands here, too",),
                severity=WARNING,
                fix=graded_fix(rule, UNSAFE, span, suggestion),
            )


def are_named_together(places: Places, others: Places, document: Document) -> bool:
    """Whether a conjunction joins two names somewhere, so that they are of two."""
    ends = [last for _, last in others]
    for first, last in places:
        behind = bisect_left(ends, first)
        gaps = [(ends[behind - 1] + 1, first)] if behind else []
        if behind < len(others):
            gaps.append((last + 1, others[behind][0]))
        if any(is_joined(start, end, document) for start, end in gaps):
            return True
    return False


def is_joined(start: int, end: int, document: Document) -> bool:
    """Whether a conjunction is among the few words from `start` to `end`, in one sentence."""
    between = document.words[start:end] if end - start <= APART else ()
    return not CONJUNCTIONS.isdisjoint(between) and not any(
        map(document.opens_sentence, range(start, end + 1))
    )
