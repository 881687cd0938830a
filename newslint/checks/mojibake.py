"""Letters that were written in one encoding and read in another (â€™ for ’).

A rule may have a `swap` of what cannot be worked out since a part of it got lost; the rest is
`newslint.text.mojibake`'s to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.checks.new_finding import new_finding
from newslint.core.finding import Finding, Span
from newslint.text.mojibake import is_apt, is_possible, sequences, undo_misreading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.rule import Rule
    from newslint.text.document import Document


PARAMS = {"swap": "swaps"}


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """The check of all rules of this kind."""

    def check(document: Document) -> Iterator[Finding]:
        if not is_possible(document.text):
            return
        for rule in rules:
            swap = rule.params.get("swap", {})
            for match in sequences(document.text, swap):
                span = Span(*match.span())
                right = swap.get(match[0]) or undo_misreading(match[0])
                if right is not None and not (
                    is_apt(document.text, span) or document.is_beside_address(span)
                ):
                    yield new_finding(rule, document, span, right)

    return check
