"""Colour a unified diff for a terminal, and mark the words that changed within a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from newslint.core.lazy_pattern import lazy_pattern
from newslint.report.colour import Colours

_LONGEST = 20_000
"""Characters of a line up to which its words are compared; a longer one has one colour."""

_WORD = lazy_pattern(r"\w+|\W")


def coloured(diff: str) -> str:
    r"""The diff with colours.

    >>> coloured("@@ -1 +1 @@\n-the teh\n+the the\n").split("\n")[1]
    '\x1b[31m-\x1b[0m\x1b[31mthe \x1b[0m\x1b[1;7;31mteh\x1b[0m'
    """
    paint = Colours(True)
    removed: list[str] = []
    added: list[str] = []
    parts: list[str] = []
    for line in diff.split("\n"):
        if _is(line, "+"):
            added.append(line)
            continue
        if added or not _is(line, "-"):
            parts += _change(removed, added, paint)
            removed, added = [], []
        if _is(line, "-"):
            removed.append(line)
        else:
            parts.append(_around(line, paint))
    return "\n".join(parts + _change(removed, added, paint))


def _is(line: str, sign: str) -> bool:
    """Whether a line was added (+) or removed (-); the names of files are neither."""
    return line.startswith(sign) and not line.startswith(sign * 3 + " ")


def _around(line: str, paint: Colours) -> str:
    """A line that is no change: the name of a file, the place of a hunk, or context."""
    if line.startswith(("--- ", "+++ ")):
        return paint.strong(line)
    return paint.frame(line) if line.startswith("@@") else line


def _change(removed: Sequence[str], added: Sequence[str], paint: Colours) -> list[str]:
    """The lines of one change; where as many came as went, each is compared with its twin."""
    if len(removed) != len(added):
        return [*map(paint.bad, removed), *map(paint.good, added)]
    twins = [_twins(old, new, paint) for old, new in zip(removed, added, strict=True)]
    return [*(old for old, _ in twins), *(new for _, new in twins)]


def _twins(old: str, new: str, paint: Colours) -> tuple[str, str]:
    """A removed and an added line, with the words that differ between them marked."""
    if max(len(old), len(new)) > _LONGEST:
        return paint.bad(old), paint.good(new)
    before, after = _WORD.findall(old[1:]), _WORD.findall(new[1:])
    same = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return (
        _marked("-", before, [(a, a + size) for a, _, size in same], paint.bad, paint.bad_word),
        _marked("+", after, [(b, b + size) for _, b, size in same], paint.good, paint.good_word),
    )


def _marked(
    sign: str,
    words: Sequence[str],
    same: Sequence[tuple[int, int]],
    plain: Callable[[str], str],
    strong: Callable[[str], str],
) -> str:
    """A line in colour: `plain` for the ranges of words that are the same, `strong` between."""
    pieces, at = [plain(sign)], 0
    for start, end in same:
        pieces += [strong("".join(words[at:start])), plain("".join(words[start:end]))]
        at = end
    return "".join(pieces)
