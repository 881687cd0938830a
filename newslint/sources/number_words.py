"""Numbers in figures and in words, as values: 1,500,000, 1.5m, fifteen hundred, half a million."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

SMALL = {
    **{word: float(value) for value, word in enumerate(_UNITS)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, 2)},
}
"""Words for numbers below a hundred."""

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
}
"""What a word or letter behind a number multiplies it by."""

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))

_LARGE = "hundred|thousand|million|billion|trillion|dozen"

SCALED_DIGITS = (
    rf"(?:{_DIGITS})(?:[ \u00a0-]?(?:{_LARGE})\b|(?:[ \u00a0]?(?:mn|mln|bn|tn|m)|k|b)(?![\w']))?"
)

WORDS = (
    rf"(?:half[ -]a[ -](?:million|billion|dozen)"
    rf"|(?:an?[ ](?=(?:{_LARGE})\b))?(?:{_SMALL}|{_LARGE})"
    rf"(?:(?:[ -]|[ ]and[ ])(?:{_SMALL}|{_LARGE}))*(?:[ ]and[ ]a[ ]half(?:[ ](?:{_LARGE}))?)?)\b"
)

NUMBER = re.compile(rf"(?<![\w.,])(?:{SCALED_DIGITS}|{WORDS})", re.IGNORECASE)
"""A number, in figures with what multiplies it, or in words."""

_PARTS = re.compile(rf"({_DIGITS})[ \u00a0-]?([a-z]*)", re.IGNORECASE)


def value_of(number: str) -> float:
    """The value of what NUMBER matches.

    >>> value_of("1,500,000") == value_of("1.5m") == value_of("one and a half million")
    True
    >>> value_of("a dozen"), value_of("two hundred and six"), value_of("half a million")
    (12.0, 206.0, 500000.0)
    """
    parts = _PARTS.fullmatch(number)
    if parts:
        return round(float(parts[1].replace(",", "")) * SCALES.get(parts[2].lower(), 1.0), 9)
    return _value_of_words(re.split(r"[\s-]+", number.lower()))


def _value_of_words(words: list[str]) -> float:
    if words[:2] == ["half", "a"]:
        return SCALES[words[2]] / 2
    whole = part = 0.0
    for at, word in enumerate(words):
        if word in SMALL:
            part += SMALL[word]
        elif word == "half" and at:
            part += 0.5
        elif word in ("hundred", "dozen"):
            part = (part or 1.0) * SCALES[word]
        elif word in SCALES:
            whole += (part or 1.0) * SCALES[word]
            part = 0.0
    return whole + part


def is_in_words(number: str) -> bool:
    """Whether a number is written without figures."""
    return not number[0].isdigit()
