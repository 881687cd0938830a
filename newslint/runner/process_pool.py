"""Run jobs in several processes.

Each worker is a fresh interpreter that gets all tasks once. It then reads batches of jobs from its
standard input, and answers with their outcomes. Batches are sent to the workers and read back in
turn, so the order of outcomes is that of the paths. A worker whose parent is gone reads the end of
its input and ends.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from itertools import cycle

from newslint.core.errors import NewslintError
from newslint.runner.worker_process import Worker, attend, dismiss, start
from newslint.system.signals import exit_when_told
from newslint.text.source import size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.runner.git_diff import Lines
    from newslint.runner.runner import Job, Outcome, Task
    from newslint.storage.places import Place

    Asked = tuple[str, int, Lines | None, Place | None]
    """A job as a worker is told of it: path, number of its task, lines, place."""


_AHEAD = 3
"""Maximum waiting batches of a worker, so that it never idles while another one is read."""

_BATCH_BYTES = 200_000

_BATCH_LETTERS = 4_000
"""Maximum bytes of articles, and letters of paths, in a batch. All waiting batches fit into the
pipe. So a parent never blocks on writing, and cannot deadlock with a worker that answers."""


def run_in_pool(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, in order, from so many processes.

    All processes start at once; a fault that stops them (in the book, say) is raised.
    """
    tasks = {task: number for number, task in enumerate(dict.fromkeys(job.task for job in jobs))}
    workers: list[Worker] = []
    try:
        for _ in range(processes):
            workers.append(start("newslint.runner.process_pool", tuple(tasks)))
        for worker in workers:
            if fault := worker.answer():
                raise NewslintError(fault)
    except BaseException:
        dismiss(workers)
        raise
    return _outcomes(workers, jobs, tasks)


def _outcomes(
    workers: list[Worker], jobs: Iterable[Job], tasks: Mapping[Task, int]
) -> Generator[Outcome, None, None]:
    try:
        turn = cycle(workers)
        waiting: deque[Worker] = deque()
        for batch in batches(jobs):
            if len(waiting) == _AHEAD * len(workers):
                yield from waiting.popleft().answer()
            worker = next(turn)
            worker.send([(job.path, tasks[job.task], job.lines, job.place) for job in batch])
            waiting.append(worker)
        while waiting:
            yield from waiting.popleft().answer()
    finally:
        dismiss(workers)


def serve() -> None:
    """Run a worker: read its tasks, then do batches of jobs until the input ends."""
    exit_when_told()  # so that a file being written is tidied up
    attend(_ready)


def _ready(tasks: Sequence[Task]) -> Callable[[Sequence[Asked]], list[Outcome]]:
    """The function that does batches of jobs for these tasks."""
    from newslint.runner.runner import Job, Runner, task_results, together

    runner_of = {task: Runner(task, task_results(task)) for task in tasks}

    def outcomes(asked: Sequence[Asked]) -> list[Outcome]:
        batch = [Job(path, tasks[at], lines, place) for path, at, lines, place in asked]
        done: list[Outcome] = []
        for group in together(batch):
            done += runner_of[group[0].task].files(group)
        for runner in runner_of.values():
            runner.flush()  # before the answer: after the last one we are dismissed
        return done

    return outcomes


def batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """The jobs in small batches of about equal work."""
    batch: list[Job] = []
    work = letters = 0
    for job in jobs:
        batch.append(job)
        work += size(job.path)
        paths = (job.path, *(job.place or ()))
        letters += sum(len(os.fsencode(path)) for path in paths) + 16 + 12 * len(job.lines or ())
        if work >= _BATCH_BYTES or letters >= _BATCH_LETTERS:
            yield batch
            batch, work, letters = [], 0, 0
    if batch:
        yield batch
