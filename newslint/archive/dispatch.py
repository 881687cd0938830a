"""Hand batches of articles to an executor and return their results in order.

A worker may be lost on the way (killed, out of memory, out of time). The articles that it had are
then tried one by one, and the one that loses another worker costs its own row.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Protocol

from newslint.archive.batch_result import BatchResult
from newslint.core.record import NamedTuple
from newslint.runner.worker_process import LostError
from newslint.text.tables.article import Article, Place

LETTERS = 200_000
"""Letters of a batch: about half a second of work."""


MOST = 1_000
"""Maximum number of articles in a batch."""


AHEAD = 3
"""Batches per worker that are read ahead of the oldest unfinished one."""


LOST = "a worker process ended on it: it was killed, or ran out of memory or time"


Answer = Callable[[], BatchResult]
"""Waits for a batch result; raises a LostError if the worker with the batch ended."""


class Executor(Protocol):
    """Runs batches of articles."""

    @property
    def ahead(self) -> int:
        """Batches that may be submitted before the oldest of them is done."""

    def ask(self, batch: list[Article]) -> Answer:
        """Start a batch, or queue it."""

    def close(self) -> None:
        """End all workers at once."""


class DoneBatch(NamedTuple):
    """A batch result, the place after it, and the bytes of that file read so far."""

    result: BatchResult
    place: Place
    read: int


def batch_results(
    articles: Iterable[Article], executor: Executor
) -> Generator[DoneBatch, None, None]:
    """The results of all articles, in their order; closes the executor at the end."""
    waiting: deque[tuple[list[Article], Answer]] = deque()
    try:
        for batch in batches(articles):
            waiting.append((batch, executor.ask(batch)))
            if len(waiting) > executor.ahead:
                yield from _wait_for(*waiting.popleft(), executor)
        while waiting:
            yield from _wait_for(*waiting.popleft(), executor)
    finally:
        executor.close()


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Divide articles into batches of about equal work."""
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


def _wait_for(batch: list[Article], answer: Answer, executor: Executor) -> Iterator[DoneBatch]:
    try:
        found = answer()
    except LostError:
        for article in batch:
            yield _done_batch([article], _run_alone(article, executor))
    else:
        yield _done_batch(batch, found)


def _run_alone(article: Article, executor: Executor) -> BatchResult:
    try:
        return executor.ask([article])()
    except LostError:
        return executor.ask([article.failed(LOST)])()


def _done_batch(batch: list[Article], found: BatchResult) -> DoneBatch:
    last = batch[-1]
    return DoneBatch(found, Place(last.place.file, last.place.row + 1), last.read)
