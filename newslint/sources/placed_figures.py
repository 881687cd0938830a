"""Figures with their company: what they count, and the words of their sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.sources.figure import NUMBER, Figure
from newslint.sources.figure_reader import figures
from newslint.sources.passages import near

if TYPE_CHECKING:
    from newslint.sources.passages import Passage, Passages
    from newslint.sources.reference import Reference
    from newslint.text.document import Document


COUNTED = 3
"""Words behind a figure of which one may be what it counts."""

PARTITIVE = frozenset(("of", "the", "more", "other"))
"""Small words that may stand between a number and what it counts."""

CUES = frozenset("from to by at of for in on until between and".split(" "))


class Placed:
    """A figure where it stands, in the copy or in a source."""

    def __init__(
        self,
        figure: Figure,
        at: range,
        document: Document,
        passages: Passages,
        reference: Reference | None = None,
    ) -> None:
        """Place a figure that is the words `at` of a document."""
        self.figure, self._at = figure, at
        self._document, self._passages, self._reference = document, passages, reference

    @cached_property
    def passage(self) -> Passage:
        """The sentence of the figure."""
        return self._passages.of(self._at.start)

    @cached_property
    def near(self) -> Mapping[str, float]:
        """The stems of the sentence, each with its weight, which falls with the distance."""
        return near(self._passages.stems, self.passage, self._at)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of what the figure counts."""
        stems, document, counted = self._passages.stems, self._document, set[str]()
        for behind in range(self._at.stop, min(self._at.stop + COUNTED, self.passage.last + 1)):
            if document.gap(behind).strip(" -\u00a0\n"):
                break
            if stems[behind]:
                counted.add(stems[behind])
            elif document.words[behind] not in PARTITIVE:
                break
        return frozenset(counted)

    @cached_property
    def cue(self) -> str:
        """The small word before the figure, such as "from"; empty if there is none."""
        before = self._at.start - 1
        word = self._document.lowered[before] if before >= self.passage.first else ""
        return word if word in CUES else ""

    @property
    def is_of_another(self) -> bool:
        """Whether it is a plain number that counts something, and so no sum or measure."""
        return self.figure.kind == NUMBER and bool(self.counted)

    def is_in_sentence_of(self, other: Placed) -> bool:
        """Whether two figures stand in one sentence."""
        return self._document is other._document and self.passage == other.passage

    @property
    def written(self) -> str:
        """The figure as the source writes it."""
        return self._reference.said(self.figure.span) if self._reference else ""

    @property
    def where(self) -> str:
        """The file and line of a figure of a source."""
        return self._reference.where(self.figure.span.start) if self._reference else ""

    @property
    def evidence(self) -> str:
        """The file and line of a figure of a source, and what is said there."""
        return self._reference.evidence(self.figure.span) if self._reference else ""


def placed_figures(
    document: Document, passages: Passages, reference: Reference | None = None
) -> list[Placed]:
    """Every figure of a document that is not only marks."""
    return [
        Placed(figure, at, document, passages, reference)
        for figure in figures(document.text)
        if (at := passages.words_in(figure.span))
    ]
