"""Wordings: in come phrases as the book writes them, out come their places in an article.

A phrase in small letters is found in any case, one with a capital only as it is written. `*` stands
for one to four words. A phrase may be broken over a line, and its apostrophes may be curly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.finding import Span

_GAP = r"(?=\s)[^\S\n]{0,4}\n?[^\S\n]{0,9}"
_ANYTHING = rf"\S{{1,40}}(?:{_GAP}\S{{1,40}}){{0,3}}?"
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Wordings:
    """Phrases, each with the piece of it that an article must hold."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._keys = [(telling(phrase), phrase) for phrase in phrases]
        self._words = frozenset(max(_WORDS.findall(key), key=len) for key, _ in self._keys)

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether an article of these words, in small letters, can hold any of the phrases."""
        return not self._words.isdisjoint(words)

    def places(self, text: str, even: str) -> Iterator[Span]:
        """Every place of every phrase in `text`, of which `even` is the evened form."""
        for key, phrase in self._keys:
            if key in even:
                for match in compiled(phrase).finditer(text):
                    yield Span(*match.span())


def evened(text: str) -> str:
    """`text` in small letters, its white space and its apostrophes all alike."""
    return " ".join(text.lower().replace("’", "'").split())


def telling(phrase: str) -> str:
    """The longest piece of a phrase that stands in evened text as it is.

    >>> telling("Join the * mailing list")
    'mailing list'
    """
    return max((evened(piece) for piece in phrase.split("*")), key=len)


def has_words(phrase: str) -> bool:
    """Whether there is anything in a phrase to look for."""
    return bool(_WORDS.search(telling(phrase)))


@cache
def compiled(phrase: str) -> re.Pattern[str]:
    """The regular expression for a phrase."""
    words = [_ANYTHING if word == "*" else _word(word) for word in phrase.split()]
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    flags = re.IGNORECASE if phrase == phrase.lower() else 0
    return re.compile(before + _GAP.join(words) + after, flags)


def _word(word: str) -> str:
    return re.escape(word).replace("'", "['’]")
