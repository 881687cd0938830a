"""Count what a whole run came to, and say it in a sentence or as a table.

`Tally` is what a worker sends home for its files; tallies add up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.core.finding import SAFE, SEVERITIES, UNSAFE, Finding
from newslint.core.record import NamedTuple


class Sort(NamedTuple):
    """The key by which findings are counted."""

    rule: str
    severity: str
    applicability: str


class Tally:
    """Counts of a run, or of one file."""

    __slots__ = ("files", "files_fixed", "files_found", "fixed", "found")

    def __init__(self, found: Iterable[Finding] = (), fixed: int = 0) -> None:
        self.found = Counter(map(_sort, found))
        self.fixed = fixed
        self.files = 1
        self.files_found = int(bool(self.found))
        self.files_fixed = int(bool(fixed))

    @classmethod
    def empty(cls) -> Tally:
        """The counts of a run before its first file."""
        tally = cls()
        tally.files = 0
        return tally

    def add(self, other: Tally) -> None:
        """Add the counts of another file."""
        self.found.update(other.found)
        self.fixed += other.fixed
        self.files += other.files
        self.files_found += other.files_found
        self.files_fixed += other.files_fixed

    def fixable(self, applicability: str) -> int:
        """How many findings carry a fix of this applicability."""
        return sum(n for sort, n in self.found.items() if sort.applicability == applicability)


def _sort(finding: Finding) -> Sort:
    return Sort(finding.rule, finding.severity, finding.fix.applicability if finding.fix else "")


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "file"), count(2, "file"), count(2, "story", "stories")
    ('1 file', '2 files', '2 stories')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def fixed_sentence(tally: Tally, verb: str = "Fixed") -> str:
    """A sentence on the fixes made: Fixed 5 in 1 file."""
    if not tally.fixed:
        return f"Nothing to fix in {count(tally.files, 'file')}."
    return f"{verb} {tally.fixed} in {count(tally.files_fixed, 'file')}."


def found_sentence(tally: Tally, fixing: bool = False) -> str:
    """A sentence on the findings: Found 5 errors in 1 of 3 files, 5 fixable with --fix."""
    if not tally.found:
        done = "Nothing left to report" if tally.fixed else "Nothing to report"
        return f"{done} in {count(tally.files, 'file')}."
    kinds = [count(n, severity) for severity in SEVERITIES if (n := _of(tally, severity))]
    verb = "Left" if tally.fixed else "Found"
    files = count(tally.files, "file")
    where = files if tally.files == tally.files_found else f"{tally.files_found} of {files}"
    return f"{verb} {_joined(kinds)} in {where}{_offer(tally, fixing)}."


def _of(tally: Tally, severity: str) -> int:
    return sum(n for sort, n in tally.found.items() if sort.severity == severity)


def _joined(words: list[str]) -> str:
    *front, last = words
    return f"{', '.join(front)} and {last}" if front else last


def _offer(tally: Tally, fixing: bool) -> str:
    safe, unsafe = tally.fixable(SAFE), tally.fixable(UNSAFE)
    offer = "" if fixing or not safe else f", {safe} fixable with --fix"
    if unsafe:
        offer += f", {unsafe}{' more' if offer else ''} with --unsafe-fixes"
    return offer


def table(tally: Tally) -> str:
    """A line for each rule, the commonest first: findings, rule, how many have a safe fix."""
    rows = rule_counts(tally)
    if not rows:
        return ""
    wide = len(str(rows[0][1]))
    longest = max(len(rule) for rule, _, _ in rows)
    return "".join(
        f"{number:>{wide}}  {rule:<{longest}}  {f'{safe} fixable' if safe else ''}".rstrip() + "\n"
        for rule, number, safe in rows
    )


def rule_counts(tally: Tally) -> list[tuple[str, int, int]]:
    """(rule, findings, safely fixable ones), the commonest rule first."""
    numbers: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    for sort, number in tally.found.items():
        numbers[sort.rule] += number
        safe[sort.rule] += number if sort.applicability == SAFE else 0
    ranked = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return [(rule, number, safe[rule]) for rule, number in ranked]
