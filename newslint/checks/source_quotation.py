"""Quotations that differ from the sources, stand there under another name, or in none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import NOTE, Finding
from newslint.sources.attached import against_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.sources.compared_quotations import Doubt
    from newslint.sources.reference import References
    from newslint.text.document import Document


PARAMS = {"other-speaker": "text", "nowhere": "text"}
"""The messages for words of somebody else, and for words that are in no source."""

REQUIRED = ("other-speaker", "nowhere")


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for the rule of this kind; without sources it has nothing to say."""
    rule = rules[0]

    def find(document: Document, references: References) -> Iterator[Finding]:
        from newslint.sources.compared_quotations import doubtful_quotations

        for doubt in doubtful_quotations(document, references):
            yield report(rule, doubt, document)

    return against_sources(find)


def report(rule: Rule, doubt: Doubt, document: Document) -> Finding:
    """The finding for a quotation; one that is in no source is a note."""
    from newslint.sources.compared_quotations import ALTERED, ELSEWHERE

    slots = {"source": doubt.theirs, "where": doubt.where, "speaker": doubt.speaker}
    if doubt.kind == ALTERED:
        return new_finding(rule, document, doubt.span, doubt.theirs, slots=slots)
    if doubt.kind == ELSEWHERE:
        said = rule._replace(message=rule.params["other-speaker"])
        return new_finding(said, document, doubt.span, slots=slots)
    said = rule._replace(message=rule.params["nowhere"])
    return new_finding(said, document, doubt.span, severity=NOTE)
