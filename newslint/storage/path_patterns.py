"""Path patterns as in .gitignore, matched in linear time.

A star takes the first place where the text after it fits, and no other is tried: the earliest place
leaves the most room for the rest. So matching never backtracks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

LONGEST = 1_000
"""Maximum letters of a pattern."""


_TOKEN = lazy_pattern(r"\\(.)|\[[!^]?\]?(?:\[:\w+:\]|\\.|[^]\\])*+\]|\*++|.", re.DOTALL)
"""An escaped letter, a set of letters, stars or any other letter."""


_CLASSES = {
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "alnum": "a-zA-Z0-9",
    "upper": "A-Z",
    "lower": "a-z",
    "space": r"\s",
    "blank": r" \t",
    "punct": r"!-\/:-@\[-`{-~",
    "xdigit": "0-9A-Fa-f",
}


class PathPattern(NamedTuple):
    """A pattern: its expression, whether it is for folders only, and whether it includes again."""

    regex: re.Pattern[str]
    folders_only: bool
    negated: bool

    def matches(self, path: str) -> bool:
        """Whether it matches this path, which is relative to the pattern's folder.

        The path of a folder ends in a slash.
        """
        if self.folders_only and not path.endswith("/"):
            return False
        return self.regex.match(path.removesuffix("/")) is not None


def decision(patterns: Iterable[PathPattern], path: str) -> bool | None:
    """Whether patterns, the last first, exclude this path; None if none matches it."""
    return next((not pattern.negated for pattern in patterns if pattern.matches(path)), None)


class PathPatterns:
    """Several patterns; the last one that matches a path decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the patterns; raises a ValueError for a bad one."""
        self._last_first = [p for line in lines if (p := read_pattern(line))][::-1]

    def matches(self, path: str) -> bool:
        """Whether they exclude a path, or a folder that it lies in."""
        return any(decision(self._last_first, part) for part in _folders_and(path))


def _folders_and(path: str) -> Iterator[str]:
    """The folders that a path lies in, the outermost first, and the path."""
    at = path.find("/")
    while 0 <= at < len(path) - 1:
        yield path[: at + 1]
        at = path.find("/", at + 1)
    yield path


def read_pattern(line: str) -> PathPattern | None:
    """The pattern of one line; None for an empty line or a comment.

    A ValueError says why a line is no pattern.

    >>> pattern = read_pattern("drafts/**/*.md")
    >>> [pattern.matches(path) for path in ("drafts/a.md", "drafts/b/c/a.md", "a.md", "drafts/")]
    [True, True, False, False]
    """
    line = _without_end(line)
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    pattern = line.removeprefix("!")
    if len(pattern) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST} letters")
    body = pattern.removesuffix("/")
    anchored = "/" in body
    segments = body.removeprefix("/").split("/")
    if not all(segments):
        raise ValueError("a name is missing in it")
    regex = _path(segments) if anchored else rf"(?>(?:[^/]++/)*+){_segment(body)}"
    return PathPattern(re.compile(rf"{regex}\Z"), body != pattern, negated)


def _without_end(line: str) -> str:
    """A line without its end and the spaces before it, unless a backslash keeps one."""
    line = line.rstrip("\r\n")
    bare = line.rstrip(" ")
    escaped = (len(bare) - len(bare.rstrip("\\"))) % 2
    return line[: len(bare) + 1] if escaped else bare


def _path(segments: Sequence[str]) -> str:
    """The expression for the names of a path; ** is any number of folders."""
    stretches: list[list[str]] = [[]]
    for segment in segments:
        if segment == "**":
            stretches.append([])
        else:
            stretches[-1].append(_segment(segment))
    first, *further = map("/".join, stretches)
    if not further:
        return first
    *middle, last = further
    start = f"{first}/" if first else ""
    between = "".join(f"(?>(?>[^/]+/)*?{names}/)" for names in middle if names)
    return start + between + (f"(?>[^/]+/)*?{last}" if last else "(?s:.++)")


def _segment(segment: str) -> str:
    """The expression for one name."""
    pieces = [""]
    for token in _TOKEN.finditer(segment):
        if token[0][0] == "*":
            pieces.append("")
        else:
            pieces[-1] += _letter(token)
    first, *further = pieces
    if not further:
        return first
    *middle, last = further
    between = "".join(f"(?>[^/]*?{piece})" for piece in middle if piece)
    return first + between + (f"[^/]*{last}" if last else "[^/]*+")


def _letter(token: re.Match[str]) -> str:
    """The expression for what stands for one letter."""
    if token[1]:
        return re.escape(token[1])
    if token[0] == "?":
        return "[^/]"
    if token[0] in "\\[":
        raise ValueError(f"its '{token[0]}' has nothing behind it")
    return _set(token[0][1:-1]) if len(token[0]) > 1 else re.escape(token[0])


def _set(inside: str) -> str:
    """The expression for a set of letters, from what stands between its brackets."""
    negated = inside[0] in "!^"
    letters = "".join(map(_set_part, re.findall(_SET_PART, inside[negated:], re.DOTALL)))
    return rf"(?!/)[^{letters}]" if negated else rf"(?!/)[{letters}]" if letters else "(?!)"


_SET_PART = r"\[:\w+:\]|(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|."


def _set_part(part: str) -> str:
    """A class, a range or a letter of a set; nothing for what holds no letter."""
    if part.startswith("[:") and part.endswith(":]"):
        return _CLASSES.get(part[2:-2], "")
    first, *more = re.findall(r"\\(.)|(.)", part, re.DOTALL)
    low = "".join(first)
    if len(more) < 2:
        return re.escape(low)
    high = "".join(more[1])
    return f"{re.escape(low)}-{re.escape(high)}" if low <= high else re.escape(low)
