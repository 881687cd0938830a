"""The place of the last edit, and the findings there that wait until the writer has moved on.

Half a word is misspelt, and a quotation that was just opened is not closed: nobody wants to hear of
either while they type.
"""

from __future__ import annotations

from newslint.core.finding import Finding
from newslint.text.source import Source


def caret(old: str, new: str) -> int:
    """The offset in `new` at which the change from `old` ends, where the writer is.

    >>> caret("The ferry", "The old ferry"), caret("The ferry", "The")
    (8, 3)
    """
    shortest = min(len(old), len(new))
    head = _common(old, new, shortest)
    tail = _common(old[::-1], new[::-1], shortest - head)
    return len(new) - tail


def _common(one: str, other: str, most: int) -> int:
    """The number of letters, at most `most`, with which both begin; found by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def waits(finding: Finding, source: Source, at: int) -> bool:
    """Whether a finding is of something that may still be typed at the offset `at`.

    That is what touches the place, and a mark before it in its paragraph.
    """
    start, end = finding.span
    if start <= at <= end:
        return True
    is_mark = finding.rule.startswith("punctuation/") and end <= at
    return is_mark and "\n" not in source.text[end:at]
