"""Names that stand otherwise in the sources: by a slip, or in a part or title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span
from newslint.sources.attached import against_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.sources.name_difference import Difference
    from newslint.sources.reference import References
    from newslint.sources.sourced_names import Sourced
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for the rule of this kind; without sources it has nothing to say."""
    (rule, *_), knowledge = rules, context.knowledge

    def find(document: Document, references: References) -> Iterator[Finding]:
        from newslint.sources.compared_names import name_differences

        for difference in name_differences(document, references, knowledge):
            if difference.theirs:
                yield report(rule, difference, difference.theirs, document)

    return against_sources(find)


def report(rule: Rule, difference: Difference, theirs: Sourced, document: Document) -> Finding:
    """The finding for a name that the sources have otherwise."""
    start, end = document.span(difference.first).start, document.stem(difference.last)[1].end
    found = document.text[start:end]
    right = difference.right.capitalize() if difference.right.islower() else difference.right
    right = right.lower() if found.islower() else right
    slots = {"source": theirs.written, "where": theirs.where}
    evidence = (theirs.evidence, rule.why)
    return new_finding(rule, document, Span(start, end), right, slots=slots, evidence=evidence)
