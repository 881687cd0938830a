"""What reading a regular expression tells of its matches and its cost, before it is run.

That is: literals that every match must contain, how far from them a match can begin, and how much
work a search may be. Every answer errs on the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.checks.matching.pattern_cost import UNLIMITED, cost
from newslint.checks.matching.required_literals import (
    REPEATS,
    Literals,
    openings,
    parse,
    required_literals,
)
from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FAR = 200
"""Maximum distance in letters at which matches are searched around a literal."""


class PatternTraits(NamedTuple):
    """The traits of a pattern: plain values, which a compiled book stores."""

    folds: bool
    """Whether some letters match both cases."""
    literals: Literals
    """Every match holds one of these. An EDGE marks where a word must begin or end; they are in
    small letters if the pattern folds."""
    steps: int
    """A search takes at most so many steps at an offset of a text, times the text's length to the
    power of `degree` (`pattern_cost`)."""
    degree: int
    openings: Literals = ()
    """Every match begins with one of these: a whole word and the sign after it. None: unknown."""
    ahead: int = FAR
    """The maximum distance from the begin of a match to its literal; FAR: unknown."""
    behind: int = 0
    """The maximum distance from a literal to the begin of a match that looks back at it."""

    def most_steps(self, length: int) -> int:
        """The most steps that trying one offset takes in a text of this length."""
        letters: int = max(length, 1) ** self.degree
        return self.steps * letters


def analyse(pattern: str) -> PatternTraits:
    """The traits of a pattern.

    >>> read = analyse("(?i)Subscribe( now)?")
    >>> read.folds, read.literals, read.ahead
    (True, ('subscribe', 'subscribe now'), 13)
    """
    tree = parse(pattern)
    folds = bool(tree.state.flags & re.IGNORECASE) or bool(re.search(r"\(\?[a-z]*i", pattern))
    literals = required_literals(tree)
    if folds:
        ascii_only = all(map(str.isascii, literals))
        literals = tuple(literal.lower() for literal in literals) if ascii_only else ()
    known = () if folds else openings(tree)
    return PatternTraits(
        folds, literals, *cost(tree).steps, known, width(tree), look_behind_length(tree)
    )


def width(parts: Iterable[Any]) -> int:
    """The maximum number of letters that a pattern looks at, with its context; at most FAR.

    >>> width(parse("(?<=a )b{1,3}(?: c|de)?")), width(parse("a+"))
    (7, 200)
    """
    return min(sum(_width(str(operation), argument) for operation, argument in parts), FAR)


def _width(name: str, argument: Any) -> int:
    if name in REPEATS:
        most: int = argument[1]
        return min(most, FAR) * width(argument[2])
    if name == "BRANCH":
        return max(map(width, argument[1]))
    if name in ("GROUPREF", "GROUPREF_EXISTS"):
        return FAR
    inner = _children(name, argument)
    return sum(map(width, inner)) if inner else 1


def look_behind_length(parts: Iterable[Any]) -> int:
    """The maximum number of letters that a pattern looks back: four for `(?<=the )`."""
    found = 0
    for operation, argument in parts:
        inner = _children(str(operation), argument)
        if str(operation) == "ASSERT" and argument[0] < 0:
            found += sum(map(width, inner))
        else:
            found += sum(map(look_behind_length, inner))
    return min(found, FAR)


def never_ends(parts: Iterable[Any]) -> bool:
    """Whether an unlimited repeat contains only an unlimited repeat, which is a mistake.

    >>> never_ends(parse("(a+)+$")), never_ends(parse("(a+b)+$"))
    (True, False)
    """
    for operation, argument in parts:
        for inner in _children(str(operation), argument):
            if str(operation) in REPEATS[:2] and argument[1] > UNLIMITED and _bare_repeat(inner):
                return True
            if never_ends(inner):
                return True
    return False


def _bare_repeat(parts: Any) -> bool:
    while len(parts) == 1 and str(parts[0][0]) == "SUBPATTERN":
        parts = parts[0][1][-1]
    return len(parts) == 1 and str(parts[0][0]) in REPEATS[:2] and parts[0][1][1] > UNLIMITED


def _children(name: str, argument: Any) -> list[Any]:
    """The patterns inside one part."""
    if name == "BRANCH":
        return list(argument[1])
    if name == "ATOMIC_GROUP":
        return [argument]
    if name in (*REPEATS, "SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return [argument[-1]]
    return []
