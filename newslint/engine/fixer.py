"""Mending: a Source in, the same Source out with everything fixed that can be, round by round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.core.errors import SourceError

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.fingerprint import Entry
    from newslint.engine.guard import Failure
    from newslint.runner.finding_filter import Concern
    from newslint.text.source import Source

    Examine = Callable[[Source], tuple[list[Finding], list[Failure]]]


_PASSES = 8
"""Rounds of fixing after which we believe that it would never end."""


class Mended(NamedTuple):
    """A source after fixing, and what remains to be said about it."""

    source: Source
    fixed: int
    left: list[Finding]
    failures: list[Failure]
    met: Sequence[Entry] = ()


def mend(source: Source, examine: Examine, concern: Concern, unsafe: bool) -> Mended:
    """Fix what `examine` finds and is of `concern`, until nothing fixable is left.

    A fix can settle which of two spellings is right, or free a place for a fix that it
    conflicted with; going on until all is quiet makes a second run change nothing. A SourceError
    says which rules would never let it be.
    """
    from newslint.engine.conflicts import choose
    from newslint.text.edits import apply, edits

    found, failures = examine(source)
    left = concern.sift(found)
    fixed = 0
    for _ in range(_PASSES):
        applied, _ = choose(left, unsafe)
        if not applied:
            return Mended(source, fixed, left, failures, concern.met)
        fixed += len(applied)
        made = edits(applied)
        source = source.replaced(apply(source.text, made))
        concern.follow(made)
        found, more = examine(source)
        left = concern.sift(found)
        failures += more
    rules = ", ".join(sorted({finding.rule for finding in applied}))
    raise SourceError(source.path, f"fixes undo each other ({rules}), so nothing was changed")
