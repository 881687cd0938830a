"""Fix a source until nothing fixable is left in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.core.errors import SourceError
from newslint.core.finding import MOST_FINDINGS
from newslint.core.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from newslint.core.finding import Edit, Finding
    from newslint.core.fingerprint import Entry
    from newslint.engine.guard import Failure
    from newslint.text.source import Source

    Examine = Callable[[Source], tuple[list[Finding], list[Failure]]]
    ReadAgain = Callable[[Source], Source]

    class FindingFilter(Protocol):
        """Decides which findings of a source count, in each round of fixing."""

        @property
        def known_findings(self) -> Sequence[Entry]:
            """The baseline's entries of the findings that are known."""

        def keep(self, findings: list[Finding]) -> list[Finding]:
            """The findings that count, out of all findings of a round."""

        def track_edits(self, edits: Sequence[Edit]) -> None:
            """Note a round of edits, in order, so that places can be traced back."""


_PASSES = 8
"""Maximum rounds of fixing."""


class KeepAll:
    """The filter for which every finding counts."""

    known_findings: Sequence[Entry] = ()

    def keep(self, findings: list[Finding]) -> list[Finding]:
        """All findings."""
        return findings

    def track_edits(self, edits: Sequence[Edit]) -> None:
        """Do nothing: no place is traced back."""


class FixResult(NamedTuple):
    """A source after fixing, and the findings that remain."""

    source: Source
    fixed: int
    left: list[Finding]
    failures: list[Failure]
    known_findings: Sequence[Entry] = ()


def as_it_is(source: Source) -> Source:
    """The source unchanged, for sources that are no files."""
    return source


def fix_source(
    source: Source,
    examine: Examine,
    finding_filter: FindingFilter,
    unsafe: bool,
    read_again: ReadAgain = as_it_is,
) -> FixResult:
    """Fix what `examine` finds and the filter keeps, until nothing fixable is left.

    A fix can decide which of two spellings is right, or resolve a conflict with another fix.
    Repeating until nothing changes means that a second run changes nothing. `read_again` returns
    what the next run will read of a written source, which is what is judged. Raises a SourceError
    that names the rules if their fixes never end.
    """
    from newslint.engine.conflicts import choose_fixes
    from newslint.text.edits import apply, edits

    found, failures = examine(source)
    left = finding_filter.keep(found)
    fixed = 0
    # Of copy with more findings than are told, each round fixes as many as are.
    for _ in range(_PASSES + len(source.text) // MOST_FINDINGS):
        applied, _ = choose_fixes(left, unsafe)
        if not applied:
            return FixResult(source, fixed, left, failures, finding_filter.known_findings)
        fixed += len(applied)
        made = edits(applied)
        source = source.replaced(apply(source.text, made))
        source = read_again(source)
        finding_filter.track_edits(made)
        found, more = examine(source)
        left = finding_filter.keep(found)
        failures += more
    rules = ", ".join(sorted({finding.rule for finding in applied}))
    raise SourceError(source.path, f"fixes undo each other ({rules}), so nothing was changed")
