"""Count batches of stories: in this process, or in others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import chain, islice
from queue import SimpleQueue

from newslint.archive.article_source import ArticleSource
from newslint.archive.memory_sources import StoryFile, Unit, content_of
from newslint.core.errors import NewslintError
from newslint.core.record import NamedTuple
from newslint.lexicon.lexicon import Lexicon, shipped
from newslint.memory.builder import Taught, taught_by
from newslint.memory.counts import date_in
from newslint.runner.worker_process import Worker, attend, dismiss, start
from newslint.system.signals import exit_when_told
from newslint.text.document import Document
from newslint.text.formats.reading import articles, load
from newslint.text.tables.article import whole
from newslint.text.tables.web_page import with_page_text

AHEAD = 3
"""Batches for each worker that are read before the oldest of them is counted."""


class Counted(NamedTuple):
    """What a story has taught, and the number of its content; or why it could not be read."""

    id: str
    taught: Taught | None
    content: int = 0
    fault: str = ""


def counted(batches: Iterable[list[Unit]], processes: int) -> Iterator[Counted]:
    """Every story of the batches, counted, in order.

    Nothing is started for a single batch, or for a single process.
    """
    waiting = iter(batches)
    first = list(islice(waiting, 2))
    if processes == 1 or len(first) < 2:
        for batch in chain(first, waiting):
            yield from count(batch)
        return
    with ExitStack() as stack:
        ask = _pool(processes, stack)
        asked: deque[Callable[[], list[Counted]]] = deque()
        for batch in chain(first, waiting):
            asked.append(ask(batch))
            if len(asked) > AHEAD * processes:
                yield from asked.popleft()()
        while asked:
            yield from asked.popleft()()


def _pool(processes: int, stack: ExitStack) -> Callable[[list[Unit]], Callable[[], list[Counted]]]:
    """A function that has a batch counted by the next free worker, and gives what waits for it."""
    workers: list[Worker] = []
    stack.callback(dismiss, workers)
    threads = ThreadPoolExecutor(processes)
    stack.callback(threads.shutdown, wait=False, cancel_futures=True)
    free: SimpleQueue[Worker] = SimpleQueue()
    for _ in range(processes):
        worker = start("newslint.archive.memory_counting", None)
        workers.append(worker)
    for worker in workers:
        if fault := worker.answer():
            raise NewslintError(fault)
        free.put(worker)

    def ask(batch: list[Unit]) -> list[Counted]:
        worker = free.get()
        try:
            worker.send(batch)
            found: list[Counted] = worker.answer()
        finally:
            free.put(worker)
        return found

    return lambda batch: threads.submit(ask, batch).result


def serve() -> None:
    """Run a worker process: count batches until the input ends."""
    exit_when_told(at_once=True)
    attend(lambda _: count)


def count(batch: list[Unit]) -> list[Counted]:
    """What each story of a batch teaches."""
    lexicon = shipped()
    return [
        found
        for unit in batch
        for found in (
            _of_file(unit.path, lexicon) if isinstance(unit, StoryFile) else _of_row(unit, lexicon)
        )
    ]


def _of_file(path: str, lexicon: Lexicon) -> list[Counted]:
    try:
        content = content_of(StoryFile(path))
        taught = (taught_by(Document(one), date_in(path), lexicon) for one in articles(load(path)))
        return [Counted(path, one, content) for one in taught]
    except NewslintError as error:
        return [Counted(path, None, fault=str(error))]


def _of_row(unit: Unit, lexicon: Lexicon) -> list[Counted]:
    assert not isinstance(unit, StoryFile)
    article = with_page_text(unit)
    if article.fault:
        return [Counted(article.id, None, fault=f"{article.id}: {article.fault}")]
    prose = ArticleSource(whole(article.title), whole(article.text)).prose
    taught = taught_by(Document(prose), article.date, lexicon)
    return [Counted(article.id, taught, content_of(unit))]
