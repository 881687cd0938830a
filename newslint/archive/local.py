"""Several processes on one machine: batches of articles in, their portions out, in order.

Each worker has a thread here that hands it a batch and waits for the answer, so that neither end
of a pipe ever waits for the other. A worker that dies is replaced, and the articles that it had
are tried one by one: the one that kills another worker costs its own row.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from threading import Timer
from typing import NamedTuple

from newslint.archive.article import Article, Place
from newslint.archive.rows import Examiner, Portion, Task, portion
from newslint.errors import NewslintError
from newslint.workers import LostError, Worker, attend, dismiss, start

LETTERS = 200_000
"""Letters of a batch: about half a second of work, and little handing over."""

MOST = 1_000
"""Articles of a batch."""

AHEAD = 3
"""Batches a worker that are read before the oldest of them is done."""

PATIENCE = 300.0
"""Seconds after which a worker is held to be lost; a batch takes less than one."""


class Done(NamedTuple):
    """A portion, the place behind it, and how many bytes of that file were read by then."""

    portion: Portion
    place: Place
    read: int


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in runs of about equal work."""
    batch: list[Article] = []
    letters = 0
    for article in articles:
        batch.append(article)
        letters += article.size
        if letters >= LETTERS or len(batch) == MOST:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def portions(
    articles: Iterable[Article], task: Task, processes: int
) -> Generator[Done, None, None]:
    """What comes of the articles, in order, by so many other processes, or, if 0, by this one."""
    if processes:
        return _spread(articles, Crew(task, processes), processes)
    return _alone(articles, Examiner(task))


def _alone(articles: Iterable[Article], examiner: Examiner) -> Generator[Done, None, None]:
    for batch in batches(articles):
        yield _done(batch, portion(examiner, batch))


def _spread(articles: Iterable[Article], crew: Crew, processes: int) -> Generator[Done, None, None]:
    threads = ThreadPoolExecutor(processes)
    waiting: deque[tuple[list[Article], Future[list[Portion]]]] = deque()
    try:
        for batch in batches(articles):
            if len(waiting) == AHEAD * processes:
                yield from _first(waiting)
            waiting.append((batch, threads.submit(crew.portions, batch)))
        while waiting:
            yield from _first(waiting)
    finally:
        crew.dismiss()
        threads.shutdown(wait=True, cancel_futures=True)


def _first(waiting: deque[tuple[list[Article], Future[list[Portion]]]]) -> Iterator[Done]:
    batch, future = waiting.popleft()
    found = future.result()
    parts = [batch] if len(found) == 1 else [[article] for article in batch]
    for part, done in zip(parts, found, strict=True):
        yield _done(part, done)


def _done(batch: list[Article], found: Portion) -> Done:
    last = batch[-1]
    return Done(found, Place(last.place.file, last.place.row + 1), last.read)


class Crew:
    """Workers for a task, each asked by one thread at a time."""

    def __init__(self, task: Task, processes: int) -> None:
        """Start them all; what keeps them from their work (a fault in the book) is raised."""
        self._task = task
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
            self.dismiss()
            raise

    def portions(self, batch: list[Article]) -> list[Portion]:
        """One portion for the batch, or, if a worker died of it, one for each of its articles."""
        try:
            return [self._ask(batch)]
        except LostError as lost:
            if len(batch) > 1:
                return [part for article in batch for part in self.portions([article])]
            (article,) = batch
            fault = f"a worker process ended with status {lost.status} on it"
            return [self._ask([article._replace(title="", text="", page=b"", fault=fault)])]

    def dismiss(self) -> None:
        """End all workers."""
        self._over = True
        dismiss(self._workers)

    def _ask(self, batch: list[Article]) -> Portion:
        worker = self._free.get()
        watch = Timer(PATIENCE, worker.process.kill)
        watch.start()
        try:
            worker.send(batch)
            found: Portion = worker.answer()
        except LostError:
            if self._over:
                raise
            self._workers.remove(worker)
            worker = self._start()
            worker.answer()
            raise
        finally:
            watch.cancel()
            self._free.put(worker)
        return found

    def _start(self) -> Worker:
        worker = start("newslint.archive.local", self._task)
        self._workers.append(worker)
        return worker


def serve() -> None:
    """A worker's whole life: told its task, it examines one batch of articles after another."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(1))
    attend(lambda task: partial(portion, Examiner(task)))
