"""The texts that a document is held against, attached to it by whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.sources.reference import References
    from newslint.text.document import Document


_KEY = "references"


def attach(references: References, document: Document) -> None:
    """Have a document held against these texts."""
    document.memo[_KEY] = references


def references_of(document: Document) -> References | None:
    """The texts that a document is held against; None if there are none."""
    found: References | None = document.memo.get(_KEY)
    return found


def against_sources(
    find: Callable[[Document, References], Iterable[Finding]],
) -> Callable[[Document], Iterator[Finding]]:
    """The check that finds what it can in documents that are held against texts."""

    def check(document: Document) -> Iterator[Finding]:
        references = references_of(document)
        if references:
            yield from find(document, references)

    return check
