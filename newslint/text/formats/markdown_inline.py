"""The prose of the inline tokens of a Markdown block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.comments import MARK
from newslint.text.formats.markdown_content import Content
from newslint.text.prose import OBJECT, Piece

VERBATIM = lazy_pattern(r"<(/?)(script|style|pre|code|kbd|samp|var|tt|textarea|svg|math)\b", re.I)
"""Tags in a paragraph whose content is no prose."""


COMMENTS = ("<!--", "{/*", "{{/*", "{{</*")
"""Strings that open a comment in a line."""


BREAK = lazy_pattern(r"<(br|hr|wbr)\b", re.I)


class Waiting(NamedTuple):
    """Inline tokens that begin at `base`; whether a definition repeats their text."""

    tokens: list[Token]
    base: int
    is_label: bool = False


def pieces(
    tokens: Sequence[Token], content: Content, base: int, waiting: list[Waiting]
) -> Iterator[Piece]:
    """The prose of inline tokens; descriptions of pictures are put to those `waiting`."""
    inside = ""
    is_label = False
    for number, token in enumerate(tokens):
        was, inside = inside, _inside(token, inside)
        is_label = is_label and token.type != "link_close"
        if token.type == "link_open":
            closing = next(t for t in tokens[number:] if t.type == "link_close")
            is_label = _is_label(token, content, base + closing.meta["at"])
        if not was and not inside:
            shown = _prose_of(token, content, base + token.meta["at"], waiting)
            yield from map(without_place, shown) if is_label else shown
        elif not was:
            yield Piece(OBJECT)


def _is_label(token: Token, content: Content, end: int) -> bool:
    """Whether the text of a link or picture, which ends at `end`, is also its label.

    The definition repeats the label, so that an edit of the text alone would break the link.
    """
    behind = content.text[end : end + 3]
    return "label" in token.meta and (not behind.startswith("][") or behind == "][]")


def without_place(piece: Piece) -> Piece:
    """The piece without its place, so that it cannot be edited."""
    return Piece(piece.text) if piece.text else piece


def _prose_of(token: Token, content: Content, at: int, waiting: list[Waiting]) -> Iterator[Piece]:
    """The prose of one inline token."""
    kind = token.type
    if kind == "text" or (kind == "text_special" and token.content == token.markup):
        yield from content.letters(token.content, at)
    elif kind == "text_special":
        yield content.decoded(token.content, token.markup, at)
    elif kind in {"softbreak", "hardbreak"}:
        yield content.newline(at)
    elif kind in {"html_inline", "template"} and token.content.startswith(COMMENTS):
        if MARK not in token.content:
            return
        places = [piece.span for piece in content.letters(token.content, at) if piece.span]
        if places:
            yield Piece("", Span(places[0].start, places[-1].end))
    elif kind in {"code_inline", "image", "template"}:
        yield Piece(OBJECT)
        text = at + len("![")
        is_label = kind == "image" and _is_label(token, content, text + len(token.content))
        waiting.append(Waiting(token.children or [], text, is_label))
    elif kind == "html_inline" and BREAK.match(token.content):
        yield Piece("\n")


def _inside(token: Token, inside: str) -> str:
    """The element without prose that is open after `token`; empty if none."""
    if token.info == "auto":
        return "autolink" if token.nesting > 0 else ""
    tag = VERBATIM.match(token.content) if token.type == "html_inline" else None
    if not tag:
        return inside
    closing, name = tag[1], tag[2].lower()
    if closing:
        return "" if name == inside else inside
    return inside or name
