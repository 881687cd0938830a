"""Fresh interpreters that are told something once, then asked and answering on pipes.

What a worker does is a function `serve` without arguments, which attends to the pickles that come
on its standard input and answers with pickles on its standard output. A worker whose parent is gone
reads the end of its input.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import IO, Any, NamedTuple

from newslint.core.errors import NewslintError

_START = (
    "import sys; sys.path[:] = {path!r}; sys.dont_write_bytecode = {quiet!r};"
    "from {module} import serve; serve()"
)


RARELY = 100_000
"""Objects made between two looks of the garbage collector: what we remember is none, and large."""


class LostError(NewslintError):
    """A worker process that ended before its time."""

    def __init__(self, status: int) -> None:
        super().__init__(f"a worker process ended with status {status}; try --jobs 1")
        self.status = status


class Worker(NamedTuple):
    """A process and the two ends of its pipes that are ours."""

    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]

    def send(self, message: object) -> None:
        """Give it a message; LostError if it is no more."""
        try:
            pickle.dump(message, self.requests)
            self.requests.flush()
        except BrokenPipeError:
            raise self._lost() from None

    def answer(self) -> Any:
        """Wait for its next message; LostError if it ends without one."""
        try:
            return pickle.load(self.answers)
        except (EOFError, pickle.UnpicklingError):
            raise self._lost() from None

    def _lost(self) -> LostError:
        return LostError(self.process.wait())


def start(module: str, told: object) -> Worker:
    """A worker that runs the function `serve` of a module, and is told something at once."""
    code = _START.format(path=sys.path, quiet=sys.dont_write_bytecode, module=module)
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,  # Ctrl-C is for the parent, which then dismisses its workers
    )
    assert process.stdin is not None
    assert process.stdout is not None
    worker = Worker(process, process.stdin, process.stdout)
    worker.send(told)
    return worker


def say(answers: IO[bytes], message: object) -> None:
    """What a worker does to answer."""
    pickle.dump(message, answers)
    answers.flush()


def attend(ready: Callable[[Any], Callable[[Any], object]]) -> None:
    """A worker's whole life: told its task, it says what is wrong there, then answers requests.

    `ready` makes of the task what answers them; a NewslintError that it raises is what is wrong.
    """
    gc.set_threshold(RARELY)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        try:
            answer = ready(pickle.load(requests))
        except NewslintError as error:
            say(answers, str(error))
            os._exit(0)
        say(answers, "")
        while True:
            say(answers, answer(pickle.load(requests)))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent has finished with us; there is nothing left to flush


def dismiss(workers: Iterable[Worker]) -> None:
    """End workers, whatever they are doing, and wait until they are gone."""
    workers = tuple(workers)
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.communicate()
