"""Schedules: paths in, their outcomes out, in the same order, by as many processes as pay.

One process is enough for an article or a hundred, and for any number that nobody changed; what is
left to do of an archive is spread over several (pool.py). Either way the outcomes are the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from newslint.run import Outcome, Runner, Task
from newslint.source import size

if TYPE_CHECKING:
    from newslint.cache.results import Results

PAYS = 1_000_000
"""Bytes from which on a second process earns its start."""

_WAITING = 1_000
"""Outcomes that may wait for one before them."""


def outcomes(task: Task, paths: Sequence[str], jobs: int) -> Generator[Outcome, None, None]:
    """The outcome of every path, in order, by as many processes as pay.

    A fault in the book is raised at once, before anything is done.
    """
    results = open_results(task)
    if results is None or not results.proven:
        if jobs > 1 and len(paths) > 1 and sum(map(size, paths)) > PAYS:
            from newslint.pool import spread

            return spread(task, paths, jobs)
        jobs = 1  # nothing is known, and what there is to find out is little
    runner = Runner(task, results)
    return _ahead(runner, task, paths, jobs) if jobs > 1 else _alone(runner, paths)


def _alone(runner: Runner, paths: Iterable[str]) -> Generator[Outcome, None, None]:
    """The outcomes of the paths, in order, by this process."""
    for path in paths:
        yield runner.file(path)
    runner.flush()


def _ahead(
    runner: Runner, task: Task, paths: Sequence[str], jobs: int
) -> Generator[Outcome, None, None]:
    """The outcomes of the paths, in order, where many may be known.

    A file that is not known waits, and those after it, until so much has come together that other
    processes pay, or so many wait that it is not worth the memory.
    """
    waiting: list[tuple[str, Outcome | None]] = []
    owed, rest = 0, iter(paths)
    for path in rest:
        known = runner.known(path)
        if known and not waiting:
            yield known
            continue
        waiting.append((path, known))
        owed += 0 if known else size(path)
        if owed > PAYS:
            from newslint.pool import spread

            yield from spread(task, chain((path for path, _ in waiting), rest), jobs)
            return
        if len(waiting) >= _WAITING:
            yield from (known or runner.file(path) for path, known in waiting)
            waiting, owed = [], 0
    yield from (known or runner.file(path) for path, known in waiting)
    runner.flush()


def open_results(task: Task) -> Results | None:
    """The cache for a task; None if the task wants none, or if there cannot be one."""
    if not task.cache:
        return None
    try:
        from newslint.cache.results import Results

        return Results(task)
    except (ImportError, OSError):  # a Python without SQLite; a book that cannot be read
        return None
