"""The engine: one article through every check. Start reading here."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newslint import checks, formats
from newslint.document import Document
from newslint.finding import Finding, settle
from newslint.knowledge import Knowledge
from newslint.lexicon import shipped
from newslint.selection import Selection

if TYPE_CHECKING:
    from newslint.book import Book
    from newslint.source import Source


class Linter:
    """A book made ready: its rules grouped by kind, each kind prepared once."""

    def __init__(self, book: Book, wanted: Collection[str] | None = None) -> None:
        """Use the rules of `book` whose ids are `wanted`; if None, all but those of taste."""
        if wanted is None:
            wanted = Selection().choose(rule.id for rule in book.rules)
        rules = [rule for rule in book.rules if rule.id in wanted]
        knowledge = Knowledge(shipped(), book.names, book.desk, book.shipped_layer)
        self._checks = [
            checks.prepare(kind, [rule for rule in rules if rule.kind == kind], knowledge)
            for kind in dict.fromkeys(rule.kind for rule in rules)
        ]

    def lint(self, source: Source) -> list[Finding]:
        """Everything the book objects to in `source`, placed in its text, in reading order."""
        prose = formats.read(source)
        document = Document(prose)
        found = [finding for check in self._checks for finding in check(document)]
        meant = [finding for finding in found if not document.is_sic(finding.span.end)]
        return settle(finding.placed(prose.to_source, source.text) for finding in meant)
