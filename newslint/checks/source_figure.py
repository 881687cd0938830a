"""Figures that contradict the sources: by a slip, or where they have another for the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding
from newslint.sources.attached import against_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.sources.reference import References
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for the rule of this kind; without sources it has nothing to say."""
    rule = rules[0]

    def find(document: Document, references: References) -> Iterator[Finding]:
        from newslint.sources.compared_figures import contradicted_figures

        for contradicted in contradicted_figures(document, references):
            theirs = contradicted.theirs
            slots = {"source": theirs.written, "where": theirs.where}
            span = contradicted.ours.figure.span
            evidence = (theirs.evidence, rule.why)
            yield new_finding(rule, document, span, theirs.written, slots=slots, evidence=evidence)

    return against_sources(find)
