"""XML: each item is an article: NITF, NewsML-G2, RSS, Atom.

An XML parser says whether it is well-formed; html_tokens.py says where everything stands. Entities
that a file declares itself are refused, and nothing outside the file is ever read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from xml.parsers import expat

from newslint.core.errors import SourceError
from newslint.core.language import is_english
from newslint.core.record import NamedTuple
from newslint.text.formats.block_flow import Flow
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.html import RESERVED
from newslint.text.formats.html_tokens import Tag, references, tokens
from newslint.text.formats.json_articles import page
from newslint.text.formats.json_tokens import DEEPEST
from newslint.text.prose import Piece, Prose, ProseBuilder
from newslint.text.source import Source

ITEMS = frozenset(("newsitem", "nitf", "packageitem", "conceptitem", "item", "entry"))
"""Elements that are one article each, unless they are inside another."""


TEXTS = frozenset(
    (
        "body.content by byline creator creditline datacontent dateline encoded hedline hl1 hl2 "
        "inlinedata keywordline media-caption newslinetext"
    ).split(" ")
)
"""Elements of copy that copy_fields.py does not have."""


ESCAPED = frozenset("content datacontent description encoded inlinedata summary".split(" "))
"""Elements whose text may be a page of HTML, as may that of any whose `type` is `html`."""

DATA = frozenset((("encoding", "base64"), ("contenttype", "image"), ("type", "image")))
"""Attributes which say that an element's content is no text."""


IN_LINE = frozenset(
    (
        "a abbr acronym b bdi bdo bibliography big br chron cite city classifier country del "
        "dfn em event fixture font frac frac-den frac-num frac-sep function i inlineref ins "
        "lang location mark money name.family name.given num object.title org person "
        "postaddr pronounce q region s small span state story.date strong sub sublocation sup time "
        "u virtloc wbr"
    ).split(" ")
)

LEFT_OUT = frozenset("code del pre script style svg math media-metadata".split(" "))


ATTRIBUTES = frozenset((("keyword", "key"), ("media-reference", "alternate-text"), ("img", "alt")))
"""Attributes that hold copy."""

LANGUAGE = ("xml:lang", "lang", "baselang")
"""Attributes that say in what language an element is; `baselang` is NITF's."""

TELLS_LANGUAGE = ("tag", "formalname")
"""Attributes of `language` that say in what language an item is: of NewsML-G2, and of NewsML 1."""

SPEAK_FOR_ITEM = frozenset("channel contentmeta descriptivemetadata entry feed item".split(" "))
"""Elements whose `language` is that of the copy; elsewhere it is that of a film or a reader."""


class Element(NamedTuple):
    """An open element; whether its text is copy, is English, and may be a page of HTML."""

    name: str
    is_copy: bool = False
    english: bool = True
    escaped: bool = False


def articles(source: Source, chosen: Collection[str] = ()) -> Iterator[Prose]:
    """The prose of each item of an XML text, in turn."""
    check(source)
    reader = Reader(source, chosen)
    for token in tokens(source.text, xml=True):
        if isinstance(token, Piece):
            reader.text(token)
        elif token.closing:
            yield from reader.end()
        else:
            yield from reader.start(token)
    yield from reader.finish()


def check(source: Source) -> None:
    """Raise a SourceError for XML that is not well-formed or declares its own entities."""

    def refuse(name: str, *more: object) -> None:
        raise SourceError(
            source.path, f"declares the entity '{name}', which newslint does not read"
        )

    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(source.text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        reason = expat.ErrorString(error.code)
        raise SourceError(source.path, f"not well-formed XML: {place} ({reason})") from None


class Reader:
    """The state of reading a file: the open elements and the prose of the current item."""

    def __init__(self, source: Source, chosen: Collection[str]) -> None:
        self._source = source
        self._text = source.text
        self._chosen = {_local(name.lower()) for name in chosen}
        self._open = [Element("")]
        self._item = 0
        self._waiting: ProseBuilder | None = None
        self._language = ""
        self._begin()

    def text(self, piece: Piece) -> None:
        """Text or a comment."""
        element = self._open[-1]
        if not piece.text:
            self._gather((piece,))
        elif element.name == "language":
            self._language += piece.text
        elif element.is_copy and element.english:
            if element.escaped:
                self._waiting = self._waiting or ProseBuilder()
                self._waiting.add(piece)
            else:
                self._gather(self._flow.text(piece))

    def start(self, tag: Tag) -> Iterator[Prose]:
        """Read a start tag; one that begins an item ends the prose before it."""
        self._read_waiting()
        above = self._open[-1]
        name = _local(tag.name)
        if name in ITEMS and not self._item:
            yield from self.finish()
            self._item = len(self._open)
        values = {a.name: self._text[slice(*a.value)].lower() for a in tag.attributes}
        is_copy = self._is_copy(name, above) and not _is_data(values)
        if name not in IN_LINE or is_copy > above.is_copy:
            self._gather(self._flow.end_block())
        if name == "br":
            self._flow.line_break()
        if name == "language":
            self._language = next((values[key] for key in TELLS_LANGUAGE if key in values), "")
        stated = next((values[key] for key in LANGUAGE if key in values), None)
        english = above.english if stated is None else is_english(stated)
        escaped = name in ESCAPED or values.get("type") in ("html", "text/html")
        if english:
            for attribute in tag.attributes:
                if (name, attribute.name) in ATTRIBUTES:
                    self._flow.aside(references(self._text, attribute.value))
        if len(self._open) > DEEPEST:
            line, column = self._source.line_column(tag.span.start)
            where = f"line {line}, column {column}"
            raise SourceError(self._source.path, f"nested more than {DEEPEST} deep: {where}")
        self._open.append(Element(name, is_copy, english, escaped))
        if tag.empty:
            yield from self.end()

    def end(self) -> Iterator[Prose]:
        """Read an end tag; that of an item yields its prose."""
        self._read_waiting()
        name, is_copy, *_ = self._open.pop()
        if name not in IN_LINE or is_copy > self._open[-1].is_copy:
            self._gather(self._flow.end_block())
        if name == "language" and self._open[-1].name in SPEAK_FOR_ITEM:
            self._note_language(self._language)
        if self._item == len(self._open) and self._item:
            self._item = 0
            yield from self.finish()

    def finish(self) -> Iterator[Prose]:
        """Yield the prose gathered so far, if there is any and it is in English."""
        self._gather(self._flow.end_block())
        if not self._is_empty and (not self._languages or any(self._languages)):
            yield self._gathered.prose(RESERVED)
        self._begin()

    def _begin(self) -> None:
        # Wire copy comes as text of many paragraphs in one element, too.
        self._flow = Flow(blank_lines=True)
        self._gathered = ProseBuilder()
        self._is_empty = True
        self._languages: set[bool] = set()

    def _note_language(self, language: str) -> None:
        """Note the language that an element gives for its item or channel.

        It may stand behind the headline. An item in several languages is read if one is English.
        """
        self._languages.add(is_english(language))
        if self._open[-1].name == "channel" and not any(self._languages):
            self._open[-1] = self._open[-1]._replace(english=False)

    def _gather(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self._gathered.add(piece)
            self._is_empty = False

    def _is_copy(self, name: str, above: Element) -> bool:
        if name in LEFT_OUT:
            return False
        named = is_text(name, above.name, self._chosen) or (not self._chosen and name in TEXTS)
        return named or above.is_copy

    def _read_waiting(self) -> None:
        """Read the text of an element that may be a page of its own."""
        waiting, self._waiting = self._waiting, None
        if waiting:
            prose = waiting.prose()
            for piece in page(prose.text, prose.pieces):
                self._gather(self._flow.text(piece))


def _is_data(values: Mapping[str, str]) -> bool:
    """Whether an element with attributes of these `values` holds a picture or the like."""
    return any(values.get(name, "").partition("/")[0] == value for name, value in DATA)


def _local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]
