"""Find the places of a rule's phrases in an article.

A phrase in small letters is found in any case, one with a capital only as it is written. `*` stands
for one to four words. A phrase may be broken over a line, and its apostrophes may be curly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint.core.finding import Span
from newslint.text.letters import normalise

if TYPE_CHECKING:
    from newslint.checks.matching.prefilter import Prefilter
    from newslint.text.document import Document


_GAP = r"(?=\s)[^\S\n]{0,4}\n?[^\S\n]{0,9}"

_ANYTHING = rf"\S{{1,40}}(?:{_GAP}\S{{1,40}}){{0,3}}?"

_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class PhraseSearch:
    """Finds phrases, in articles that hold their longest literal."""

    def __init__(self, phrases: Iterable[str], prefilter: Prefilter) -> None:
        """Search for these phrases, with their literals in the prefilter."""
        self._phrases: dict[str, list[str]] = {}
        for phrase in phrases:
            self._phrases.setdefault(longest_literal(phrase), []).append(phrase)
        self._prefilter = prefilter
        prefilter.add(self._phrases)

    def places(self, document: Document) -> Iterator[Span]:
        """Every place of every phrase in a document."""
        for key in self._phrases.keys() & self._prefilter.literals_in(document):
            for phrase in self._phrases[key]:
                for match in phrase_pattern(phrase).finditer(document.text):
                    yield Span(*match.span())


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
