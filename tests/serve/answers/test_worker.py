"""What a worker answers when a task fails: the fault, and never a word of the text."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from newslint.config.resolver import CommandLine
from newslint.core.errors import BookError, SourceError
from newslint.serve.answers import TASKS
from newslint.serve.answers.desk import Desk, MissingError, RequestError, Told
from newslint.serve.answers.worker import FAILED, MISSING, REFUSED, answer_to

TEXT = "Ilse Okoro"


@pytest.mark.parametrize(
    ("error", "fault", "told"),
    [
        (KeyError(TEXT), FAILED, "newslint failed, please report it: KeyError in "),
        (MemoryError(), REFUSED, "the text needs more memory than this server gives it"),
        (RecursionError(TEXT), FAILED, "newslint failed, please report it: RecursionError in "),
        (SourceError("a.docx", "is encrypted"), REFUSED, "is encrypted"),
        (RequestError("not so"), REFUSED, "not so"),
        (MissingError("not there"), MISSING, "not there"),
        (BookError("names.yaml", "is a folder"), FAILED, "names.yaml: is a folder"),
    ],
)
def test_faults(error: Exception, fault: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(desk: Desk, asked: str) -> bytes:
        raise error

    module = ModuleType("newslint.serve.answers.failing")
    module.fail = fail  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(TASKS, "fail", "failing")
    answer = answer_to(Desk(Told(CommandLine(isolated=True))), "fail", TEXT)
    assert (answer.body, answer.fault) == (b"", fault)
    assert answer.message.startswith(told)
    assert TEXT not in answer.message
