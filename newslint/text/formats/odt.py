"""OpenDocument text (LibreOffice): where an ODT has its copy.

An ODT is a zip of XML, whose text stands directly in paragraphs (`text:p`) and headings (`text:h`),
in spans or not. The specification is OpenDocument 1.3, part 3 (OASIS, 2021), sections 5 and 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.text.formats.html_tokens import tokens
from newslint.text.formats.paragraphs import joined
from newslint.text.formats.zipped_copy import Layout, read, unpacked
from newslint.text.prose import OBJECT, Piece, Prose, ProseBuilder
from newslint.text.source import Source

__all__ = ["decoded", "read"]

LEFT_OUT = frozenset(
    (
        *("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text"),
        *("text:table-of-content", "text:alphabetical-index", "text:illustration-index"),
        *("svg:title", "svg:desc", "office:forms", "text:sequence-decls", "draw:object"),
    )
)
"""Elements without copy: deleted text, comments, marks of notes, generated lists."""

PARAGRAPHS = ("text:p", "text:h")

SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}

FIELDS = frozenset(("text:page-number", "text:page-count", "text:date", "text:time"))
"""Elements whose text the program writes by itself."""


def _pieces(xml: str) -> Iterator[Piece]:
    return joined(_paragraphs(xml))


def _paragraphs(xml: str) -> Iterator[Prose]:
    """The paragraphs of a part; one nested in another comes first."""
    paragraphs: list[ProseBuilder] = []
    left_out = 0
    for token in tokens(xml, xml=True):
        if isinstance(token, Piece):
            if paragraphs and token.text and not left_out:
                paragraphs[-1].add(token)
        elif token.name in LEFT_OUT or token.name in FIELDS:
            if token.name in FIELDS and not token.closing and paragraphs:
                paragraphs[-1].add(Piece(OBJECT))
            left_out += 0 if token.empty else -1 if token.closing else 1
        elif token.name in SIGNS and paragraphs and not left_out and not token.closing:
            paragraphs[-1].add(Piece(SIGNS[token.name], token.span, True))
        elif token.name in PARAGRAPHS and not token.closing and not token.empty:
            paragraphs.append(ProseBuilder())
        elif token.name in PARAGRAPHS and token.closing and paragraphs:
            yield paragraphs.pop().prose()


def _as_edited(_: str, new: str) -> str:
    """The XML after an edit: white space needs no mark here."""
    return new


LAYOUT = Layout("ODT", re.compile(r"(?:content|styles)\.xml"), "content.xml", _pieces, _as_edited)


def decoded(data: bytes, path: str) -> Source:
    """The source in the bytes of an ODT."""
    return unpacked(data, path, LAYOUT)
