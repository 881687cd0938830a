"""Signals that ask a process to end: heeded, put off, or passed on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import NoReturn
else:
    try:  # signal makes classes of its numbers, which takes as long as ten of our modules
        import _signal as signal
    except ImportError:
        import signal

_TOLD = ("SIGTERM", "SIGHUP")
"""Signals by which others end a process; Windows has no SIGHUP."""


def end_as_after_an_error() -> None:
    """Let whoever ends the process by a signal have it tidy up; a second signal ends it at once."""

    def end(number: int, _: object) -> NoReturn:
        signal.signal(number, signal.SIG_DFL)
        sys.exit(128 + number)

    for each in _present(_TOLD):
        if signal.getsignal(each) == signal.SIG_DFL:
            signal.signal(each, end)


def exit_when_told(status: int = 1, at_once: bool = False) -> None:
    """Let a worker that its parent ends exit with a status, `at_once` or after tidying up."""

    def leave(*_: object) -> NoReturn:
        if at_once:
            os._exit(status)
        sys.exit(status)

    signal.signal(signal.SIGTERM, leave)


def when_told(act: Callable[[], object]) -> None:
    """Call a function when somebody presses Ctrl-C or ends the process."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: act())


@contextmanager
def undisturbed() -> Iterator[None]:
    """Delay the signals that end the process, for some milliseconds, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _present(("SIGINT", *_TOLD)))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _present(names: tuple[str, ...]) -> list[signal.Signals]:
    return [getattr(signal, name) for name in names if hasattr(signal, name)]
