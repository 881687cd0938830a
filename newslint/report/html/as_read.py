"""Copy as a reader sees it, not as its source is written: for Markdown, HTML and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.text.formats import PLAIN, reading
from newslint.text.source import suffix

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.text.prose import Prose
    from newslint.text.source import Source
    from newslint.text.source_map import Run


HEADING, ITEM, QUOTE = "heading", "item", "quote"

BEFORE = {
    HEADING: re.compile(
        r"(?:^|\n)[ \t]*(?:#{1,6}|={1,6})[ \t]+$|<h[1-6]\b[^>]*>\s*$", re.IGNORECASE
    ),
    ITEM: re.compile(
        r"(?:^|\n)[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$|<li\b[^>]*>\s*(?:<p\b[^>]*>)?\s*$", re.I
    ),
    QUOTE: re.compile(r"(?:^|\n)[ \t]*>[ \t]*$|<blockquote\b[^>]*>\s*(?:<p\b[^>]*>)?\s*$", re.I),
}
"""What stands in the source before a paragraph of each kind."""

LOOKED_AT = 300
"""Letters before a paragraph that tell its kind."""

PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)


class Shown(NamedTuple):
    """A finding, and its place in the copy as it is shown."""

    span: Span
    finding: Finding


class Block(NamedTuple):
    """A paragraph of some kind, from `start` to `end` of the copy as it is shown."""

    start: int
    end: int
    kind: str


class View(NamedTuple):
    """What is shown of a source: a text, its findings with places in it, and its blocks."""

    text: str
    findings: list[Shown]
    blocks: list[Block]


def view_of(source: Source, findings: Sequence[Finding]) -> View:
    """The copy as a reader sees it; the text of the file for formats of data and plain text."""
    format_ = reading.format_of(suffix(source.path))
    if format_.has_fields or format_ == PLAIN:
        return View(source.text, [Shown(finding.span, finding) for finding in findings], [])
    prose = reading.read(source)
    place = _Places(prose)
    shown = [Shown(place.of(finding.span), finding) for finding in findings]
    return View(prose.text, sorted(shown, key=_order), list(_blocks(prose, source)))


def _order(shown: Shown) -> tuple[int, int]:
    return shown.span.start, -shown.span.end


class _Places:
    """Places of a source in its prose."""

    def __init__(self, prose: Prose) -> None:
        self._runs: list[Run] = sorted(prose.runs, key=lambda run: run.span)

    def of(self, span: Span) -> Span:
        """The place of a stretch of the source; an empty one where a reader sees nothing of it."""
        start = self._at(span.start, at_end=False)
        return Span(start, max(start, self._at(span.end, at_end=True)))

    def _at(self, offset: int, at_end: bool) -> int:
        """The offset in the prose; of a stretch's end, behind the letter before it."""
        key = offset - 1 if at_end else offset
        found = bisect_right(self._runs, key, key=lambda run: run.span.start) - 1
        if found < 0:
            return self._runs[0].at if self._runs else 0
        run = self._runs[found]
        if offset > run.span.end:
            return run.end
        if run.decoded:
            return run.end if at_end else run.at
        return run.at + offset - run.span.start


def _blocks(prose: Prose, source: Source) -> Iterator[Block]:
    """The paragraphs that are a heading, an item of a list or a quotation, in order."""
    runs = prose.runs
    for paragraph in PARAGRAPH.finditer(prose.text):
        at = bisect_right(runs, paragraph.start(), key=attrgetter("at")) - 1
        if at < 0 or runs[at].end <= paragraph.start():
            continue
        start = runs[at].span.start
        before = source.text[max(0, start - LOOKED_AT) : start]
        kind = next((kind for kind, sign in BEFORE.items() if sign.search(before)), "")
        if kind:
            yield Block(*paragraph.span(), kind)
