"""Word: where a DOCX has its copy.

A DOCX is a zip of XML, whose text is split into runs (`w:r`) of paragraphs (`w:p`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.formats.html_tokens import tokens
from newslint.text.formats.paragraphs import joined
from newslint.text.formats.zipped_copy import Layout, read, unpacked
from newslint.text.prose import OBJECT, Piece, Prose, ProseBuilder
from newslint.text.source import Source

__all__ = ["decoded", "read"]

LEFT_OUT = frozenset(("w:del", "w:movefrom", "w:rt", "mc:fallback"))
"""Elements without copy: deleted or moved text, pronunciation guides, and second versions of text
for old versions of Word."""


HIDDEN = lazy_pattern(r"""<w:vanish(?!\s[^>]*\bw:val=["'](?:0|false|off)["'])""")

SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:nobreakhyphen": "\u2011", "w:sym": OBJECT}

BARE = lazy_pattern(r"<w:t>([^<]*)</w:t>")


def _pieces(xml: str) -> Iterator[Piece]:
    return joined(_paragraphs(xml))


def _paragraphs(xml: str) -> Iterator[Prose]:
    """The paragraphs of a part; one nested in another comes first."""
    paragraphs: list[ProseBuilder] = []
    left_out = 0
    in_text = in_run = hidden = False
    for token in tokens(xml, xml=True):
        if isinstance(token, Piece):
            if in_text and paragraphs and token.text and not left_out and not hidden:
                paragraphs[-1].add(token)
        elif token.name in LEFT_OUT:
            left_out += 0 if token.empty else -1 if token.closing else 1
        elif token.name == "w:r":
            in_run, hidden = not token.closing, False
        elif token.name == "w:vanish":
            hidden = in_run and bool(HIDDEN.match(xml, token.span.start))
        elif token.name == "w:t":
            in_text = not token.closing and not token.empty
        elif token.name in SIGNS and paragraphs and not left_out and not token.closing:
            paragraphs[-1].add(Piece(SIGNS[token.name], token.span, True))
        elif token.name == "w:p" and not token.closing and not token.empty:
            paragraphs.append(ProseBuilder())
        elif token.name == "w:p" and token.closing and paragraphs:
            yield paragraphs.pop().prose()


def _preserving(old: str, new: str) -> str:
    """`new` XML with white space kept at the ends of texts that had none there in `old`."""
    before = [text[1] for text in BARE.finditer(old)]
    texts = iter(before)

    def kept(text: re.Match[str]) -> str:
        content = text[1]
        if content == next(texts, content) or content == content.strip():
            return text[0]
        return f'<w:t xml:space="preserve">{content}</w:t>'

    return BARE.sub(kept, new) if len(before) == len(BARE.findall(new)) else new


LAYOUT = Layout(
    "DOCX",
    re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml"),
    "word/document.xml",
    _pieces,
    _preserving,
)


def decoded(data: bytes, path: str) -> Source:
    """The source in the bytes of an DOCX."""
    return unpacked(data, path, LAYOUT)
