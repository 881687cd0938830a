"""Running: paths in, an Outcome for each out, in the order of the paths.

One process is enough for an article or a hundred; an archive is spread over several
(pool.py). Either way the outcomes are the same.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.book import open_book
from newslint.engine import Linter
from newslint.errors import NewslintError, SourceError, confession
from newslint.report import Look, open_format
from newslint.report.summary import Tally
from newslint.selection import Selection
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.checks.guarded import Fault
    from newslint.finding import Finding

PAYS = 1_000_000
"""Bytes from which on a second process earns its start."""

_PASSES = 8
"""Rounds of fixing after which we believe that it would never end."""

REPORT, FIX, DIFF = "report", "fix", "diff"


class Task(NamedTuple):
    """How every file of a run is read: plain values, so that a worker can be told."""

    mode: str = REPORT
    unsafe: bool = False
    format: str = "text"  # empty: nobody wants to see single findings
    look: Look = Look()
    names: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    style: str = ""
    selection: Selection = Selection()


class Outcome(NamedTuple):
    """What came of one file: a report, text (a diff) or an error to print, and counts to add."""

    tally: Tally | None = None
    report: Sequence[str] = ()
    text: bytes = b""
    error: str = ""
    faults: Sequence[Fault] = ()  # rules that failed on this file; the others are in the report


class Mended(NamedTuple):
    """A source after fixing, and what remains to be said about it."""

    source: Source
    fixed: int
    left: list[Finding]
    faults: list[Fault]


class Runner:
    """Does a task, file after file."""

    __slots__ = ("_linter", "_render", "_task")

    def __init__(self, task: Task) -> None:
        book = open_book(names=task.names, rules=task.rules, style=task.style)
        wanted = task.selection.choose((rule.id for rule in book.rules), book.style)
        self._linter = Linter(book, wanted)
        self._render = open_format(task.format).render if task.format else None
        self._task = task

    def file(self, path: str) -> Outcome:
        """Read the file at `path` and do what the task says, writing it if that is to fix."""
        try:
            source = Source.read(path)
            mended = self.mend(source)
            if mended.fixed and self._task.mode == FIX:
                from newslint.fix import write

                write(source, mended.source.text)
            return self.outcome(source, mended)
        except NewslintError as error:
            return Outcome(error=str(error))
        except Exception as error:  # a fault of ours must not cost the user the other files
            said = f"newslint failed on this file, please report it: {confession(error)}"
            return Outcome(error=f"{path}: {said}")

    def mend(self, source: Source) -> Mended:
        """Lint, and unless the task is only to report, fix until nothing fixable is left.

        A fix can settle which of two spellings is right, or free a place for a fix that it
        conflicted with; going on until all is quiet makes a second run change nothing.
        """
        left, faults = self._linter.examine(source)
        if self._task.mode == REPORT:
            return Mended(source, 0, left, faults)
        from newslint.fix import apply, choose, edits

        fixed = 0
        for _ in range(_PASSES):
            applied, _ = choose(left, self._task.unsafe)
            if not applied:
                return Mended(source, fixed, left, faults)
            fixed += len(applied)
            text = apply(source.text, edits(applied))
            source = Source(source.path, text, source.encoding, source.bom)
            left, more = self._linter.examine(source)
            faults += more
        rules = ", ".join(sorted({finding.rule for finding in applied}))
        raise SourceError(source.path, f"fixes undo each other ({rules}), so nothing was changed")

    def outcome(self, source: Source, mended: Mended) -> Outcome:
        """What to print and to count of a source and what became of it."""
        tally = Tally(mended.left, mended.fixed)
        if self._task.mode == DIFF:
            return Outcome(tally, text=_diff(source, mended), faults=mended.faults)
        report = self._render and self._render(mended.source, mended.left, self._task.look)
        return Outcome(tally, report or (), faults=mended.faults)


def run(task: Task, paths: Sequence[str], jobs: int) -> Generator[Outcome, None, None]:
    """The outcome of every path, in order, by as many processes as pay."""
    runner = Runner(task)  # in any case: a fault in the book is found here, and said once
    if jobs > 1 and len(paths) > 1 and _pays(paths):
        from newslint.pool import spread

        return spread(task, paths, jobs)
    return (runner.file(path) for path in paths)


def _pays(paths: Sequence[str]) -> bool:
    total = 0
    for path in paths:
        try:
            total += os.stat(path).st_size  # noqa: PTH116  (pathlib costs start-up time)
        except OSError:
            continue  # said when it is its turn to be read
        if total > PAYS:
            return True
    return False


def _diff(source: Source, mended: Mended) -> bytes:
    if not mended.fixed:
        return b""
    from newslint.fix import diff

    return diff(source, mended.source.text).encode()
