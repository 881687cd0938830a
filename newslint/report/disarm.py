"""Text that no terminal and no runner of CI jobs obeys, whoever wrote what is in it.

GitHub, Azure and TeamCity read commands out of a job's output: `::name::` behind nothing but white
space, `##[name]`, `##vso[...]` and `##teamcity[...]` anywhere. What is written for people gets an
invisible letter in there, what is written for tools the same letters as an escape.
"""

from __future__ import annotations

import re

from newslint.report.terminal_text import PICTURES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

JOINER = "\u2060"
"""A word joiner: it has no width and is no white space."""


_COMMAND = (
    r"(?mi)(?:^|[\r\x85\u2028\u2029])[^\S\r\n\x85\u2028\u2029]*:(?=:)|##(?=\[|vso\[|teamcity\[)"
)

_CONTROL = "[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
"""Control characters that terminals obey and neither JSON nor XML escapes."""


_COMMAND_BYTES = (
    rb"(?mi)(?:^|\r|\xc2\x85|\xe2\x80[\xa8\xa9])"
    rb"(?:[^\S\r\n]|\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
    rb"|\xef\xbb\xbf)*:(?=:)|##(?=\[|vso\[|teamcity\[)"
)

_CONTROL_BYTES = (
    rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\xc2[\x80-\x9f]"
    rb"|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]"
)


def for_people(text: str) -> str:
    """Text without commands for CI runners; the caller handles control characters.

    >>> for_people("the ##[add-mask]x") == "the #\u2060#[add-mask]x"
    True
    """
    if "::" not in text and "##" not in text:
        return text
    return re.sub(_COMMAND, lambda found: f"{found[0][:-1]}{JOINER}{found[0][-1]}", text)


def bytes_for_people(data: bytes) -> bytes:
    """Bytes of any encoding without commands and with pictures of control characters.

    A line end may be CR LF; NUL is left alone, since terminals pass over it and UTF-16 needs it.
    """
    shown = re.sub(_CONTROL_BYTES, _picture, data)
    joiner = JOINER.encode()
    return re.sub(_COMMAND_BYTES, lambda found: found[0][:-1] + joiner + found[0][-1:], shown)


def _picture(found: re.Match[bytes]) -> bytes:
    code = ord(found[0].decode())
    return ("\u240d" if code == 0x0D else PICTURES.get(code, "\ufffd")).encode()


def as_json(value: Any) -> str:
    r"""A value as JSON with commands and control characters escaped.

    >>> as_json({"text": "a ##[b]\x9b é"})
    '{"text": "a \\u0023#[b]\\u009b é"}'
    """
    import json

    text = json.dumps(value, ensure_ascii=False)
    if text.isascii() and "##" not in text and "\x7f" not in text:
        return text
    text = re.sub(_CONTROL, _unicode_escape, text)
    return re.sub(r"(?i)#(?=#(?:\[|vso\[|teamcity\[))", _unicode_escape, text)


def _unicode_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def in_markup(text: str) -> str:
    """Markup with commands for CI runners and control characters as character references."""
    text = re.sub(_CONTROL, _reference, text)
    return re.sub(_COMMAND, lambda found: found[0][:-1] + f"&#{ord(found[0][-1])};", text)


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
