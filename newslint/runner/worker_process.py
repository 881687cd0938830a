"""Worker processes: fresh interpreters that answer requests on pipes.

A worker runs a function `serve` without arguments, which reads pickles from its standard input and
answers with pickles on its standard output. A worker whose parent is gone reads the end of its
input, and ends.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable

from newslint.core.errors import NewslintError
from newslint.core.record import NamedTuple
from newslint.system.processes import apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

_START = (
    "import sys; sys.path[:] = {path!r}; sys.dont_write_bytecode = {quiet!r};"
    "from {module} import serve; serve()"
)


RARELY = 100_000
"""New objects between two runs of the garbage collector; caches are large and no garbage."""


class LostError(NewslintError):
    """A worker process ended unexpectedly."""

    def __init__(self, status: int) -> None:
        super().__init__(f"a worker process ended with status {status}; try --jobs 1")
        self.status = status


class Worker(NamedTuple):
    """A worker process, and our ends of its pipes."""

    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]

    def send(self, message: object) -> None:
        """Send a message; LostError if the worker has ended."""
        try:
            pickle.dump(message, self.requests)
            self.requests.flush()
        except BrokenPipeError:
            raise self._lost() from None

    def answer(self) -> Any:
        """Wait for the next message; LostError if the worker ends without one."""
        try:
            return pickle.load(self.answers)
        except (EOFError, pickle.UnpicklingError):
            raise self._lost() from None

    def _lost(self) -> LostError:
        return LostError(self.process.wait())


def start(module: str, told: object) -> Worker:
    """Start a worker that runs the function `serve` of a module, and send it the first message."""
    code = _START.format(path=sys.path, quiet=sys.dont_write_bytecode, module=module)
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        **apart(),  # Ctrl-C is for the parent, which then dismisses its workers
    )
    assert process.stdin is not None
    assert process.stdout is not None
    worker = Worker(process, process.stdin, process.stdout)
    worker.send(told)
    return worker


def say(answers: IO[bytes], message: object) -> None:
    """Send an answer, from a worker."""
    pickle.dump(message, answers)
    answers.flush()


def attend(ready: Callable[[Any], Callable[[Any], object]]) -> None:
    """Run a worker: read its task, report whether that has a fault, then answer requests.

    `ready` takes the task and returns the function that answers a request. It raises a
    NewslintError for a fault in the task.
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
    """Kill workers, whatever they are doing, and wait until they have ended."""
    workers = tuple(workers)
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.communicate()
