"""Several processes for a run that is worth it.

Each worker is a fresh interpreter that is told the task once, and then gets batches of paths on
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
from collections.abc import Generator, Iterator, Sequence
from itertools import cycle
from typing import IO, TYPE_CHECKING, NamedTuple

from newslint.errors import NewslintError

if TYPE_CHECKING:
    from newslint.run import Outcome, Task

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


def spread(task: Task, paths: Sequence[str], jobs: int) -> Generator[Outcome, None, None]:
    """The outcomes of the paths, in order, worked out by `jobs` processes."""
    workers = [_start(task) for _ in range(jobs)]
    try:
        turn = cycle(workers)
        waiting: deque[_Worker] = deque()
        for batch in batches(paths):
            if len(waiting) == _AHEAD * jobs:
                yield from _answer(waiting.popleft())
            worker = next(turn)
            _send(worker, batch)
            waiting.append(worker)
        while waiting:
            yield from _answer(waiting.popleft())
    finally:
        _dismiss(workers)


def serve() -> None:
    """A worker's whole life."""
    # SystemExit rather than sudden death, so that a file being written is tidied up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        from newslint.run import Runner

        runner = Runner(pickle.load(requests))
        while True:
            pickle.dump([runner.file(path) for path in pickle.load(requests)], answers)
            answers.flush()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has finished with us; there is nothing left to flush


def batches(paths: Sequence[str]) -> Iterator[list[str]]:
    """The paths in small runs of about equal work."""
    batch: list[str] = []
    size = letters = 0
    for path in paths:
        batch.append(path)
        size += _size(path)
        letters += len(os.fsencode(path)) + 8
        if size >= _BATCH_BYTES or letters >= _BATCH_LETTERS:
            yield batch
            batch, size, letters = [], 0, 0
    if batch:
        yield batch


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  (a string will do)
    except OSError:
        return 0


def _start(task: Task) -> _Worker:
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
    _send(worker, task)
    return worker


def _send(worker: _Worker, message: object) -> None:
    try:
        pickle.dump(message, worker.requests)
        worker.requests.flush()
    except BrokenPipeError:
        raise _lost(worker) from None


def _answer(worker: _Worker) -> list[Outcome]:
    try:
        outcomes: list[Outcome] = pickle.load(worker.answers)
    except (EOFError, pickle.UnpicklingError):
        raise _lost(worker) from None
    return outcomes


def _lost(worker: _Worker) -> NewslintError:
    status = worker.process.wait()
    return NewslintError(f"a worker process ended with status {status}; try --jobs 1")


def _dismiss(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.communicate()
