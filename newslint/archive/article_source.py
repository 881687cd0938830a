"""Title and text of an article as one Source, so that a name in both is one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.finding import Edit, Span
from newslint.core.record import NamedTuple
from newslint.text.edits import apply
from newslint.text.formats.block_flow import BETWEEN
from newslint.text.formats.html import RESERVED
from newslint.text.formats.json_articles import MARKUP, page
from newslint.text.prose import Piece, Prose
from newslint.text.source import Source
from newslint.text.tables.article import TEXT, TITLE


class ArticleSource(NamedTuple):
    """Title and text as one source, plain text or, if it looks like that, HTML."""

    title: str
    text: str

    @property
    def source(self) -> Source:
        """Title and text in one source, with a separator in which no rule finds anything."""
        return Source.from_text(f"{self.title}{BETWEEN.text}{self.text}", "article")

    @property
    def parts(self) -> tuple[tuple[str, Span], ...]:
        """Each part and its place in the source."""
        begin = len(self.title) + len(BETWEEN.text)
        return (TITLE, Span(0, len(self.title))), (TEXT, Span(begin, begin + len(self.text)))

    @property
    def prose(self) -> Prose:
        """The prose of title and text."""
        marked = MARKUP.search(self.title) or MARKUP.search(self.text)
        return Prose.of(self._pieces(), RESERVED if marked else frozenset())

    def place_in_part(self, span: Span) -> tuple[str, Span]:
        """The part that contains a place of the source, and the place in that part."""
        part, (begin, _) = next(p for p in reversed(self.parts) if p[1].start <= span.start)
        return part, _move(span, -begin)

    def edited(self, edits: Iterable[Edit]) -> ArticleSource:
        """The article source after some edits of its source."""
        made: dict[str, list[Edit]] = {TITLE: [], TEXT: []}
        for span, new in edits:
            part, place = self.place_in_part(span)
            made[part].append(Edit(place, new))
        return ArticleSource(apply(self.title, made[TITLE]), apply(self.text, made[TEXT]))

    def _pieces(self) -> Iterator[Piece]:
        between = False
        for value, (_, span) in zip(self, self.parts, strict=True):
            if value.strip():
                if between:
                    yield BETWEEN
                between = True
                for text, place, decoded in page(value, Prose.plain(value).pieces):
                    yield Piece(text, place and _move(place, span.start), decoded)


def _move(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
