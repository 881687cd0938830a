"""Several processes for a run that is worth it.

Each worker is a fresh interpreter that is told all tasks once, and then gets batches of jobs on
its standard input and answers with their outcomes. Batches go round the workers in turn and
are read back in turn, so the order of outcomes is that of the paths, whoever is faster. A
worker whose parent is gone reads the end of its input and ends: nothing is left behind.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newslint.errors import NewslintError
from newslint.source import size

if TYPE_CHECKING:
    from newslint.run import Job, Outcome, Task

_AHEAD = 3
"""Batches a worker may have waiting, so that it never idles while another is read."""

_BATCH_BYTES = 200_000
_BATCH_LETTERS = 4_000
"""Both limit a batch: by work, and so that all that wait fit into the pipe. A parent that never
blocks on writing cannot deadlock with a worker that blocks on answering."""

_START = (
    "import sys; sys.path[:] = {path!r}; sys.dont_write_bytecode = {quiet!r};"
    "from newslint.pool import serve; serve()"
)


class _Worker(NamedTuple):
    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]


def spread(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    """The outcomes of the jobs, in order, worked out by so many processes.

    They are started at once; what keeps them from their work (a fault in the book) is raised.
    """
    tasks = {task: number for number, task in enumerate(dict.fromkeys(job.task for job in jobs))}
    workers: list[_Worker] = []
    try:
        for _ in range(processes):
            workers.append(_start(tuple(tasks)))
        for worker in workers:
            if fault := _answer(worker):
                raise NewslintError(fault)
    except BaseException:
        _dismiss(workers)
        raise
    return _outcomes(workers, jobs, tasks)


def _outcomes(
    workers: list[_Worker], jobs: Iterable[Job], tasks: Mapping[Task, int]
) -> Generator[Outcome, None, None]:
    try:
        turn = cycle(workers)
        waiting: deque[_Worker] = deque()
        for batch in batches(jobs):
            if len(waiting) == _AHEAD * len(workers):
                yield from _answer(waiting.popleft())
            worker = next(turn)
            _send(worker, [(job.path, tasks[job.task], job.lines) for job in batch])
            waiting.append(worker)
        while waiting:
            yield from _answer(waiting.popleft())
    finally:
        _dismiss(workers)


def serve() -> None:
    """A worker's whole life: told its tasks, it says what is wrong there, then takes batches."""
    # SystemExit rather than sudden death, so that a file being written is tidied up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        from newslint.run import Job, Runner
        from newslint.schedule import open_results

        tasks = pickle.load(requests)
        try:
            runner_of = {task: Runner(task, open_results(task)) for task in tasks}
        except NewslintError as error:
            _say(answers, str(error))
            os._exit(0)
        _say(answers, "")
        while True:
            batch = [Job(path, tasks[at], lines) for path, at, lines in pickle.load(requests)]
            outcomes = [runner_of[job.task].file(job) for job in batch]
            for runner in runner_of.values():
                runner.flush()  # before the answer: after the last one we are dismissed
            _say(answers, outcomes)
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has finished with us; there is nothing left to flush


def _say(answers: IO[bytes], message: object) -> None:
    pickle.dump(message, answers)
    answers.flush()


def batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """The jobs in small runs of about equal work."""
    batch: list[Job] = []
    work = letters = 0
    for job in jobs:
        batch.append(job)
        work += size(job.path)
        letters += len(os.fsencode(job.path)) + 16 + 12 * len(job.lines or ())
        if work >= _BATCH_BYTES or letters >= _BATCH_LETTERS:
            yield batch
            batch, work, letters = [], 0, 0
    if batch:
        yield batch


def _start(tasks: Sequence[Task]) -> _Worker:
    code = _START.format(path=sys.path, quiet=sys.dont_write_bytecode)
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,  # Ctrl-C is for the parent, which then dismisses its workers
    )
    assert process.stdin is not None
    assert process.stdout is not None
    worker = _Worker(process, process.stdin, process.stdout)
    _send(worker, tasks)
    return worker


def _send(worker: _Worker, message: object) -> None:
    try:
        pickle.dump(message, worker.requests)
        worker.requests.flush()
    except BrokenPipeError:
        raise _lost(worker) from None


def _answer(worker: _Worker) -> Any:
    try:
        return pickle.load(worker.answers)
    except (EOFError, pickle.UnpicklingError):
        raise _lost(worker) from None


def _lost(worker: _Worker) -> NewslintError:
    status = worker.process.wait()
    return NewslintError(f"a worker process ended with status {status}; try --jobs 1")


def _dismiss(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.communicate()
