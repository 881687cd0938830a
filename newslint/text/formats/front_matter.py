"""Front matter: the copy in what a page says of itself, as YAML, TOML or JSON.

That is the values under keys that copy_fields.py knows (title, description, caption). In YAML and
TOML they stand in one line, in an indented block or between three quotes; other forms are left
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.formats.block_flow import BETWEEN
from newslint.text.formats.copy_fields import is_text
from newslint.text.formats.json_tokens import letters, strings
from newslint.text.prose import Piece
from newslint.text.source import Source

ENTRY = lazy_pattern(r"([ \t]*)(?:- )?([\w-]+)[ \t]*([:=])[ \t]*(.*?)[ \t]*")

ITEM = lazy_pattern(r"[ \t]*-[ \t]+(.*?)[ \t]*")

COMMENT = lazy_pattern(r"[ \t]#.*")

BLOCK = lazy_pattern(r"[|>][-+0-9]*")

LONG = lazy_pattern(r"(\"{3}|'{3})(?:(?!\1).)*")
"""Opens a string of several lines in TOML."""


ARTFUL = tuple("[{&*!|>%@`#?")
"""Characters that begin a YAML value other than plain text."""


ESCAPES = lazy_pattern(r'\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))')
"""Escapes of YAML and TOML that JSON does not have."""


_DATE = lazy_pattern(
    r"""^[ \t]*["']?(?:date|published|pubdate|publishdate|publish_date|published_at)["']?[ \t]*"""
    r"""[:=][ \t]*["']?((?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)""",
    re.IGNORECASE | re.MULTILINE,
)


def date(text: str) -> str:
    r"""The date of the article that front matter gives (ISO 8601), without a time; empty if none.

    >>> date("title: Ferry\ndate: 2024-03-06T08:00:00Z\n")
    '2024-03-06'
    """
    found = _DATE.search(text)
    return found[1] if found else ""


def is_whole(source: Source, span: Span) -> bool:
    """Whether the text between fences is front matter; JSON must be valid."""
    try:
        return source.text[span.start] != "{" or any(True for _ in strings(source, span))
    except SourceError:
        return False


def pieces(source: Source, lines: Sequence[Span]) -> Iterator[Piece]:
    """The copy in the lines of front matter; each value ends a paragraph."""
    if lines and source.text[lines[0].start] == "{":
        return _of_json(source, Span(lines[0].start, lines[-1].end))
    return _of_lines(source.text, lines)


def _of_json(source: Source, span: Span) -> Iterator[Piece]:
    for path, place in strings(source, span):
        names = ["", "", *(step for step in path if isinstance(step, str))]
        if is_text(names[-1], names[-2]):
            yield from letters(source.text, place)
            yield BETWEEN


def _of_lines(text: str, lines: Iterable[Span]) -> Iterator[Piece]:
    """The copy of YAML and TOML."""
    key_is_text = in_block = False
    closing, indent = "", 0
    for line in lines:
        line_text = text[slice(*line)]
        depth = len(line_text) - len(line_text.lstrip())
        entry, item = ENTRY.fullmatch(line_text), ITEM.fullmatch(line_text)
        if closing:
            if closing in line_text:
                closing = ""
            elif in_block and line_text.strip() and "\\" not in line_text:
                yield from _text(line_text.strip(), line.start + depth)
            in_block = in_block and bool(closing)
        elif in_block and (depth > indent or not line_text.strip()):
            if line_text.strip():
                yield from _text(line_text.strip(), line.start + depth)
        elif entry:
            key_is_text = is_text(entry[2])
            indent = len(entry[1])
            long = LONG.fullmatch(entry[4])
            closing = long[1] if long else ""
            in_block = key_is_text and bool(long or BLOCK.fullmatch(entry[4]))
            if key_is_text and not in_block:
                yield from _value(text, Span(*(line.start + at for at in entry.span(4))))
        elif item and key_is_text:
            yield from _value(text, Span(*(line.start + at for at in item.span(1))))


def _value(text: str, span: Span) -> Iterator[Piece]:
    """A value in one line: plain, or in quotes of either kind."""
    value = text[slice(*span)]
    quote = value[:1]
    if quote in ('"', "'"):
        end = value.rfind(quote)
        inner = Span(span.start + 1, span.start + end)
        if end == 0 or COMMENT.sub("", value[end + 1 :]).strip() or ESCAPES.search(value):
            return
        if quote == '"':
            yield from letters(text, inner)
        else:
            # An apostrophe would end it, so it is changed as a whole or not at all.
            yield Piece(value[1:end].replace("''", "'"), inner, True)
        yield BETWEEN
    elif value and not value.startswith(ARTFUL):
        yield from _text(COMMENT.sub("", value).rstrip(), span.start)


def _text(words: str, at: int) -> Iterator[Piece]:
    yield Piece(words, Span(at, at + len(words)))
    yield BETWEEN
