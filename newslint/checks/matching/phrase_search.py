"""The patterns and the literals that a rule's phrases are found by.

A phrase in small letters is found in any case, one with a capital only as it is written. `*` stands
for one to four words. A phrase may be broken over a line, and its apostrophes may be curly.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.core.lazy_pattern import lazy_pattern
from newslint.text.letters import normalise

_GAP = r"(?=\s)[^\S\n]{0,4}\n?[^\S\n]{0,9}"

_ANYTHING = rf"\S{{1,40}}(?:{_GAP}\S{{1,40}}){{0,3}}?"

_WORDS = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)*")


def longest_literal(phrase: str) -> str:
    """The longest literal of a phrase: what normalised text must contain.

    >>> longest_literal("Join the * mailing list")
    'mailing list'
    """
    return max((normalise(piece).strip() for piece in phrase.split("*")), key=len)


def has_words(phrase: str) -> bool:
    """Whether a phrase contains a word."""
    return bool(_WORDS.search(longest_literal(phrase)))


@cache
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """The regular expression for a phrase."""
    words = [_ANYTHING if word == "*" else _word(word) for word in phrase.split()]
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    flags = re.IGNORECASE if phrase == phrase.lower() else 0
    return re.compile(before + _GAP.join(words) + after, flags)


def _word(word: str) -> str:
    return re.escape(word).replace("'", "['’]")
