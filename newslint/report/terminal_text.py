"""Text on a terminal: how many columns it takes, and how a long line is cut to fit.

Columns are not code points: a Chinese character takes two, a combining accent none. Nothing
that an article holds may steer the terminal, so control characters become pictures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

TAB = "    "

ELLIPSIS = "…"

_NEAR = 20
"""Maximum distance that a cut may move to fall between two words."""


PICTURES = {code: chr(0x2400 + code) for code in range(32)}

PICTURES |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")

REORDERING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""Bidirectional controls, which would reorder the rest of the line."""


PICTURES |= REORDERING | dict.fromkeys((0x2028, 0x2029), "\ufffd")  # these break the line

PICTURES |= {0x7F: "\u2421", 0x0A: " ", 0x0D: " "}

_VISIBLE: dict[int, str] = PICTURES | {0x09: TAB}


_PLAIN = r"[\x00-\xac\xae-\u02ff‘’“”–—…]*"
"""Characters that take one column, as nearly all of copy."""


SHOWN_IN_PAGES = {code: sign for code, sign in PICTURES.items() if code not in (0x09, 0x0A, 0x0D)}
"""Replacements of control characters in a web page."""


def visible(text: str) -> str:
    r"""The text with control characters made visible; a tab becomes four spaces.

    >>> visible("a\tb\x1b[2J")
    'a    b␛[2J'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


@lru_cache(4_096)  # a report asks for the same few again and again
def columns(char: str) -> int:
    """Columns that one character takes."""
    if char < "\u0300":
        return 0 if char == "\u00ad" else 1
    if combining(char) or "\u1160" <= char <= "\u11ff" or category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Columns that a text takes.

    >>> width("Zoe\u0308"), width("北京")
    (3, 4)
    """
    return len(text) if is_plain(text) else sum(map(columns, text))


def is_plain(text: str) -> bool:
    """Whether each character is known to take one column."""
    return text.isascii() or re.fullmatch(_PLAIN, text) is not None


def head(text: str, room: int) -> str:
    """The beginning that fits into `room` columns; accents stay with their letters."""
    kept = text[: max(room, 0)]
    if is_plain(text[: len(kept) + 1]):
        return kept
    for at, char in enumerate(text):
        room -= columns(char)
        if room < 0:
            return text[:at]
    return text


def tail(text: str, room: int) -> str:
    """The end that fits into `room` columns; it never begins with an accent."""
    start = len(text)
    kept = text[start - min(max(room, 0), start) :]
    if is_plain(kept):
        return kept
    for at in range(len(text) - 1, -1, -1):
        room -= columns(text[at])
        if room < 0:
            break
        if columns(text[at]):
            start = at
    return text[start:]


def window(before: str, place: str, after: str, room: int) -> tuple[str, str, str]:
    """One line, in three parts, cut to `room` columns around `place`.

    >>> window("The second ferry of the day, the ", "Brenig", ", was late.", 30)
    ('… day, the ', 'Brenig', ', was late.')
    """
    place = head(place, room - 4) if width(place) > room - 4 else place
    rest = room - width(place)
    left, right = width(before), width(after)
    if left + right <= rest:
        return before, place, after
    half = rest // 2
    left_room = min(left, max(half, rest - right))
    right_room = min(right, rest - left_room)
    return _cut_front(before, left_room), place, _cut_back(after, right_room)


def _cut_front(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    kept = tail(text, room - 2)
    space = kept.find(" ", 0, _NEAR)
    return f"{ELLIPSIS} {kept[space + 1 :]}" if space >= 0 else ELLIPSIS + kept


def _cut_back(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    kept = head(text, room - 2)
    space = kept.rfind(" ", len(kept) - _NEAR if len(kept) > _NEAR else 0)
    return f"{kept[:space]} {ELLIPSIS}" if space >= 0 else kept + ELLIPSIS
