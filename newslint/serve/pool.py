"""Worker processes for tasks: one text a worker, a limit of time, and a new worker for a lost one.

A text that takes too long, or brings its worker down, costs only its own answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from newslint.core.errors import NewslintError
from newslint.runner.worker_process import Worker, dismiss
from newslint.serve.answers.desk import Told
from newslint.serve.answers.limits import SECONDS, WAITING
from newslint.serve.answers.worker import Answer, started

Result = TypeVar("Result")


class BusyError(Exception):
    """So many tasks are waiting that no more are taken."""


class SlowError(Exception):
    """A task took longer than the limit."""


class Pool:
    """Some workers, of which each does one task at a time."""

    def __init__(self, told: Told, processes: int, say: Callable[[str], None]) -> None:
        self._told = told
        self._most = processes
        self._say = say
        self._workers: set[Worker] = set()
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(2 * processes)
        self._waiting = 0
        self._renewals: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Start the workers. A NewslintError says what is wrong with the books."""
        starting = [started(self._told) for _ in range(self._most)]
        self._workers.update(starting)
        for worker in starting:
            _wait_until_ready(worker)
            self._idle.put_nowait(worker)

    def stop(self) -> None:
        """End the workers, whatever they are doing."""
        workers, self._workers = self._workers, set()
        dismiss(workers)
        self._threads.shutdown(wait=False)

    @property
    def processes(self) -> int:
        """How many workers there are now."""
        return len(self._workers)

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return self._idle.qsize()

    async def ask(self, name: str, asked: Any) -> Answer:
        """The answer to a task. Raises a BusyError, a SlowError, or a LostError."""
        if self._waiting >= WAITING:
            raise BusyError
        self._waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self._waiting -= 1
        exchange = asyncio.ensure_future(self._in_thread(_exchange, worker, (name, asked)))
        try:
            answer = await asyncio.wait_for(asyncio.shield(exchange), SECONDS)
        except BaseException as error:
            self._replace(worker)
            with suppress(Exception, asyncio.CancelledError):
                await exchange  # it ends with the worker
            if isinstance(error, TimeoutError):
                raise SlowError from None
            raise
        self._idle.put_nowait(worker)
        return answer

    def _replace(self, worker: Worker) -> None:
        """End a worker, and start another in its place."""
        self._workers.discard(worker)
        worker.process.kill()
        renewal = asyncio.ensure_future(self._renew(worker))
        self._renewals.add(renewal)
        renewal.add_done_callback(self._renewals.discard)

    async def _renew(self, lost: Worker) -> None:
        """Start a worker; if the books are at fault now, try again until they are not."""
        await self._in_thread(dismiss, [lost])
        while True:
            worker = await self._in_thread(started, self._told)
            self._workers.add(worker)
            try:
                await self._in_thread(_wait_until_ready, worker)
            except NewslintError as error:
                self._workers.discard(worker)
                await self._in_thread(dismiss, [worker])
                self._say(f"error: {error}")
                await asyncio.sleep(AGAIN)
            else:
                self._idle.put_nowait(worker)
                return

    async def _in_thread(self, work: Callable[..., Result], *args: Any) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)


AGAIN = 5.0
"""Seconds until a worker that could not begin is tried again."""


def _wait_until_ready(worker: Worker) -> None:
    if fault := worker.answer():
        raise NewslintError(fault)


def _exchange(worker: Worker, task: tuple[str, Any]) -> Answer:
    worker.send(task)
    answer: Answer = worker.answer()
    return answer
