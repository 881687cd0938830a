"""The kind of the rule about suppression comments that silence nothing.

It has no check of its own: a comment is judged when everything else has been found, in
`newslint.engine.suppressions`, which makes the findings in this rule's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.document import Document


def prepare(
    rules: Sequence[Rule], context: Context | None = None
) -> Callable[[Document], Iterable[Finding]]:
    """A check that finds nothing."""
    return lambda document: ()
