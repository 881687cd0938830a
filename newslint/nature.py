"""Natures: in goes a pattern of the book, out comes what reading it tells, before it is ever run.

That is letters and words that every match must hold, so that an article without them is not
searched; and how much work a search may be. Both err on the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

MANY = 100_000
"""Ways to try at each letter beyond which a search is timed; also the most that are counted."""

ENDLESS = 9
"""The degree of a pattern that may take more than any power of the text's length."""

EDGE = "\0"
"""Stands in a literal where a word begins or ends."""

_FIRST_WORD = re.compile(rf"{EDGE}([^\W_]+)[^\w'’{EDGE}]")
_WIDEST = 16
"""Alternatives of which one must be there: looking for more of them saves nothing."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Literals = tuple[str, ...]
"""Strings of which one must be there; none at all: nothing is known."""


class Effort(NamedTuple):
    """What a search may cost: `ways` to try at a letter, and `degree` unbounded repeats."""

    ways: int = 1
    degree: int = 0

    def times(self, other: Effort) -> Effort:
        """The effort of one part followed by another."""
        return Effort(min(self.ways * other.ways, MANY + 1), self.degree + other.degree)


class Nature(NamedTuple):
    """What reading a pattern tells: plain values, which a compiled book keeps."""

    folds: bool
    """Whether some letters stand for small ones and capitals."""
    literals: Literals
    """Of which every match holds one, with an EDGE where a word must begin or end; in small
    letters if the pattern folds."""
    ways: int
    degree: int
    first_words: Literals = ()
    """Whole words, in small letters, of which every match begins with one; none: not known."""


def nature(pattern: str) -> Nature:
    """Read a pattern.

    >>> nature("(?i)Subscribe( now)?")
    Nature(folds=True, literals=('subscribe',), ways=2, degree=0, first_words=())
    """
    tree = parsed(pattern)
    folds = bool(tree.state.flags & re.IGNORECASE) or bool(re.search(r"\(\?[a-z]*i", pattern))
    literals = needed(tree)
    if folds:
        ascii_only = all(map(str.isascii, literals))
        literals = tuple(literal.lower() for literal in literals) if ascii_only else ()
    return Nature(folds, literals, *effort(tree), first_words(tree))


def parsed(pattern: str) -> Any:
    """A pattern as Python itself reads it: (operation, argument) after (operation, argument)."""
    return import_module("re._parser").parse(pattern)


def needed(parts: Iterable[Any]) -> Literals:
    """Strings of which every match holds one, the more telling the better; none if unknown.

    >>> needed(parsed(r"(?<=[a-z]) {1,3}(?=[,.])")), needed(parsed("extract(?:ed|ing)? revenge"))
    ((' ,', ' .'), (' revenge',))
    >>> needed(parsed("colou?r|odou?r")), needed(parsed("[a-z]+"))
    (('color', 'colour', 'odor', 'odour'), ())
    """
    found: list[Literals] = []
    run: Literals = ("",)
    for part in parts:
        name, argument = str(part[0]), part[1]
        if name == "ASSERT":
            ahead, inner = argument
            found += [needed(inner), _joined(run, _opening(inner)) if ahead > 0 else ()]
        elif name != "ASSERT_NOT" and (name != "AT" or _is_edge(part)):
            whole = _letters(part)
            longer = _joined(run, whole)
            if longer:
                run = longer
                continue
            found += [_least(_joined(run, _opening([part]))) or run, _inside(name, argument)]
            run = whole or _closing(name, argument)
    found.append(run)
    telling = (some for some in found if some and all(one.strip(EDGE) for one in some))
    return max(telling, key=lambda some: (min(map(rarity, some)), -len(some)), default=())


def rarity(literal: str) -> int:
    """How much a literal tells: capitals and signs are rarer than small letters and spaces."""
    known = literal.replace(EDGE, "")
    return sum(1 if letter.islower() or letter == " " else 3 for letter in known)


def _least(literals: Iterable[str]) -> Literals:
    """The literals that hold no other one: where one of those is, so is one of these."""
    found = set(literals)
    return tuple(sorted(s for s in found if not any(o in s for o in found - {s})))


def _joined(heads: Literals, tails: Literals) -> Literals:
    """Every head with every tail; none if these are too many to look for."""
    if len(heads) * len(tails) > _WIDEST:
        return ()
    return tuple(head + tail for head in heads for tail in tails)


def _letters(part: Any) -> Literals:
    """All that a part of a pattern can match, if these are few; none if they are not."""
    name, argument = str(part[0]), part[1]
    if name == "LITERAL":
        return (chr(argument),)
    if _is_edge(part):
        return (EDGE,)
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return tuple(chr(value) for _, value in argument)[: _WIDEST + 1]
    if name == "SUBPATTERN":
        return _all_letters(argument[-1])
    if name == "BRANCH":
        branches = [_all_letters(branch) for branch in argument[1]]
        return tuple(s for some in branches for s in some) if all(branches) else ()
    if name in _REPEATS and argument[0] == argument[1] <= _WIDEST:
        return _all_letters(list(argument[2]) * argument[0])
    return ()


def _is_edge(part: Any) -> bool:
    return str(part[0]) == "AT" and str(part[1]) == "AT_BOUNDARY"


def _all_letters(parts: Iterable[Any]) -> Literals:
    found: Literals = ("",)
    for part in parts:
        found = _joined(found, _letters(part))
    return found


def _opening(parts: Iterable[Any]) -> Literals:
    """What all that `parts` can match begins with; an empty string if that is unknown."""
    found: Literals = ("",)
    for part in parts:
        name, argument = str(part[0]), part[1]
        if name == "ASSERT_NOT" or (name == "ASSERT" and argument[0] < 0):
            continue
        longer = _joined(found, _optional(part) or _letters(part))
        if not longer:
            return _joined(found, _beginning(name, argument)) or found
        found = longer
    return found


def _optional(part: Any) -> Literals:
    """All that a part which may be missing can match: nothing, or its letters."""
    name, argument = str(part[0]), part[1]
    if name not in _REPEATS or argument[:2] != (0, 1):
        return ()
    once = _all_letters(argument[2])
    return ("", *once) if once else ()


def _beginning(name: str, argument: Any) -> Literals:
    """What one part that can match too much to list begins with."""
    if name in _REPEATS and argument[0]:
        return _opening(list(argument[2]) * argument[0])
    if name == "SUBPATTERN":
        return _opening(argument[-1])
    if name == "BRANCH":
        return tuple(dict.fromkeys(s for branch in argument[1] for s in _opening(branch)))
    return ()


def _closing(name: str, argument: Any) -> Literals:
    """What all that a repeat can match ends with; an empty string if that is unknown."""
    if name in _REPEATS and argument[0]:
        return _all_letters(list(argument[2]) * min(argument[0], _WIDEST)) or ("",)
    return ("",)


def _inside(name: str, argument: Any) -> Literals:
    """What `needed` finds in one part that can match too much to list."""
    if name == "BRANCH":
        branches = [needed(branch) for branch in argument[1]]
        least = _least(literal for some in branches for literal in some)
        return least if all(branches) and len(least) <= _WIDEST else ()
    if name == "SUBPATTERN":
        return needed(argument[-1])
    if name == "ATOMIC_GROUP":
        return needed(argument)
    return needed(argument[2]) if name in _REPEATS and argument[0] else ()


def first_words(parts: Iterable[Any]) -> Literals:
    r"""Whole words, in small letters, of which every match begins with one; none if unknown.

    >>> first_words(parsed(r"\b[Ee]ither \w")), first_words(parsed("either "))
    (('either',), ())
    """
    found = [_FIRST_WORD.match(opening) for opening in _opening(parts)]
    return tuple(sorted({match[1].lower() for match in found if match})) if all(found) else ()


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
    if name == "POSSESSIVE_REPEAT":  # what it took it never gives back
        return effort(argument[2]) if argument[1] <= MANY else _repeated(*argument)
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
