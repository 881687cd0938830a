"""Regular expressions of the book: in goes a pattern, out come its matches, soon or not at all.

An article that cannot hold a match, as the pattern's nature tells, is not searched. A pattern which
might try for ever is run by a package that can stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newslint.errors import BookError
from newslint.nature import EDGE, MANY, Nature, nature, rarity
from newslint.rule import Where

if TYPE_CHECKING:
    from newslint.document import Document

SECONDS = 1.0
"""How long a search that may take for ever may take."""

SHORT = 30_000
"""Letters of text in which a single unbounded repeat cannot do harm."""

_WHOLE_WORD = re.compile(r"(?<=[^\w'’])[^\W_]+(?:'[^\W_]+)*(?=[^\w'’])")
_SIGNS = re.compile("[^\\w'’\u0300-\u036f]*")


class PatternTimeError(BookError):
    """A pattern took too long for an article."""

    def __init__(self, where: Where, rule: str) -> None:
        hint = "give its repeats a limit, such as {1,40}"
        super().__init__(where, f"'{rule}' searched for more than {SECONDS:g} s", hint)


class Patience:
    """How long the searches of one rule in one article may still take, all together."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = SECONDS


class Regex:
    """A pattern of a rule, compiled when an article may hold it."""

    def __init__(
        self, pattern: str, where: Where, rule: str, known: Sequence[Any] | None = None
    ) -> None:
        """Take a pattern, and its nature if that is `known`."""
        self.pattern = pattern
        self.where = where
        self.rule = rule
        self._known = known

    def may_be_in(self, document: Document) -> bool:
        """Whether the document can hold a match at all."""
        signs = document.signs
        text = document.folded if self._nature.folds else document.text
        for literal, sign in self._needed:  # no any(): this is asked of every rule and article
            if sign in signs and literal in text:
                return True
        return not self._needed

    @cached_property
    def words(self) -> frozenset[str]:
        """Words, in small letters, of which every match holds one; none if that is unknown."""
        if self._nature.first_words:
            return frozenset(self._nature.first_words)
        literals = self._nature.literals
        whole = [_WHOLE_WORD.findall(literal.lower().replace("’", "'")) for literal in literals]
        return frozenset(max(words, key=len) for words in whole) if all(whole) else frozenset()

    @cached_property
    def _needed(self) -> list[tuple[str, str]]:
        """The pattern's literals, each with the most telling signs in it that part words."""
        literals = [literal.replace(EDGE, "") for literal in self._nature.literals]
        return [(literal, max(_SIGNS.findall(literal), key=rarity)) for literal in literals]

    def starts(self, document: Document) -> list[int] | None:
        """The only offsets at which a match can begin; None if it may be any."""
        first = self._nature.first_words
        if not first:
            return None
        places = document.lowered_positions
        return sorted(document.span(at).start for word in first for at in places.get(word, ()))

    def matches(
        self, text: str, patience: Patience, starts: Iterable[int] | None = None
    ) -> Iterator[Any]:
        """Every match in `text`, if `starts` are given one of those that begin there.

        A PatternTimeError is raised if that takes longer than `patience` lasts.
        """
        harmless = 1 if len(text) <= SHORT else 0
        if self._nature.ways <= MANY and self._nature.degree <= harmless:
            if starts is None:
                yield from self._compiled.finditer(text)
            else:
                yield from filter(None, (self._compiled.match(text, at) for at in starts))
            return
        from time import monotonic

        began = monotonic()
        try:
            yield from self._timed.finditer(text, timeout=patience.left)
        except TimeoutError:
            raise PatternTimeError(self.where, self.rule) from None
        patience.left = max(patience.left - (monotonic() - began), 0.001)

    @cached_property
    def _nature(self) -> Nature:
        return Nature(*self._known) if self._known else nature(self.pattern)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _timed(self) -> Any:
        try:
            return import_module("regex").compile(self.pattern)
        except ModuleNotFoundError:
            hint = "install the package regex, or give its repeats a limit, such as {1,40}"
            message = f"'{self.rule}' may search for ever"
            raise BookError(self.where, message, hint) from None
