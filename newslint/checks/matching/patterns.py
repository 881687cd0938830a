"""Search with the regular expressions of rules, within a time budget.

An article that cannot hold a match, as the pattern's traits tell, is not searched. A pattern that
might search for ever is run by a package that can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from importlib import import_module
from typing import Any

from newslint.checks.matching.pattern_analysis import FAR, MANY, PatternTraits, analyse
from newslint.checks.matching.required_literals import EDGE, is_telling
from newslint.core.errors import BookError
from newslint.core.place import Where
from newslint.text.letters import normalise

SECONDS = 1.0
"""How long a search that may take for ever may take."""


SHORT = 30_000
"""Letters of text in which a single unbounded repeat cannot do harm."""


def _found(string: str, text: str, within: range) -> Iterator[int]:
    """Where in a text this string begins `within` a stretch of offsets."""
    stop = within.stop + len(string) - 1
    at = text.find(string, within.start, stop)
    while at >= 0:
        yield at
        at = text.find(string, at + 1, stop)


def _places(word: str, text: str, within: range) -> Iterator[int]:
    """Where of those places no letter is before the string: a word begins there."""
    for at in _found(word, text, within):
        if not at or not (text[at - 1].isalnum() or text[at - 1] == "_"):
            yield at


FEW = 16
"""Literals up to which a piece of an article is searched for each before it is for the pattern."""


TRIED = 4
"""How many times as long it takes to try an offset as to search past it."""


class PatternTimeError(BookError):
    """A pattern took too long for an article."""

    def __init__(self, where: Where, rule: str) -> None:
        hint = "give its repeats a limit, such as {1,40}"
        super().__init__(where, f"'{rule}' searched for more than {SECONDS:g} s", hint)


class TimeBudget:
    """How long the searches of one rule in one article may still take, all together."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = SECONDS


class Pattern:
    """A pattern of a rule, compiled when an article may hold it."""

    def __init__(
        self, pattern: str, where: Where, rule: str, known: Sequence[Any] | None = None
    ) -> None:
        """Take a pattern, and its nature if that is `known`."""
        self.pattern = pattern
        self.where = where
        self.rule = rule
        self._known = known

    @cached_property
    def strings(self) -> frozenset[str]:
        """Strings of which an article that holds a match holds one, `evened`; none: not known."""
        strings = frozenset(normalise(literal) for literal in self._literals)
        return strings if all(map(is_telling, strings)) else frozenset()

    def may_match(self, text: str) -> bool:
        """Whether a text can hold a match, as far as the letters in it tell."""
        if len(self._literals) > FEW:
            return True
        text = text.lower() if self._nature.folds else text
        for literal in self._literals:  # no any(): this is asked of every article
            if literal in text:
                return True
        return not self._literals

    def signs(self, text: str, held: AbstractSet[str] = frozenset()) -> list[int] | None:
        """Where strings stand of which every match holds one, in order; None: not known.

        `held` are those strings that the article holds, if any; the others are not looked for.
        """
        literals = [one for string in self.strings & held for one in self._by_string[string]]
        if not self.strings and len(self._literals) <= FEW:
            literals = self._literals
        plain = text.lower() if self._nature.folds else text
        if not literals or len(plain) != len(text):  # İ is two small letters
            return None
        everywhere = range(len(text))
        return sorted({at for one in literals for at in _found(one, plain, everywhere)})

    @cached_property
    def _literals(self) -> list[str]:
        return [literal.replace(EDGE, "") for literal in self._nature.literals]

    @cached_property
    def _by_string(self) -> dict[str, list[str]]:
        """The literals by what they are when `evened`."""
        found: dict[str, list[str]] = {}
        for literal in self._literals:
            found.setdefault(normalise(literal), []).append(literal)
        return found

    def starts(self, text: str, held: AbstractSet[str] = frozenset()) -> list[int] | None:
        """The only offsets of a text at which a match can begin, in order; None: any may be."""
        if not self._is_harmless(text):
            return None
        stretches, openings = self._about_signs(text, held), self._nature.openings
        if not openings:
            return None if stretches is None else [at for some in stretches for at in some]
        if stretches is None:
            stretches = [range(len(text))]
        return sorted(
            at for some in stretches for word in openings for at in _places(word, text, some)
        )

    def _about_signs(self, text: str, held: AbstractSet[str]) -> list[range] | None:
        """Stretches in which every match begins, in order; None: not known, or most of the text.

        Nothing is gained about strings that stand everywhere, nor if there are more than openings.
        """
        ahead, behind, openings = self._nature.ahead, self._nature.behind, self._nature.openings
        too_many = openings and len(self.strings & held) > len(openings)
        if not self.strings or too_many or ahead >= FAR:
            return None
        signs = self.signs(text, held)
        if signs is None:
            return None
        found = [range(0)]
        for at in signs:
            stop = min(at + behind + 1, len(text))
            found.append(range(max(at - ahead, found[-1].stop), stop))
        return found if sum(map(len, found)) * TRIED < len(text) else None

    def matches(
        self, text: str, patience: TimeBudget, starts: Iterable[int] | None = None
    ) -> Iterator[Any]:
        """Every match in `text`, if `starts` are given one of those that begin there.

        A PatternTimeError is raised if that takes longer than `patience` lasts.
        """
        if starts is not None:
            yield from self._matches_from(text, starts)
            return
        if self._is_harmless(text):
            yield from self._compiled.finditer(text)
            return
        from time import monotonic

        began = monotonic()
        try:
            yield from self._timed.finditer(text, timeout=patience.left)
        except TimeoutError:
            raise PatternTimeError(self.where, self.rule) from None
        patience.left = max(patience.left - (monotonic() - began), 0.001)

    def _matches_from(self, text: str, starts: Iterable[int]) -> Iterator[Any]:
        """The matches that begin at one of the ordered `starts`, none inside another."""
        match, end = self._compiled.match, 0
        for at in starts:
            found = match(text, at) if at >= end else None
            if found:
                yield found
                end = found.end()

    def _is_harmless(self, text: str) -> bool:
        """Whether to search a text can take no time that anybody would notice."""
        return self._nature.ways <= MANY and self._nature.degree <= (len(text) <= SHORT)

    @cached_property
    def _nature(self) -> PatternTraits:
        return PatternTraits(*self._known) if self._known else analyse(self.pattern)

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
