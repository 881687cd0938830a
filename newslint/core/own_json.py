"""Reads JSON that newslint wrote, without the package json, whose import takes long.

The scanner is the one that json uses, and says what is wrong as json does.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    from _json import make_scanner
except ImportError:
    from json.scanner import make_scanner


class _Usual:
    """What json does by default."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float


_scan = make_scanner(_Usual)  # type: ignore[arg-type]


def read_json(text: str) -> Any:
    """The value of a text that is JSON and nothing else; a ValueError if it is not.

    >>> read_json('{"places": [1, 2.5]}')
    {'places': [1, 2.5]}
    """
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError("more than JSON")
    return value
