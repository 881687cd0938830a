"""Do jobs with as many processes as pay, and return their outcomes in order.

One process is enough for a hundred articles, and for any number of unchanged ones; the rest of an
archive is spread over several processes (process_pool.py). The outcomes are the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence

from newslint.runner.runner import Job, Outcome, Runner, Task, task_results, together
from newslint.text.source import size

PAYS = 1_000_000
"""Bytes of articles from which a second process saves time."""

_WAITING = 1_000
"""Maximum outcomes that wait for an earlier one."""


def outcomes(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    """The outcome of every job, in order, from as many processes as save time.

    A fault in a book is raised at once, before any job is done.
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
    """The outcomes of the jobs, in order, from this process."""
    for group in together(jobs):
        yield from runners[group[0].task].files(group)
    _flush(runners)


def _ahead(
    runners: Mapping[Task, Runner], jobs: Sequence[Job], processes: int
) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, in order, where the cache may have many of them.

    A file without a cached outcome waits, and so do those after it, until there is enough work for
    other processes, or too many wait.
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
