"""Do jobs with as many processes as pay, and return their outcomes in order.

One process is enough for an article or a hundred, and for any number that nobody changed; the rest
of an archive is spread over several (process_pool.py). Either way the outcomes are the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence

from newslint.runner.runner import Job, Outcome, Runner, Task, task_results
from newslint.text.source import size

PAYS = 1_000_000
"""Bytes from which on a second process earns its start."""

_WAITING = 1_000
"""Outcomes that may wait for one before them."""


def outcomes(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    """The outcome of every job, in order, by as many processes as pay.

    A fault in a book is raised at once, before anything is done.
    """
    results = {task: task_results(task) for task in dict.fromkeys(job.task for job in jobs)}
    if not all(known and known.proven for known in results.values()):
        if processes > 1 and len(jobs) > 1 and sum(size(job.path) for job in jobs) > PAYS:
            from newslint.runner.process_pool import run_in_pool

            return run_in_pool(jobs, processes)
        processes = 1  # too little is known, and what there is to find out is little
    runners = {task: Runner(task, known) for task, known in results.items()}
    return _ahead(runners, jobs, processes) if processes > 1 else _alone(runners, jobs)


def _alone(runners: Mapping[Task, Runner], jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, in order, by this process."""
    for job in jobs:
        yield runners[job.task].file(job)
    _flush(runners)


def _ahead(
    runners: Mapping[Task, Runner], jobs: Sequence[Job], processes: int
) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, in order, where many may be known.

    A file that is not known waits, and those after it, until so much has come together that other
    processes pay, or so many wait that it is not worth the memory.
    """
    waiting: list[tuple[Job, Outcome | None]] = []
    owed, rest = 0, iter(jobs)
    for job in rest:
        known = runners[job.task].known(job)
        if known and not waiting:
            yield known
            continue
        waiting.append((job, known))
        owed += 0 if known else size(job.path)
        if owed > PAYS:
            from newslint.runner.process_pool import run_in_pool

            yield from run_in_pool([*(job for job, _ in waiting), *rest], processes)
            return
        if len(waiting) >= _WAITING:
            yield from _awaited(runners, waiting)
            waiting, owed = [], 0
    yield from _awaited(runners, waiting)


def _awaited(
    runners: Mapping[Task, Runner], waiting: Iterable[tuple[Job, Outcome | None]]
) -> Generator[Outcome, None, None]:
    for job, known in waiting:
        yield known or runners[job.task].file(job)
    _flush(runners)


def _flush(runners: Mapping[Task, Runner]) -> None:
    for runner in runners.values():
        runner.flush()
