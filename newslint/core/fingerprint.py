"""Know a finding again by its rule and its words, wherever it moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.core.lazy_pattern import lazy_pattern
from newslint.core.record import NamedTuple

if TYPE_CHECKING:
    from newslint.core.finding import Finding


AROUND = 3
"""Words on either side that distinguish findings of the same letters."""


_REACH = 120
"""Letters on either side in which these words are searched."""


_WORD = lazy_pattern(r"\w+")

_END = lazy_pattern(r"[.!?…][\"'”’)\]]*\s|\n\s*\n")


class Entry(NamedTuple):
    """A finding as a baseline stores it: its key, and its rule and words for people."""

    key: str
    rule: str
    text: str
    context: str


def entries_of(findings: Sequence[Finding], text: str) -> list[Entry]:
    """One entry for each finding in `text`; findings with the same words get different keys."""
    seen: Counter[tuple[str, ...]] = Counter()
    entries = []
    for finding in findings:
        before, after = _words_around(text, *finding.span)
        found = " ".join(finding.text.split())
        identity = (finding.rule, found, *before, "", *after)
        seen[identity] += 1
        key = blake2b(
            "\0".join((*identity, str(seen[identity]))).encode(), digest_size=10
        ).hexdigest()
        entries.append(Entry(key, finding.rule, found, " ".join((*before, found, *after))))
    return entries


def _words_around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before and after a stretch, within its sentence."""
    before = _END.split(text[max(start - _REACH, 0) : start])[-1]
    after = _END.split(text[end : end + _REACH])[0]
    return _WORD.findall(before)[-AROUND:], _WORD.findall(after)[:AROUND]
