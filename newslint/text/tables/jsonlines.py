"""JSON Lines: one object a line, plain or packed. A line that is none costs that article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from newslint.core.errors import os_error_reason as error_text
from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.tables.article import (
    Article,
    Columns,
    Place,
    Rows,
    Texts,
    from_row,
    refuse_unknown,
)
from newslint.text.tables.streams import TOO_LONG, UNREADABLE, RowError, lines, opened

FAULTS = UNREADABLE

LENIENT = lazy_pattern(r"\b(?:NaN|Infinity)\b")
"""Numbers that Python and others write into JSON although RFC 8259 has none."""


MARK = b"\xef\xbb\xbf"


def check(path: str, columns: Columns) -> None:
    """Check that the first object has the wanted columns."""
    with opened(path) as stream:
        try:
            found = (line for line in lines(stream.data) if line is None or line.strip())
            first = object_of(next(found, b"{}"))
        except (*FAULTS, ValueError):
            return  # reported when it is read
    if first:
        refuse_unknown(columns, list(first), path)


def articles(path: str, file: int, columns: Columns, skip: int) -> Rows:
    """The articles after the first `skip`."""
    row = 0
    try:
        with opened(path) as stream:
            for number, line in enumerate(lines(stream.data), 1):
                if line is None or line.strip():
                    if row >= skip:
                        place, where = Place(file, row), f"{path}:{number}"
                        read = stream.file.tell()
                        yield _article(line, columns, place, where)._replace(read=read)
                    row += 1
    except FAULTS as error:
        yield Article(Place(file, row), path, fault=error_text(error), whole=True)


def rows(
    path: str, *, array: bool = False, unique: bool = False, most: int = 0
) -> Iterator[tuple[int, dict[str, Any]]]:
    """All objects, each with its line; a RowError for a line that is none.

    The file may be an `array` with one object a line. With `unique`, a key that stands twice in
    an object is an error. A file of more than `most` bytes is refused, unless that is 0.
    """
    with opened(path, most) as stream:
        for number, line in enumerate(lines(stream.data), 1):
            row = line and line.strip().rstrip(b"," if array else b"")
            if row == b"" or (array and row in (b"[", b"]")):
                continue
            try:
                yield number, object_of(row, unique)
            except ValueError as error:
                raise RowError(number, str(error)) from None


def rewrite(path: str, out: IO[bytes], texts: Texts) -> None:
    """Write a copy with new texts in some rows and every other byte unchanged."""
    row = 0
    with opened(path) as stream:
        for line in lines(stream.data, out.write):
            if line is not None and not line.strip():
                out.write(line)
                continue
            changed = texts(row)
            out.write(_with(line, changed) if line and changed else line or b"")
            row += 1


def _article(line: bytes | None, columns: Columns, place: Place, where: str) -> Article:
    try:
        return from_row(object_of(line), columns, place, where)
    except ValueError as error:
        return Article(place, where, fault=str(error))


class RepeatedKeyError(ValueError):
    """A key stands twice in one object."""


def object_of(line: bytes | None, unique: bool = False) -> dict[str, Any]:
    """Parse one line as an object; a ValueError if it is none.

    With `unique`, a key that stands twice is an error; otherwise its last value counts.
    """
    if line is None:
        raise ValueError(TOO_LONG)
    try:
        text = line.removeprefix(MARK).decode()
        found = json.loads(text, object_pairs_hook=_unique if unique else None)
    except UnicodeDecodeError:
        raise ValueError("not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not valid JSON: {error.msg}, column {error.colno}") from None
    except RecursionError:
        raise ValueError("not valid JSON: nested too deep") from None
    except RepeatedKeyError as error:
        raise ValueError(f"not valid JSON: {error}") from None
    except ValueError:
        raise ValueError("not valid JSON: a number in it has too many digits") from None
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs; a RepeatedKeyError if a key stands twice."""
    keys = [key for key, _ in pairs]
    for key in keys if len(set(keys)) < len(keys) else ():
        if keys.count(key) > 1:
            raise RepeatedKeyError(f"'{key}' stands twice")
    return dict(pairs)


def _with(line: bytes, changed: Mapping[str, str]) -> bytes:
    """The line with new strings for some keys of its object."""
    from newslint.text.formats.json_tokens import strings
    from newslint.text.source import Source

    mark = MARK if line.startswith(MARK) else b""
    text = line.removeprefix(MARK).decode()
    strict = Source.from_text(LENIENT.sub(lambda found: "1" * len(found[0]), text))
    places = {path: span for path, span in strings(strict) if len(path) == 1}
    for (key,), span in sorted(places.items(), key=lambda place: -place[1].start):
        if key in changed:
            new = json.dumps(changed[str(key)], ensure_ascii=text.isascii())[1:-1]
            text = text[: span.start] + new + text[span.end :]
    return mark + text.encode("utf-8", "backslashreplace")
