"""Mojibake: letters that were written in one encoding and read in another (â€™ for ’).

A sequence is mojibake if its bytes in the old Windows encoding are the bytes of one character of
UTF-8, which in right text never happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.core.finding import Span
from newslint.core.lazy_pattern import lazy_pattern

_TRAIL = "\u0080-\u00bf" + "".join(
    dict.fromkeys(c for n in range(0x80, 0xA0) for c in bytes([n]).decode("cp1252", "ignore"))
)
"""What the second and later bytes of a character look like when read as Windows-1252."""


LEADS = "ÂÃÄÅÆÇÈÉâ"
"""What the first byte of a character of news copy looks like when read as Windows-1252."""


_SEQUENCE = rf"[Â-É][{_TRAIL}]|â[{_TRAIL}]{{2}}"

_SEQUENCES = lazy_pattern(f"(?:{_SEQUENCE})+")

_WORD = lazy_pattern(rf"(?:{_SEQUENCE}|['’]?[^\W_])*")


_MARKS = "“”‘’–—…»"

ROUNDS = 3
"""Maximum number of times that text was misread."""


def is_possible(text: str) -> bool:
    """Whether `text` may contain mojibake; a quick check."""
    return not text.isascii() and any(lead in text for lead in LEADS)


def sequences(text: str, lost: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """Matches of letters that may be misread, or partly `lost`."""
    known = "".join(f"|{re.escape(wrong)}" for wrong in sorted(lost, key=len, reverse=True))
    return (re.compile(f"(?:{_SEQUENCE})+{known}") if known else _SEQUENCES).finditer(text)


def misread(text: str) -> Iterator[Span]:
    """Places of letters that were misread."""
    for match in sequences(text) if is_possible(text) else ():
        span = Span(*match.span())
        if undo_misreading(match[0]) and not is_apt(text, span):
            yield span


def words_around(text: str, spans: Iterable[Span]) -> list[Span]:
    """The words that contain or touch the misread `spans`, in order, each once."""
    words: list[Span] = []
    for span in sorted(spans):
        done = words[-1].end if words else 0
        if span.start < done:
            continue
        start = span.start
        while start > done and (text[start - 1].isalnum() or text[start - 1] in "'’"):
            start -= 1
        behind = _WORD.match(text, span.end)
        words.append(Span(start, behind.end() if behind else span.end))
    return words


def is_garbled(word: str) -> bool:
    """Whether a word contains mojibake, or ends where some begins.

    >>> is_garbled("Norwayâ"), is_garbled("MÃ¼ller"), is_garbled("SÃO")
    (True, True, False)
    """
    if not is_possible(word):
        return False
    ends_there = word[-1] in "âÂÃ" and len(word) > 1 and not word.isupper()
    return ends_there or bool(_SEQUENCES.search(word))


def is_apt(text: str, span: Span) -> bool:
    """Whether two letters may be right as they stand: a capital, and a mark behind it.

    >>> is_apt("IRMÃ”, he read", Span(3, 5)), is_apt("JosÃ©", Span(3, 5))
    (True, False)
    """
    found = text[span.start : span.end]
    if len(found) != 2 or found[1] not in _MARKS:
        return False
    return found[0] not in "ÂÃ" or text[: span.start][-1:].isupper()


def undo_misreading(text: str) -> str | None:
    r"""The text that was misread as `text`; None if it was not misread.

    >>> undo_misreading("\u00c3\u00a9"), undo_misreading("\u00e2\u20ac\u2122")
    ('é', '’')
    >>> undo_misreading("\u00c3\u0192\u00c2\u00a9"), undo_misreading("\u00c2\u00a0")
    ('é', '\xa0')
    >>> undo_misreading("\u00e9\u00bb\u00bf") is None
    True
    """
    found = None
    for _ in range(ROUNDS):
        try:
            text = found = b"".join(map(_byte, text)).decode()
        except UnicodeError:
            break
    return found if found and _is_likely(found) else None


def _byte(letter: str) -> bytes:
    """The byte that was read as `letter`; bytes that Windows-1252 lacks stand for themselves."""
    return letter.encode("latin-1" if letter < "\u0100" else "cp1252")


def _is_likely(text: str) -> bool:
    """Whether every letter is one that news copy has: Latin, punctuation, signs of money."""
    return all("\u00a0" <= c < "\u0250" or "\u2010" <= c <= "\u2044" or c in "€™" for c in text)
