"""The key under which all spellings of the same letters are one.

The book is compiled under these keys and the checks ask with them, so that case, accents, curly
quotes, non-breaking spaces, line breaks and ligatures never hide a name.
"""

from __future__ import annotations

import unicodedata


def _table() -> dict[int, str]:
    """What NFKD does not take apart, or takes apart the wrong way."""
    table: dict[int, str] = dict.fromkeys(map(ord, "'’‘ʼʻʹ′ʾʿ`´‛＇"), "'")
    table.update(dict.fromkeys(map(ord, "-‐‑‒–−﹣－"), "-"))
    # Soft hyphens and zero-width letters are invisible in print: no part of any spelling.
    table.update(dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), ""))
    plain = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
    plain |= {"ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
    for letter, spelt in plain.items():
        table[ord(letter)] = spelt
        capital = letter.upper()
        if len(capital) == 1:  # that of ß is two letters
            table[ord(capital)] = spelt
    table[ord("ẞ")] = "ss"
    return table


_TABLE = _table()


def fold(text: str) -> str:
    r"""The key of `text`: lower case, no accents, plain quotes and hyphens, single spaces.

    >>> fold("Beigun"), fold("RECEP TAYYIP\u00a0ERDOĞAN"), fold("O’Brien–Łódź")
    ('beigun', 'recep tayyip erdogan', "o'brien-lodz")
    >>> fold("Stephen\n  Biegun") == fold("stephen biegun")
    True
    """
    if not text.isascii():
        text = text.translate(_TABLE)  # curly quotes are most of what is not ASCII in copy
        if not text.isascii():
            marked = unicodedata.normalize("NFKD", text)
            bare = "".join(c for c in marked if not unicodedata.combining(c))
            text = bare.translate(_TABLE).casefold()
    key = text.lower()
    return key if key.isalnum() else " ".join(key.split())


def accents(text: str) -> set[str]:
    """The accents in `text`, each as a mark of its own."""
    return {mark for mark in unicodedata.normalize("NFD", text) if unicodedata.combining(mark)}
