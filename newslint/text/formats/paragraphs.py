"""Join the paragraphs of a word processor's file, with blank lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.text.prose import Piece, Prose

BETWEEN = "\n\n"
"""Stands between two paragraphs."""


def joined(paragraphs: Iterable[Prose]) -> Iterator[Piece]:
    """The pieces of all paragraphs that have words, with blank lines between them."""
    written = False
    for paragraph in paragraphs:
        if paragraph.text.strip():
            if written:
                yield Piece(BETWEEN)
            written = True
            yield from _one_line_each(paragraph.pieces())


def _one_line_each(paragraph: Iterable[Piece]) -> Iterator[Piece]:
    """A paragraph in which each line break is a space, so that none looks like its end."""
    last = ""
    for text, span, decoded in paragraph:
        plain = text.replace("\n", " ") if not decoded or last.endswith("\n") else text
        last = plain
        yield Piece(plain, span, decoded or plain != text)
