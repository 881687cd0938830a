"""Split HTML or XML into tags, text and comments, each with its place.

The rules are those of the HTML standard's tokenizer, as far as they say what is text: see
docs/decisions/0008. Nothing is ever an error here, and the time grows with the length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.comments import MARK
from newslint.text.prose import Piece

SPACE = " \t\n\f\r"

NAME = lazy_pattern(rf"</?([A-Za-z_:][^{SPACE}/>]*)")

XML_NAME = lazy_pattern(rf"</?([^{SPACE}/>!?][^{SPACE}/>]*)")

ATTRIBUTE = lazy_pattern(rf"[{SPACE}/]*([^{SPACE}/>][^{SPACE}/>=]*)(?:[{SPACE}]*=[{SPACE}]*)?")

BARE_VALUE = lazy_pattern(rf"[^{SPACE}>]*")

EQUALS = lazy_pattern(rf"=[{SPACE}]*\Z")

COMMENT_END = lazy_pattern(r"--!?>")

SUBSET = lazy_pattern(r"<!DOCTYPE[^\[>]*\[")

SUBSET_END = lazy_pattern(rf"\][{SPACE}]*>")


XML_DECLARATION = lazy_pattern(
    r"""<!(?:[^\["'>]|"[^"]*"|'[^']*')*+"""
    r"""(?:\[(?:<!--(?s:.*?)-->|<\?(?s:.*?)\?>|"[^"]*"|'[^']*'|[^\]])*+\][^>]*+)?>"""
)
"""An XML declaration, with the comments and instructions in its subset."""


REFERENCE = lazy_pattern(
    r"&(?:#[0-9]{1,9}(?![0-9]);?|#[xX][0-9a-fA-F]{1,8}(?![0-9a-fA-F]);?"
    r"|([A-Za-z][A-Za-z0-9]{0,31};?))"
)

RAW = frozenset("script style xmp iframe noembed noframes textarea".split(" "))
"""Elements of HTML whose content is neither text nor tags. (A text area's is, but is no copy.)"""


LONGEST = 500
"""Maximum length of a template of ERB, JSP and the like, which is no tag."""


MOST = 1000
"""Maximum number of attributes read of one tag."""


class Attribute(NamedTuple):
    """An attribute: its name in small letters, and the place of its value."""

    name: str
    value: Span


class Tag(NamedTuple):
    """A tag with its name in small letters."""

    name: str
    attributes: tuple[Attribute, ...]
    span: Span
    closing: bool = False
    empty: bool = False


def tokens(text: str, xml: bool = False) -> Iterator[Tag | Piece]:
    """Tags, pieces of text and comments that speak to newslint, in order."""
    at = 0
    while at < len(text):
        if text[at] != "<":
            end = text.find("<", at)
            end = len(text) if end < 0 else end
            yield from references(text, Span(at, end))
        elif name := (XML_NAME if xml else NAME).match(text, at):
            tag = _tag(text, name)
            if tag is None:
                return
            end = tag.span.end
            yield tag
            if not xml and tag.name in RAW and not tag.closing:
                end = _raw_end(text, tag)
        elif text.startswith("<![CDATA[", at) and xml:
            end = _after(text, "]]>", at)
            yield Piece(text[at + 9 : end - 3], Span(at + 9, end - 3))
        elif (
            not xml
            and text.startswith("<%", at)
            and (close := text.find("%>", at, at + LONGEST)) > 0
        ):
            end = close + 2
        elif text[at + 1 : at + 2] in ("!", "?", "/"):
            end = _xml_markup_end(text, at) if xml else _markup_end(text, at)
            if text.startswith("<!--", at) and MARK in text[at:end]:
                yield Piece("", Span(at, end))
        else:
            end = at + 1
            yield Piece("<", Span(at, end))
        at = end


def references(text: str, span: Span) -> Iterator[Piece]:
    """The text of `span` with its character references decoded."""
    at = span.start
    while at < span.end:
        ampersand = text.find("&", at, span.end)
        if ampersand < 0:
            break
        found = REFERENCE.match(text, ampersand, span.end)
        letters, end = _meaning(found) if found else ("", ampersand + 1)
        if letters:
            if at < ampersand:
                yield Piece(text[at:ampersand], Span(at, ampersand))
            yield Piece(letters, Span(ampersand, end), True)
        else:
            yield Piece(text[at:end], Span(at, end))
        at = end
    if at < span.end:
        yield Piece(text[at : span.end], Span(at, span.end))


def _meaning(found: re.Match[str]) -> tuple[str, int]:
    """The text of a reference (empty if it is none), and the offset of its end."""
    name = found[1]
    if name is None:
        return unescape(found[0]), found.end()
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], found.start() + 1 + length
    return "", found.end()


def _tag(text: str, name: re.Match[str]) -> Tag | None:
    """The tag that begins here; None if the text ends inside it."""
    attributes: list[Attribute] = []
    at = name.end()
    while True:
        found = ATTRIBUTE.match(text, at)
        if not found:
            close = text.find(">", at)
            if close < 0:
                return None
            span = Span(name.start(), close + 1)
            closing = text[name.start() + 1] == "/"
            return Tag(name[1].lower(), tuple(attributes), span, closing, text[close - 1] == "/")
        at = found.end()
        if not EQUALS.search(found[0], len(found[1])):
            continue
        quote = text[at : at + 1]
        if quote in ('"', "'") and quote:
            end = text.find(quote, at + 1)
            if end < 0:
                return None
            value = Span(at + 1, end)
            at = end + 1
        else:
            bare = BARE_VALUE.match(text, at)
            at = bare.end() if bare else at
            value = Span(found.end(), at)
        if len(attributes) < MOST:
            attributes.append(Attribute(found[1].lower(), value))


def _raw_end(text: str, tag: Tag) -> int:
    """The end of a raw element's content: at its end tag, or the end of the text."""
    found = re.compile(rf"</{tag.name}(?=[{SPACE}/>])", re.IGNORECASE).search(text, tag.span.end)
    return found.start() if found else len(text)


def _markup_end(text: str, at: int) -> int:
    """The end of a comment, a declaration or an instruction."""
    if not text.startswith("<!--", at):
        subset = SUBSET.match(text, at)
        closed = SUBSET_END.search(text, subset.end()) if subset else None
        return closed.end() if closed else _after(text, ">", at)
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, at):
            return at + len(short)
    end = COMMENT_END.search(text, at + 4)
    return end.end() if end else len(text)


def _xml_markup_end(text: str, at: int) -> int:
    """The end of a comment, a declaration or an instruction of XML."""
    for begin, end in (("<!--", "-->"), ("<?", "?>")):
        if text.startswith(begin, at):
            return _after(text, end, at + len(begin))
    found = XML_DECLARATION.match(text, at)
    return found.end() if found else len(text)


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)
