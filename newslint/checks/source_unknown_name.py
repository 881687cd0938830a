"""Names that stand in no source, nor in book or memory, and that are not known to everybody."""

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
    (rule, *_), knowledge = rules, context.knowledge

    def find(document: Document, references: References) -> Iterator[Finding]:
        from newslint.sources.compared_names import name_differences
        from newslint.sources.mentions import span_of

        for difference in name_differences(document, references, knowledge):
            if difference.theirs is None:
                yield new_finding(rule, document, span_of(difference.mention, document))

    return against_sources(find)
