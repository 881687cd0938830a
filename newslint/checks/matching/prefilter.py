"""Find, in one pass, which literals of the rules occur in an article.

Hardly any article holds any of the ten thousand phrases and literals of a book. One pass over its
text in C, by the automaton of Aho and Corasick (1975), tells which. A rule whose literals do not
occur is not tried. This is the hot path of rules, as `newslint.checks.word_cache` is that of words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from newslint.text.document import Document


class Prefilter:
    """Finds which literals of all checks occur in a document; they are normalised."""

    def __init__(self) -> None:
        self._literals: dict[str, bool] = {}
        self._strings: list[str] = []
        self._automaton: AhoCorasick | None = None

    def add(self, literals: Iterable[str], whole: bool = False) -> None:
        """Search for these literals, too; for `whole` ones only as whole words."""
        for literal in literals:
            self._literals[literal] = whole and self._literals.get(literal, True)
        self._automaton = None

    def literals_in(self, document: Document) -> frozenset[str]:
        """The literals that occur in the document, searched once for all checks."""
        if "literals" not in document.memo:
            document.memo["literals"] = self._search(document.normal_text)
        found: frozenset[str] = document.memo["literals"]
        return found

    def _search(self, text: str) -> frozenset[str]:
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._strings = list(self._literals)
            self._automaton = AhoCorasick(self._strings, store_patterns=False)
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset(
            literal
            for literal, start, end in ((self._strings[n], start, end) for n, start, end in found)
            if not self._literals[literal] or not is_inside_word(text, start, end)
        )


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands right before `start` or right after `end`."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
