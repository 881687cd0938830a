"""Hand batches of articles to an executor and return their results in order.

A worker may be lost on the way (killed, out of memory, out of time). The articles that it had are
then tried one by one, and the one that loses another worker costs its own row.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import NamedTuple, Protocol

from newslint.archive.batch_result import BatchResult
from newslint.runner.worker_process import LostError
from newslint.text.tables.article import Article, Place

LETTERS = 200_000
"""Letters of a batch: about half a second of work, and little handing over."""


MOST = 1_000
"""Articles of a batch."""


AHEAD = 3
"""Batches a worker that are read before the oldest of them is done."""


LOST = "a worker process ended on it: it was killed, or ran out of memory or time"


Answer = Callable[[], BatchResult]
"""Waits for a portion; a LostError if the worker that had the batch is no more."""


class Executor(Protocol):
    """Whoever works out portions."""

    @property
    def ahead(self) -> int:
        """Batches that may be asked for before the oldest of them is done."""

    def ask(self, batch: list[Article]) -> Answer:
        """Begin with a batch, or line it up."""

    def close(self) -> None:
        """End all workers, whatever they are doing."""


class DoneBatch(NamedTuple):
    """A portion, the place behind it, and how many bytes of that file were read by then."""

    result: BatchResult
    place: Place
    read: int


def batch_results(
    articles: Iterable[Article], engine: Executor
) -> Generator[DoneBatch, None, None]:
    """What comes of the articles, in their order; the engine is closed when this ends."""
    waiting: deque[tuple[list[Article], Answer]] = deque()
    try:
        for batch in batches(articles):
            waiting.append((batch, engine.ask(batch)))
            if len(waiting) > engine.ahead:
                yield from _awaited(*waiting.popleft(), engine)
        while waiting:
            yield from _awaited(*waiting.popleft(), engine)
    finally:
        engine.close()


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


def _awaited(batch: list[Article], answer: Answer, engine: Executor) -> Iterator[DoneBatch]:
    try:
        found = answer()
    except LostError:
        for article in batch:
            yield _done([article], _by_itself(article, engine))
    else:
        yield _done(batch, found)


def _by_itself(article: Article, engine: Executor) -> BatchResult:
    try:
        return engine.ask([article])()
    except LostError:
        return engine.ask([article.failed(LOST)])()


def _done(batch: list[Article], found: BatchResult) -> DoneBatch:
    last = batch[-1]
    return DoneBatch(found, Place(last.place.file, last.place.row + 1), last.read)
