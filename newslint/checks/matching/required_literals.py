"""Strings of which every match of a pattern contains one.

An article that has none of them need not be searched. The answer errs on the safe side: a string
that is too short finds too many articles, and no string at all means every article.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from newslint.core.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

EDGE = "\0"
"""Marks in a literal where a word begins or ends."""


MOST = 512
"""Maximum number of alternatives of which a match must hold one."""


MANY = 4 * MOST
"""Number of literals beyond which those that contain others are not removed."""


LONGEST = 1_000
"""Maximum number of letters in a literal."""


REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Literals = tuple[str, ...]
"""Strings of which a match holds at least one; empty: unknown."""


def parse(pattern: str) -> Any:
    """Parse a pattern with Python's own parser, to pairs of (operation, argument)."""
    return import_module("re._parser").parse(pattern)


def required_literals(parts: Iterable[Any]) -> Literals:
    """The rarest strings of which every match holds one; empty if unknown.

    >>> required_literals(parse(r"(?<=[a-z]) {1,3}(?=[,.])"))
    (' ,', ' .')
    >>> required_literals(parse("extract(?:ed|ing)? revenge"))
    ('extract revenge', 'extracted revenge', 'extracting revenge')
    >>> required_literals(parse("colou?r|odou?r")), required_literals(parse("[a-z]+"))
    (('color', 'colour', 'odor', 'odour'), ())
    """
    telling = (some for some in literals_of(parts) if some and all(one.strip(EDGE) for one in some))
    return max(telling, key=lambda some: (min(map(rarity, some)), -len(some)), default=())


def openings(parts: Iterable[Any]) -> Literals:
    r"""The whole words, each with the sign after it, that begin all matches; empty if unknown.

    >>> openings(parse(r"\b[Ee]ither \w")), openings(parse("either "))
    (('Either ', 'either '), ())
    """
    found = [_OPENING.match(opening) for opening in _opening(parts)]
    return tuple(sorted({match[1] for match in found if match})) if all(found) else ()


_OPENING = lazy_pattern(rf"{EDGE}+([^\W_]+[^\w'’{EDGE}])")


def rarity(literal: str) -> int:
    """How rare a literal is: most signs are rarer than letters, spaces and sentence ends.

    Case does not count, since literals are searched in small letters.
    """
    known = literal.replace(EDGE, "")
    return sum(1 if letter.isalnum() or letter in _COMMON else 3 for letter in known)


def is_telling(string: str) -> bool:
    """Whether a string is so rare that searching for it first saves time.

    >>> [is_telling(string) for string in (". ", " .", "..", "a ", "a an", "(")]
    [False, True, True, False, True, True]
    """
    signs = [letter for letter in string if not letter.isalnum() and letter != " "]
    if len(string) - string.count(" ") - len(signs) >= 3 or len(signs) > 1:
        return True
    return bool(signs) and (string[0] == " " or signs[0] not in _COMMON)


_COMMON = frozenset(" .,'’\"”“-")


def literals_of(parts: Iterable[Any]) -> list[Literals]:
    """All sets of literals of `parts`: every match holds one string of each set."""
    sets: list[Literals] = []
    run: Literals = ("",)
    for part in parts:
        name, argument = str(part[0]), part[1]
        if name == "ASSERT":
            ahead, inner = argument
            sets += literals_of(inner)
            sets.append(_joined(run, _opening(inner)) if ahead > 0 else ())
        elif name not in ("ASSERT_NOT", "AT") or is_edge(part):
            whole = _optional(part) or _letters(part)
            longer = _joined(run, whole)
            if longer:
                run = longer
                continue
            sets.append(least_of(_joined(run, _opening([part]))) or run)
            sets += _inside(name, argument)
            last = tuple(sorted({one[-1:] for one in run}))
            run = _joined(last, whole) or whole or _closing([part])
    sets.append(run)
    return sets


def _opening(parts: Iterable[Any]) -> Literals:
    """The beginnings of everything that `parts` match; an empty string if unknown."""
    found: Literals = ("",)
    for part in parts:
        name, argument = str(part[0]), part[1]
        if not is_edge(part) and (name == "ASSERT_NOT" or (name == "ASSERT" and argument[0] < 0)):
            continue
        longer = _joined(found, _optional(part) or _letters(part))
        if not longer:
            return _joined(found, _beginning(name, argument)) or found
        found = longer
    return found


def _closing(parts: Iterable[Any]) -> Literals:
    """The ends of everything that `parts` match; an empty string if unknown."""
    found: Literals = ("",)
    for part in reversed(list(parts)):
        name, argument = str(part[0]), part[1]
        longer = _joined(_optional(part) or _letters(part), found)
        if not longer:
            return _joined(_ending(name, argument), found) or found
        found = longer
    return found


def _joined(heads: Literals, tails: Literals) -> Literals:
    """Every head with every tail; none if these are too many or too long."""
    if len(heads) * len(tails) > MOST:
        return ()
    if max(map(len, heads), default=0) + max(map(len, tails), default=0) > LONGEST:
        return ()
    return tuple(head + tail for head in heads for tail in tails)


def _letters(part: Any) -> Literals:
    """Everything that one part matches, if that is little; otherwise none."""
    name, argument = str(part[0]), part[1]
    if name == "LITERAL":
        return (chr(argument),)
    if is_edge(part):
        return (EDGE,)
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return tuple(chr(value) for _, value in argument)[: MOST + 1]
    if name == "SUBPATTERN":
        return _all_letters(argument[-1])
    if name == "BRANCH":
        branches = [_all_letters(branch) for branch in argument[1]]
        return tuple(s for some in branches for s in some) if all(branches) else ()
    if name in REPEATS and argument[0] == argument[1]:
        return _times(_all_letters(argument[2]), argument[0])
    return ()


def _times(literals: Literals, number: int) -> Literals:
    """All sequences of `number` literals; none if these are too many."""
    found: Literals = ("",)
    for _ in range(min(number, LONGEST + 1)):
        found = _joined(found, literals)
    return found if number <= LONGEST else ()


def _all_letters(parts: Iterable[Any]) -> Literals:
    found: Literals = ("",)
    for part in parts:
        found = _joined(found, _optional(part) or _letters(part))
    return found


def _optional(part: Any) -> Literals:
    """Everything that an optional part matches: nothing, or its letters."""
    name, argument = str(part[0]), part[1]
    if name not in REPEATS or argument[:2] != (0, 1):
        return ()
    once = _all_letters(argument[2])
    return ("", *once) if once else ()


def _beginning(name: str, argument: Any) -> Literals:
    """The beginnings of one part that matches too much to list."""
    if name in REPEATS and argument[0]:
        return _times(_all_letters(argument[2]), min(argument[0], 16)) or _opening(argument[2])
    if name == "SUBPATTERN":
        return _opening(argument[-1])
    if name == "BRANCH":
        return tuple(dict.fromkeys(s for branch in argument[1] for s in _opening(branch)))
    return ()


def _ending(name: str, argument: Any) -> Literals:
    """The ends of one part that matches too much to list."""
    if name in REPEATS and argument[0]:
        return _times(_all_letters(argument[2]), min(argument[0], 16)) or _closing(argument[2])
    if name == "SUBPATTERN":
        return _closing(argument[-1])
    if name == "BRANCH":
        return tuple(dict.fromkeys(s for branch in argument[1] for s in _closing(branch)))
    return ()


def _inside(name: str, argument: Any) -> list[Literals]:
    """The sets of literals inside one part that matches too much to list."""
    if name == "BRANCH":
        branches = [required_literals(branch) for branch in argument[1]]
        if not all(branches) or sum(map(len, branches)) > MANY:
            return []
        least = least_of(literal for some in branches for literal in some)
        return [least] if len(least) <= MOST else []
    if name == "SUBPATTERN":
        return literals_of(argument[-1])
    if name == "ATOMIC_GROUP":
        return literals_of(argument)
    return literals_of(argument[2]) if name in REPEATS and argument[0] else []


def is_edge(part: Any) -> bool:
    r"""Whether a part of a pattern is the edge of a word: `\b`, or no letter before it."""
    name, argument = str(part[0]), part[1]
    if name == "AT":
        return str(argument) == "AT_BOUNDARY"
    if name != "ASSERT_NOT" or len(argument[1]) != 1 or str(argument[1][0][0]) != "IN":
        return False
    refused = [str(value) for _, value in argument[1][0][1]]
    return "CATEGORY_WORD" in refused and str(argument[1][0][1][0][0]) != "NEGATE"


def least_of(literals: Iterable[str]) -> Literals:
    """The literals that contain no other one, which is enough to find them all."""
    found = set(literals)
    return tuple(sorted(s for s in found if not any(o in s for o in found - {s})))
