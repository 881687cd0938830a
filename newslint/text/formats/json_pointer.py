"""Find the strings of a JSON file that hold some places, and the JSON Pointer of each.

A program that has parsed the file knows values and their pointers, and not where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.core.finding import Span
from newslint.core.record import NamedTuple
from newslint.text.formats.json_tokens import Path, String, string_value, strings
from newslint.text.source import Source, suffix

LINES = ("jsonl", "ndjson")
"""Suffixes of files with a JSON text in each line."""


class Value(NamedTuple):
    """A stretch of a string value: the path to the value, and offsets in the decoded value.

    `pointer` is a JSON Pointer (RFC 6901), in JSON Lines from the value of the line; `start` and
    `end` are code points, an escape being the one letter that it stands for.
    """

    pointer: str
    start: int
    end: int


def values(source: Source, spans: Sequence[Span]) -> list[Value | None]:
    r"""The Value for each of `spans`, in reading order; None for one outside string values.

    >>> source = Source.from_text(r'{"a/b": ["x", "caf\u00e9 teh"]}', "a.json")
    >>> values(source, [Span(25, 28)])
    [Value(pointer='/a~1b/1', start=5, end=8)]
    """
    holding = {span.start: string for span, string in _in_strings(source, spans)}
    return [_value(source.text, span, holding.get(span.start)) for span in spans]


def _in_strings(source: Source, spans: Sequence[Span]) -> Iterator[tuple[Span, String]]:
    """Those of `spans` that begin in a string value, each with that value."""
    at = 0
    for stretch in _texts(source, spans):
        for string in strings(source, stretch):
            while at < len(spans) and spans[at].start < string.span.start:
                at += 1
            while at < len(spans) and spans[at].start <= string.span.end:
                yield spans[at], string
                at += 1


def _texts(source: Source, spans: Iterable[Span]) -> Iterator[Span]:
    """The JSON texts that `spans` stand in: the file, or lines of it."""
    text = source.text
    if suffix(source.path) not in LINES:
        yield Span(0, len(text))
        return
    end = -1
    for span in spans:
        if span.start > end:
            begin = text.rfind("\n", 0, span.start) + 1
            end = text.find("\n", span.start)
            end = len(text) if end < 0 else end
            yield Span(begin, end)


def _value(text: str, span: Span, string: String | None) -> Value | None:
    if string is None:
        return None
    begin, stop = string.span
    start, end = (len(string_value(text, Span(begin, min(at, stop)))) for at in span)
    return Value(_pointer(string.path), start, end)


def _pointer(path: Path) -> str:
    """The path to a value as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
