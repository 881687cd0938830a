"""Search with the regular expressions of rules, within a time budget.

An article that cannot hold a match, as the pattern's traits tell, is not searched. A pattern that
might search for ever is run by a package that can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import islice

from newslint.checks.matching.pattern_analysis import FAR, PatternTraits, analyse
from newslint.checks.matching.required_literals import EDGE, is_telling
from newslint.core.errors import BookError
from newslint.core.place import Where
from newslint.text.letters import normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SECONDS = 1.0
"""Time budget in seconds for searches that may never end."""


STEPS = 100_000_000
"""Steps of Python's re that surely take less than that time."""


BATCH = 1_000
"""Maximum matches that are found before any is returned, since only the search is timed."""


lowered = lru_cache(2)(str.lower)
"""A text in small letters, for all patterns that are asked of it."""


def _offsets(string: str, text: str, within: range) -> Iterator[int]:
    """Offsets `within` a range at which a string occurs in a text."""
    stop = within.stop + len(string) - 1
    at = text.find(string, within.start, stop)
    while at >= 0:
        yield at
        at = text.find(string, at + 1, stop)


def _places(word: str, text: str, within: range) -> Iterator[int]:
    """Those of the offsets at which a word begins: no letter precedes."""
    for at in _offsets(word, text, within):
        if not at or not (text[at - 1].isalnum() or text[at - 1] == "_"):
            yield at


MAX_SINGLE_SEARCHES = 16
"""Maximum number of literals that are searched one by one before a pattern is."""


TRY_COST = 4
"""The cost to try an offset, relative to the cost to search past it."""


class PatternTimeError(BookError):
    """A pattern took too long for an article."""

    def __init__(self, where: Where, rule: str) -> None:
        hint = "give its repeats a limit, such as {1,40}"
        super().__init__(where, f"'{rule}' searched for more than {SECONDS:g} s", hint)


class TimeBudget:
    """Seconds and steps left for one rule's searches in one article."""

    __slots__ = ("left", "steps")

    def __init__(self) -> None:
        self.left = SECONDS
        self.steps = STEPS

    def takes(self, steps: int) -> bool:
        """Whether a search of at most so many steps may run without a clock; if so, count them."""
        if steps > self.steps:
            return False
        self.steps -= steps
        return True


class Pattern:
    """A pattern of a rule; it is compiled when an article may contain a match."""

    def __init__(
        self, pattern: str, where: Where, rule: str, known: Sequence[Any] | None = None
    ) -> None:
        """Take a pattern, and its traits if they are `known`."""
        self.pattern = pattern
        self.where = where
        self.rule = rule
        self._known = known

    @cached_property
    def strings(self) -> frozenset[str]:
        """Normalised strings of which an article with a match holds one; none: unknown."""
        strings = frozenset(normalise(literal) for literal in self._literals)
        return strings if all(map(is_telling, strings)) else frozenset()

    def may_match(self, text: str) -> bool:
        """Whether a text may contain a match, judging by its literals."""
        if len(self._literals) > MAX_SINGLE_SEARCHES:
            return True
        text = lowered(text) if self._traits.folds else text
        for literal in self._literals:  # no any(): this is asked of every article
            if literal in text:
                return True
        return not self._literals

    def literal_offsets(
        self, text: str, present: AbstractSet[str] = frozenset()
    ) -> list[int] | None:
        """Sorted offsets of the literals, of which every match holds one; None: unknown.

        `present` are the literals that the prefilter found; the others are not searched.
        """
        literals = [one for string in self.strings & present for one in self._by_string[string]]
        if not self.strings and len(self._literals) <= MAX_SINGLE_SEARCHES:
            literals = self._literals
        plain = lowered(text) if self._traits.folds else text
        if not literals or len(plain) != len(text):  # İ is two small letters
            return None
        everywhere = range(len(text))
        return sorted({at for one in literals for at in _offsets(one, plain, everywhere)})

    @cached_property
    def _literals(self) -> list[str]:
        return [literal.replace(EDGE, "") for literal in self._traits.literals]

    @cached_property
    def _by_string(self) -> dict[str, list[str]]:
        """The literals by their normalised form."""
        found: dict[str, list[str]] = {}
        for literal in self._literals:
            found.setdefault(normalise(literal), []).append(literal)
        return found

    def starts(self, text: str, present: AbstractSet[str] = frozenset()) -> list[int] | None:
        """The sorted offsets at which a match can begin; None: at any."""
        stretches, openings = self._near_literals(text, present), self._traits.openings
        if not openings:
            return None if stretches is None else [at for some in stretches for at in some]
        if stretches is None:
            stretches = [range(len(text))]
        return sorted(
            at for some in stretches for word in openings for at in _places(word, text, some)
        )

    def _near_literals(self, text: str, present: AbstractSet[str]) -> list[range] | None:
        """Sorted stretches in which every match begins; None: unknown, or most of the text.

        None, too, if the literals are so frequent that nothing would be saved.
        """
        ahead, behind, openings = self._traits.ahead, self._traits.behind, self._traits.openings
        too_many = openings and len(self.strings & present) > len(openings)
        if not self.strings or too_many or ahead >= FAR:
            return None
        offsets = self.literal_offsets(text, present)
        if offsets is None:
            return None
        found = [range(0)]
        for at in offsets:
            stop = min(at + behind + 1, len(text))
            found.append(range(max(at - ahead, found[-1].stop), stop))
        return found if sum(map(len, found)) * TRY_COST < len(text) else None

    def matches(
        self, text: str, budget: TimeBudget, starts: Sequence[int] | None = None
    ) -> Iterator[Any]:
        """Every match in `text`; with `starts`, only matches that begin at one of them.

        Raises a PatternTimeError when `budget` is used up. Python's re, which cannot be stopped,
        only makes searches that surely take less.
        """
        tries = len(text) + 1 if starts is None else len(starts)
        if not budget.takes(tries * self._traits.most_steps(len(text))):
            yield from self._timed_matches(text, budget)
        elif starts is None:
            yield from self._compiled.finditer(text)
        else:
            yield from self._matches_from(text, starts)

    def _timed_matches(self, text: str, budget: TimeBudget) -> Iterator[Any]:
        """Every match in `text`, found by a package that has a time limit."""
        at, last = 0, None
        while True:
            batch = self._batch(text, at, budget)
            yield from (match for match in batch if match.span() != last)
            if len(batch) < BATCH:
                return
            last = batch[-1].span()
            at = last[1]

    def _batch(self, text: str, at: int, budget: TimeBudget) -> list[Any]:
        """The next matches from an offset on, up to BATCH of them."""
        from time import process_time

        began = process_time()
        try:
            if budget.left <= 0:
                raise TimeoutError
            found = self._timed.finditer(text, at, timeout=budget.left)
            return list(islice(found, BATCH))
        except TimeoutError:
            raise PatternTimeError(self.where, self.rule) from None
        finally:
            budget.left -= process_time() - began

    def _matches_from(self, text: str, starts: Sequence[int]) -> Iterator[Any]:
        """The matches that begin at one of the sorted `starts`, without overlaps."""
        match, end = self._compiled.match, 0
        for at in starts:
            found = match(text, at) if at >= end else None
            if found:
                yield found
                end = found.end()

    @cached_property
    def _traits(self) -> PatternTraits:
        return PatternTraits(*self._known) if self._known else analyse(self.pattern)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _timed(self) -> Any:
        regex = import_module("regex")
        try:
            return regex.compile(self.pattern)
        except regex.error as error:
            message = f"'{self.rule}' may search for ever, and regex cannot read it: {error.msg}"
            raise BookError(
                self.where, message, "give its repeats a limit, such as {1,40}"
            ) from None
