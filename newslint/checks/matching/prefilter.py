"""The lookout: which of all the strings that rules look for an article holds.

This is the hot path of rules, as `newslint.sieve` is that of words. Hardly any article holds any of
the ten thousand phrases and literals of a book, and one pass over its text in C, by the automaton
of Aho and Corasick (1975), tells which. For a rule whose strings are not there nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from newslint.text.document import Document


class Lookout:
    """Looks for what all checks are told by: each string as `phrase.evened` leaves it."""

    def __init__(self) -> None:
        self._wanted: dict[str, bool] = {}
        self._strings: list[str] = []
        self._automaton: AhoCorasick | None = None

    def watch(self, strings: Iterable[str], whole: bool = False) -> None:
        """Look for these strings, too; for `whole` ones where no word runs on into them."""
        for string in strings:
            self._wanted[string] = whole and self._wanted.get(string, True)
        self._automaton = None

    def held(self, document: Document) -> frozenset[str]:
        """Those of the strings that the document holds; found out once for all checks."""
        if document.held is None:
            document.held = self._held(document.even)
        return document.held

    def _held(self, text: str) -> frozenset[str]:
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick

            self._strings = list(self._wanted)
            self._automaton = AhoCorasick(self._strings, store_patterns=False)
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset(
            string
            for string, start, end in ((self._strings[n], start, end) for n, start, end in found)
            if not self._wanted[string] or not runs_on(text, start, end)
        )


def runs_on(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit stands right before or behind what is between two offsets."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
