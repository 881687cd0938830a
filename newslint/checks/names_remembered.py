"""Names that the publication itself prints otherwise: see `newslint.checks.remembered_names`.

Most desks have no memory; then nothing of that is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.checks.context import Context
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.document import Document


def prepare(rules: Sequence[Rule], context: Context) -> Callable[[Document], Iterable[Finding]]:
    """The check for all rules of this kind; without a memory it has nothing to say."""
    memories = context.knowledge.memories
    if memories is None or not memories.size:
        return lambda _: ()
    from newslint.checks.remembered_names import prepare_remembered

    return prepare_remembered(rules, memories, context)
