"""A worker process of the server: it does one task after another, within its memory."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newslint.core.errors import NewslintError, SourceError
from newslint.core.record import NamedTuple
from newslint.runner.worker_process import Worker, attend, start
from newslint.serve.answers import TASKS
from newslint.serve.answers.desk import Desk, MissingError, RequestError, Told
from newslint.serve.answers.limits import MEMORY
from newslint.system.processes import limit_memory

if TYPE_CHECKING:
    Task = tuple[str, Any]


class Answer(NamedTuple):
    """The answer to a task: its bytes, or the fault and what to tell the client."""

    body: bytes = b""
    fault: str = ""
    message: str = ""


REFUSED, MISSING, FAILED = "refused", "missing", "failed"
"""Faults: of the request; of what it names; of newslint, its books or its configuration."""


def started(told: Told) -> Worker:
    """A new worker process. Its first answer says what is wrong with the books, if anything."""
    return start("newslint.serve.answers.worker", told)


def serve() -> None:
    """A worker's whole life."""
    limit_memory(MEMORY)
    attend(_ready)


def _ready(told: Told) -> Callable[[Task], Answer]:
    """What answers tasks. The linter of the plainest text is opened, which tells faults early."""
    desk = Desk(told)
    desk.linter("untitled.txt")
    return lambda task: answer_to(desk, *task)


def answer_to(desk: Desk, name: str, asked: Any) -> Answer:
    """Do a task. No message holds a text, or a part of one: messages may be logged."""
    try:
        body: bytes = getattr(import_module(f"newslint.serve.answers.{TASKS[name]}"), name)(
            desk, asked
        )
        return Answer(body)
    except SourceError as error:
        return Answer(fault=REFUSED, message=error.reason)
    except RequestError as error:
        return Answer(fault=REFUSED, message=str(error))
    except MissingError as error:
        return Answer(fault=MISSING, message=str(error))
    except NewslintError as error:
        return Answer(fault=FAILED, message=str(error))
    except MemoryError:
        return Answer(fault=REFUSED, message="the text needs more memory than this server gives it")
    except Exception as error:
        return Answer(fault=FAILED, message=place_of(error))


def place_of(error: BaseException) -> str:
    """The kind of an internal error and its place, without its words, which may be a text's."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"newslint failed, please report it: {type(error).__name__}{where}"
