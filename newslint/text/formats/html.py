"""HTML: what a browser shows, with alternative texts and titles.

The article and the navigation round it are read alike. Code, scripts, what is struck out, and
what is said to be in another language than English, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.finding import Span
from newslint.core.language import is_english
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.formats.block_flow import Flow
from newslint.text.formats.html_tokens import Tag, references, tokens
from newslint.text.prose import Piece, Prose
from newslint.text.source import Source, suffix

RESERVED = frozenset('<>&"')
"""Characters that a fix never inserts: they would be markup, or end an attribute."""


BLOCKS = frozenset(
    (
        "address article aside blockquote body button caption center dd details dialog dir div dl "
        "dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html "
        "label legend li main menu nav ol optgroup option p pre search section select summary"
        "  table tbody td template tfoot th thead title tr ul"
    ).split(" ")
)

VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split(" ")
)

LEFT_OUT = frozenset(
    (
        "audio canvas code datalist del iframe kbd math noembed noframes noscript object pre rp rt "
        "s samp script select strike style svg template textarea tt var video xmp"
    ).split(" ")
)

OBJECTS = frozenset(
    "audio canvas code embed iframe img input kbd math object samp svg tt var video".split(" ")
)
"""Elements that stand in a line and are not prose."""


SHOWN = ("alt", "title")
"""Attributes whose text is shown or read out."""


DESCRIPTIONS = frozenset(
    ("description", "og:title", "og:description", "twitter:title", "twitter:description")
)
"""Names of `meta` elements that hold a title or description of the article."""


IMPLIED = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
"""Start tags that end an element which is still open; any block ends a paragraph."""

DEEP = 64
"""How many open elements are searched for one that a start tag ends."""


DEEPEST = 2000
"""How many elements may be open; browsers stop at 512. A start tag that is deeper opens none."""


class Element(NamedTuple):
    """An open element; whether its text is left out, and whether it is English."""

    name: str
    left_out: bool = False
    english: bool = True

    @property
    def is_prose(self) -> bool:
        return self.english and not self.left_out


COMMENT_MARK = lazy_pattern(r"\s*\[[a-z]{1,2}\]\s*")
"""The raised mark of a comment in a page that Google Docs exported."""


PARAGRAPHS = lazy_pattern(r"<(?:p|br|div|body|table)\b", re.IGNORECASE)
"""Elements that separate paragraphs. A page without any uses blank lines (publishing systems)."""


TEMPLATE = lazy_pattern(
    r"""\{\{.{0,500}?\}\} | \{%.{0,500}?%\}
      | \[[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'\[\]]+))+\s*/?\] | \[/[a-z][\w-]*\]""",
    re.VERBOSE | re.DOTALL,
)
"""Templates and shortcodes, which a site generator or WordPress replaces."""


def read(source: Source) -> Prose:
    """The prose of an HTML source."""
    return Prose.of(pieces(source.text, suffix(source.path) == "xhtml"), RESERVED)


def pieces(text: str, xhtml: bool = False) -> Iterator[Piece]:
    """The prose of an HTML page or a part of one; in XHTML, any element may close itself."""
    page = Page(text)
    for token in tokens(text, xhtml):
        if isinstance(token, Piece):
            yield from page.text(token)
        elif token.closing:
            yield from page.end(token.name)
        else:
            yield from page.start(token)
            if xhtml and token.empty and token.name not in VOID:
                yield from page.end(token.name)
    yield from page.flow.end_block()


class Page:
    """The state of reading a page: the open elements and the flow of blocks."""

    def __init__(self, source: str) -> None:
        self.flow = Flow(blank_lines=not PARAGRAPHS.search(source))
        self._source = source
        self._open = [Element("")]
        self._count: dict[str, int] = {}
        self._link = ""

    def text(self, piece: Piece) -> Iterator[Piece]:
        """Text or a comment."""
        element = self._open[-1]
        if not piece.text:
            yield piece
        elif element.is_prose:
            raised = "sup" in self._count or "sub" in self._count
            numbered = raised and not any(char.isalpha() for char in piece.text)
            if numbered or (raised and COMMENT_MARK.fullmatch(piece.text)):
                yield from self.flow.object()  # a footnote, or a comment, is to be found there
            elif piece.decoded or piece.span is None:
                yield from self.flow.text(piece)
            else:
                yield from self._without_templates(piece.text, piece.span.start)

    def _without_templates(self, text: str, start: int) -> Iterator[Piece]:
        at = 0
        for found in TEMPLATE.finditer(text) if "{" in text or "[" in text else ():
            if at < found.start():
                place = Span(start + at, start + found.start())
                yield from self.flow.text(Piece(text[at : found.start()], place))
            yield from self.flow.object()
            at = found.end()
        if at < len(text):
            yield from self.flow.text(Piece(text[at:], Span(start + at, start + len(text))))

    def start(self, tag: Tag) -> Iterator[Piece]:
        """Read a start tag: block ends, objects, texts of attributes, and a new open element."""
        name = tag.name
        yield from self._end_implied(name)
        parent = self._open[-1]
        if name in BLOCKS and not parent.left_out:
            yield from self.flow.end_block()
        english = self._is_english(tag, parent.english)
        if english and not parent.left_out:
            self._keep_attributes(tag)
        if parent.is_prose:
            if name == "br":
                self.flow.line_break()
            elif name in OBJECTS or (parent.english and not english and name not in BLOCKS):
                yield from self.flow.object()
            elif name == "q":
                yield from self.flow.text(Piece("“"))
            elif name == "a" and self._is_another_link(tag):
                yield from self.flow.object()
        if name not in VOID and len(self._open) < DEEPEST:
            self._open.append(Element(name, parent.left_out or name in LEFT_OUT, english))
            self._count[name] = self._count.get(name, 0) + 1

    def end(self, name: str) -> Iterator[Piece]:
        """Close the innermost open element of this name, and all elements inside it."""
        if name == "br":
            self.flow.line_break()
        if name not in self._count:
            return
        if name in BLOCKS and not self._open[-1].left_out:
            yield from self.flow.end_block()
        ended = ""
        while ended != name:
            element = self._open.pop()
            ended = element.name
            self._count[ended] -= 1
            if not self._count[ended]:
                del self._count[ended]
            if ended == "q" and element.is_prose:
                yield from self.flow.text(Piece("”"))

    def _end_implied(self, name: str) -> Iterator[Piece]:
        ended = IMPLIED.get(name, ())
        if name in BLOCKS and "p" in self._count:
            ended = (*ended, "p")
        if self._count.keys().isdisjoint(ended):
            return
        for element in self._open[:-DEEP:-1]:
            if element.name in ended:
                yield from self.end(element.name)
                return
            if element.name in BLOCKS:
                return

    def _is_another_link(self, tag: Tag) -> bool:
        """Whether a link touches the one before it and leads elsewhere: two words, not one.

        Editors cut a link in two in the middle of a word; both then lead to the same place.
        """
        before, self._link = self._link, ""
        for attribute in tag.attributes:
            if attribute.name == "href":
                self._link = self._source[slice(*attribute.value)]
        touches = self._source.endswith(("</a>", "</A>"), 0, tag.span.start)
        return touches and self._link != before

    def _is_english(self, tag: Tag, otherwise: bool) -> bool:
        """Whether an element's text is English by its attributes; `otherwise` without any."""
        for attribute in tag.attributes:
            if attribute.name in ("lang", "xml:lang"):
                return is_english(self._source[slice(*attribute.value)])
        return otherwise

    def _keep_attributes(self, tag: Tag) -> None:
        """Keep the texts of a tag's attributes as blocks after the current one."""
        wanted: tuple[str, ...] = SHOWN
        if tag.name == "meta":
            named = {self._source[slice(*a.value)].lower() for a in tag.attributes}
            wanted = ("content",) if named & DESCRIPTIONS else ()
        for attribute in tag.attributes:
            if attribute.name in wanted:
                # An apostrophe would end a value that stands in single quotes, or in none.
                firm = self._source[attribute.value.end : attribute.value.end + 1] != '"'
                found = references(self._source, attribute.value)
                self.flow.aside(Piece(text, span, decoded or firm) for text, span, decoded in found)
