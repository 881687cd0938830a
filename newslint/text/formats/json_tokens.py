"""The strings of a JSON text, each with its place and the path that leads to it.

Python's json module gives values without places, so this reads the grammar of RFC 8259 itself.
It keeps no values, so neither a repeated key nor the size of a number matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.errors import SourceError
from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple
from newslint.text.prose import Piece
from newslint.text.source import Source

TOKEN = lazy_pattern(
    r"""[ \t\r\n]*+(?:
      (?P<mark>[{}\[\]:,])
    | "(?P<string>(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"
    | (?P<other>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null)
    )""",
    re.VERBOSE,
)

BLANK = lazy_pattern(r"[ \t\r\n]*+")

ESCAPE = lazy_pattern(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")

MEANINGS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

DEEPEST = 2000
"""Maximum depth of nesting."""


Path = tuple[str | int, ...]


class String(NamedTuple):
    """A string value: its path (keys and indices), and the place of the text in its quotes."""

    path: Path
    span: Span


def strings(source: Source, span: Span | None = None) -> Iterator[String]:
    """Every string value of the JSON text in `span`; a SourceError if it is not valid.

    >>> source = Source.from_text('{"a": ["x", 1, {"b": "y"}]}')
    >>> [string.path for string in strings(source)]
    [('a', 0), ('a', 2, 'b')]
    """
    tokens = _Tokens(source, *(span or (0, len(source.text))))
    path: list[str | int] = []
    while True:
        value = tokens.take()
        if value["mark"] in ("{", "["):
            if tokens.opens(path, value["mark"]):
                continue
        elif value["mark"]:
            raise tokens.fault(value.start("mark"))
        elif value["string"] is not None:
            yield String(tuple(path), Span(*value.span("string")))
        if not tokens.goes_on(path):
            break
    tokens.finish()


class _Tokens:
    """Takes the tokens of a stretch of text one by one."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source = source
        self._at = start
        self._end = end

    def take(self) -> re.Match[str]:
        """The next token."""
        found = TOKEN.match(self._source.text, self._at, self._end)
        if not found:
            raise self.fault(self._blank_end())
        self._at = found.end()
        return found

    def opens(self, path: list[str | int], mark: str) -> bool:
        """Enter an object or an array, up to its first value; False if it is empty."""
        if len(path) == DEEPEST:
            raise self.fault(self._at - 1, f"nested more than {DEEPEST} deep")
        if self._next_is("}" if mark == "{" else "]"):
            self.take()
            return False
        path.append(0)
        if mark == "{":
            self._key(path)
        return True

    def goes_on(self, path: list[str | int]) -> bool:
        """After a value, go to the next one, leaving what ends here; False at the end of all."""
        while path:
            found = self.take()
            if found["mark"] == ",":
                last = path[-1]
                if isinstance(last, int):
                    path[-1] = last + 1
                else:
                    self._key(path)
                return True
            if found["mark"] != _closing(path):
                raise self.fault(found.end() - len(found[0].lstrip()))
            path.pop()
        return False

    def finish(self) -> None:
        """Check that only white space follows."""
        if self._blank_end() < self._end:
            raise self.fault(self._blank_end())

    def fault(self, at: int, what: str = "not valid JSON") -> SourceError:
        """The SourceError for a fault at `at`."""
        line, column = self._source.line_column(at)
        return SourceError(self._source.path, f"{what}: line {line}, column {column}")

    def _key(self, path: list[str | int]) -> None:
        key = self.take()
        if key["string"] is None or not self._next_is(":"):
            raise self.fault(key.end() - (key["string"] is None))
        self.take()
        path[-1] = string_value(self._source.text, Span(*key.span("string")))

    def _next_is(self, mark: str) -> bool:
        return self._source.text.startswith(mark, self._blank_end(), self._end)

    def _blank_end(self) -> int:
        blank = BLANK.match(self._source.text, self._at, self._end)
        return blank.end() if blank else self._at


def _closing(path: list[str | int]) -> str:
    return "]" if isinstance(path[-1], int) else "}"


def string_value(text: str, span: Span) -> str:
    r"""The decoded value of the string in `span`.

    >>> string_value(r'"Zo\u00eb"', Span(1, 9))
    'Zoë'
    """
    raw = text[slice(*span)]
    return ESCAPE.sub(lambda escape: _meaning(escape[0]), raw) if "\\" in raw else raw


def letters(text: str, span: Span) -> Iterator[Piece]:
    """The decoded value as pieces, each with its place."""
    at = span.start
    for escape in ESCAPE.finditer(text, *span):
        if at < escape.start():
            yield Piece(text[at : escape.start()], Span(at, escape.start()))
        yield Piece(_meaning(escape[0]), Span(*escape.span()), True)
        at = escape.end()
    if at < span.end:
        yield Piece(text[at : span.end], Span(at, span.end))


def _meaning(escape: str) -> str:
    if escape[1] != "u":
        return MEANINGS.get(escape[1], escape[1])
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be", "replace")
