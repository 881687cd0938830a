"""Regular expressions of the book: in goes a pattern, out come its matches, soon or not at all.

A pattern is read before it is run. That tells letters that every match must hold, so that an
article without them is not searched; and how much work a search may be, so that a pattern which
might try for ever is run by a package that can stop. Both are guesses on the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple

from newslint.errors import BookError
from newslint.rule import Where

SECONDS = 1.0
"""How long a search that may take for ever may take."""

SHORT = 30_000
"""Letters of text in which a single unbounded repeat cannot do harm."""

MANY = 10_000
"""Ways to try at each letter beyond which a search is timed; also the most that are counted."""

ENDLESS = 9
"""The degree of a pattern that may take more than any power of the text's length."""

_WIDEST = 16
"""Alternatives of which one must be there: looking for more of them saves nothing."""

_INNER_FLAG = re.compile(r"\(\?[a-z]*i")

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class PatternTimeError(BookError):
    """A pattern took too long for an article."""

    def __init__(self, where: Where, rule: str) -> None:
        hint = "give its repeats a limit, such as {1,40}"
        super().__init__(where, f"'{rule}' searched for more than {SECONDS:g} s", hint)


class Effort(NamedTuple):
    """What a search may cost: `ways` to try at a letter, and `degree` unbounded repeats."""

    ways: int = 1
    degree: int = 0

    def times(self, other: Effort) -> Effort:
        """The effort of one part followed by another."""
        return Effort(min(self.ways * other.ways, MANY + 1), self.degree + other.degree)


class Regex:
    """A pattern of a rule, compiled when an article may hold it."""

    def __init__(self, pattern: str, where: Where, rule: str) -> None:
        self.pattern = pattern
        self.where = where
        self.rule = rule
        tree = parsed(pattern)
        self.folds = bool(tree.state.flags & re.IGNORECASE) or bool(_INNER_FLAG.search(pattern))
        literals = needed(tree)
        if self.folds:
            literals = tuple(literal.lower() for literal in literals)
        self.literals = literals if not self.folds or all(map(str.isascii, literals)) else ()

    def may_be_in(self, text: str, folded: str) -> bool:
        """Whether `text`, which is `folded` in small letters, can hold a match at all."""
        text = folded if self.folds else text
        return not self.literals or any(literal in text for literal in self.literals)

    def matches(self, text: str) -> Iterator[Any]:
        """Every match in `text`; a PatternTimeError if that takes too long."""
        if self.effort.ways <= MANY and self.effort.degree <= (len(text) <= SHORT):
            yield from self._compiled.finditer(text)
            return
        try:
            yield from self._timed.finditer(text, timeout=SECONDS)
        except TimeoutError:
            raise PatternTimeError(self.where, self.rule) from None

    @cached_property
    def effort(self) -> Effort:
        """How much work a search may be."""
        return effort(parsed(self.pattern))

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


def parsed(pattern: str) -> Any:
    """A pattern as Python itself reads it: (operation, argument) after (operation, argument)."""
    return import_module("re._parser").parse(pattern)


def needed(parts: Iterable[Any]) -> tuple[str, ...]:
    """Strings of which every match holds one, the more telling the better; none if unknown.

    >>> needed(parsed(r"(?<=[a-z]) {1,3}(?=,)")), needed(parsed("extract(?:ed|ing)? revenge"))
    ((' ,',), (' revenge',))
    >>> needed(parsed("colou?r|odou?r")), needed(parsed("[a-z]+"))
    (('colo', 'odo'), ())
    """
    found: list[tuple[str, ...]] = []
    run = ""
    for operation, argument in parts:
        name = str(operation)
        whole = _letters([(operation, argument)])
        if whole is not None:
            run += whole
        elif name == "ASSERT":
            ahead, inner = argument
            found.append(needed(inner))
            if ahead > 0:
                found.append((run + _opening(inner),))
            else:
                run = run or _letters(inner) or ""
        elif name not in ("AT", "ASSERT_NOT"):
            found.append((run + _opening([(operation, argument)]),))
            found.append(_inside(name, argument))
            run = _closing(name, argument)
    found.append((run,))
    return max(
        filter(_tells, found), key=lambda some: (min(map(len, some)), -len(some)), default=()
    )


def _tells(literals: tuple[str, ...]) -> bool:
    return 0 < len(literals) <= _WIDEST and all(literals)


def _letters(parts: Iterable[Any]) -> str | None:
    """What `parts` match, if that is always the same."""
    found = ""
    for operation, argument in parts:
        name = str(operation)
        inner: str | None = None
        if name == "LITERAL":
            inner = chr(argument)
        elif name == "SUBPATTERN":
            inner = _letters(argument[-1])
        elif name in _REPEATS and argument[0] == argument[1] <= _WIDEST:
            once = _letters(argument[2])
            inner = None if once is None else once * argument[0]
        if inner is None:
            return None
        found += inner
    return found


def _opening(parts: Iterable[Any]) -> str:
    """Letters that whatever `parts` match begins with."""
    found = ""
    for operation, argument in parts:
        letters = _letters([(operation, argument)])
        if letters is None:
            if str(operation) in _REPEATS and argument[0]:
                found += _opening(argument[2])
            return found
        found += letters
    return found


def _closing(name: str, argument: Any) -> str:
    """Letters that whatever a repeat matches ends with."""
    return (_letters(argument[2]) or "") if name in _REPEATS and argument[0] else ""


def _inside(name: str, argument: Any) -> tuple[str, ...]:
    """What `needed` finds in one part that is no plain letter."""
    if name == "IN":
        letters = [chr(value) for kind, value in argument if str(kind) == "LITERAL"]
        return tuple(letters) if len(letters) == len(argument) else ()
    if name == "BRANCH":
        branches = [needed(branch) for branch in argument[1]]
        return tuple(dict.fromkeys(s for some in branches for s in some)) if all(branches) else ()
    if name == "SUBPATTERN":
        return needed(argument[-1])
    if name == "ATOMIC_GROUP":
        return needed(argument)
    return needed(argument[2]) if name in _REPEATS and argument[0] else ()


def effort(parts: Iterable[Any]) -> Effort:
    """What a search for `parts` may cost.

    >>> effort(parsed("a{1,3}(?:b|cd)")), effort(parsed("a+b")), effort(parsed("(?:a|ab)+"))
    (Effort(ways=6, degree=0), Effort(ways=1, degree=1), Effort(ways=1, degree=9))
    """
    whole = Effort()
    for operation, argument in parts:
        whole = whole.times(_effort(str(operation), argument))
    return whole


def _effort(name: str, argument: Any) -> Effort:
    if name in _REPEATS:
        return _repeated(*argument)
    if name == "BRANCH":
        branches = [effort(branch) for branch in argument[1]]
        return Effort(sum(b.ways for b in branches), max(b.degree for b in branches))
    if name == "SUBPATTERN":
        return effort(argument[-1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return effort(argument[1])
    if name == "GROUPREF_EXISTS":
        return Effort(1, ENDLESS)
    return effort(argument) if name == "ATOMIC_GROUP" else Effort()


def _repeated(least: int, most: int, parts: Any) -> Effort:
    once = effort(parts)
    if most > MANY:
        return Effort(1, 1 if once == Effort() else ENDLESS)
    if once == Effort():
        return Effort(most - least + 1)
    if once.degree:
        return Effort(1, once.degree * most if most == 1 else ENDLESS)
    ways = (once.ways + (least == 0)) ** min(most, 14)
    return Effort(min(ways, MANY + 1))


def never_ends(parts: Iterable[Any]) -> bool:
    """Whether a repeat holds nothing but a repeat, both without limit: surely a mistake.

    >>> never_ends(parsed("(a+)+$")), never_ends(parsed("(a+b)+$"))
    (True, False)
    """
    for operation, argument in parts:
        for inner in _children(str(operation), argument):
            if str(operation) in _REPEATS[:2] and argument[1] > MANY and _bare_repeat(inner):
                return True
            if never_ends(inner):
                return True
    return False


def _bare_repeat(parts: Any) -> bool:
    while len(parts) == 1 and str(parts[0][0]) == "SUBPATTERN":
        parts = parts[0][1][-1]
    return len(parts) == 1 and str(parts[0][0]) in _REPEATS[:2] and parts[0][1][1] > MANY


def _children(name: str, argument: Any) -> list[Any]:
    """The patterns inside one part."""
    if name == "BRANCH":
        return list(argument[1])
    if name == "ATOMIC_GROUP":
        return [argument]
    if name in (*_REPEATS, "SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return [argument[-1]]
    return []
