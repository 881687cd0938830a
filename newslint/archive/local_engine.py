"""Executors on one machine: this process alone, or a pool of others.

Each worker of a pool has a thread here that hands it a batch and waits for the answer, so that
neither end of a pipe ever waits for the other.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue

from newslint.archive.article_linter import ArchiveTask
from newslint.archive.batch_result import BatchResult, batch_result
from newslint.archive.dispatch import AHEAD, Answer
from newslint.archive.worker import article_linter, examine
from newslint.core.errors import NewslintError
from newslint.runner.worker_process import LostError, Worker, attend, dismiss, start
from newslint.system.signals import exit_when_told
from newslint.text.tables.article import Article


class InProcessExecutor:
    """Runs each batch in this process, when its result is needed."""

    ahead = 0

    def __init__(self, task: ArchiveTask) -> None:
        self._examiner = article_linter(task)

    def ask(self, batch: list[Article]) -> Answer:
        """A function that runs the batch."""
        return partial(batch_result, self._examiner, batch)

    def close(self) -> None:
        """Do nothing: there are no workers."""


class PoolExecutor:
    """Runs batches in other processes, one thread for each; replaces one that dies."""

    def __init__(self, task: ArchiveTask, processes: int) -> None:
        """Start all processes; raise the error (a fault in a book) if they cannot work."""
        self.ahead = AHEAD * processes
        self._task = task
        self._threads = ThreadPoolExecutor(processes)
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []
        self._over = False
        try:
            started = [self._start() for _ in range(processes)]
            for worker in started:
                if fault := worker.answer():
                    raise NewslintError(fault)
                self._free.put(worker)
        except BaseException:
            self.close()
            raise

    def ask(self, batch: list[Article]) -> Answer:
        """Queue the batch for the next free worker."""
        return self._threads.submit(self._ask, batch).result

    def close(self) -> None:
        """End all workers."""
        self._over = True
        dismiss(self._workers)
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _ask(self, batch: list[Article]) -> BatchResult:
        worker = self._free.get()
        try:
            worker.send(batch)
            found: BatchResult = worker.answer()
        except LostError:
            if self._over:
                raise
            self._workers.remove(worker)
            worker = self._start()
            worker.answer()
            raise
        finally:
            self._free.put(worker)
        return found

    def _start(self) -> Worker:
        worker = start("newslint.archive.local_engine", self._task)
        self._workers.append(worker)
        return worker


def serve() -> None:
    """Run a worker process: read a task, then run batches until the input ends."""
    exit_when_told(at_once=True)
    attend(_examine)


def _examine(task: ArchiveTask) -> partial[BatchResult]:
    article_linter(task)  # a fault in the books is raised before there is a batch
    return partial(examine, task)
