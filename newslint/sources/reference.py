"""A text that copy is held against, and several of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.sources.passages import Passages, rarity
from newslint.text.document import Document

if TYPE_CHECKING:
    from newslint.core.finding import Span
    from newslint.text.prose import Prose
    from newslint.text.source import Source


class Reference:
    """One article of a source: its document, and where a place of it stands in the file."""

    def __init__(self, source: Source, prose: Prose) -> None:
        self.path = source.path
        self._source, self._prose = source, prose
        self.document = Document(prose)
        self.passages = Passages(self.document)

    def where(self, at: int) -> str:
        """The file and line of an offset in the text."""
        line = self._source.line_column(self._prose.near(at))[0]
        return f"{self.path}:{line}"

    def said(self, span: Span) -> str:
        """The text of a stretch, in one line."""
        return " ".join(self.document.text[span.start : span.end].split())

    def evidence(self, span: Span) -> str:
        """The file and line of a stretch, and what stands around it, in one line."""
        text = self.document.text
        begin, end = text.rfind("\n", 0, span.start) + 1, f"{text}\n".find("\n", span.end)
        left, right = text[begin : span.start], text[span.end : end]
        if len(left) > AROUND:
            left = left[-AROUND:].partition(" ")[2]
        if len(right) > AROUND:
            right = right[:AROUND].rpartition(" ")[0]
        around = " ".join(f"{left}{text[span.start : span.end]}{right}".split())
        return f"{self.where(span.start)}: {around}"


AROUND = 50
"""Letters that are shown on each side of a place."""


class References:
    """All texts that one article is held against."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.all = tuple(references)
        self.memo: dict[str, object] = {}
        """What comparisons make of the texts and use again, each under its own key."""

    def __bool__(self) -> bool:
        return bool(self.all)

    def __add__(self, other: References) -> References:
        if not other or not self:
            return other or self
        return References((*self.all, *other.all))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each stem of the texts says."""
        return rarity(reference.passages for reference in self.all)
