"""The runner: one file is fixed until all is quiet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

import pytest

from newslint.core.finding import Edit, Finding, Fix, Span
from newslint.engine import linter as engine
from newslint.engine.linter import LintResult
from newslint.runner import runner as run
from newslint.runner.runner import DIFF, FIX, Job, Runner, Task
from newslint.text.source import Source


class Swapper:
    """Stands in for the Linter: every word of `SWAPS` is wrong."""

    SWAPS: ClassVar[dict[str, str]] = {}

    def __init__(self, book: object, settings: object = None) -> None:
        pass

    def examine(self, source: Source) -> LintResult:
        found = []
        for word, right in self.SWAPS.items():
            for match in re.finditer(word, source.text):
                span = Span(*match.span())
                fix = Fix("safe", (Edit(span, right),))
                found.append(Finding("test/swap", span, word, "wrong", "error", (right,), (), fix))
        return LintResult(found, [])


@pytest.fixture
def swaps(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Words that are wrong in this test, and what is right."""
    monkeypatch.setattr(engine, "Linter", Swapper)
    monkeypatch.setattr(Swapper, "SWAPS", {})
    return Swapper.SWAPS


def fixed(text: str, folder: Path, mode: str = FIX) -> tuple[run.Outcome, str]:
    path = folder / "a.txt"
    path.write_bytes(text.encode())
    return Runner(Task(mode=mode)).file(Job(str(path), Task())), path.read_bytes().decode()


def test_the_loser_of_a_conflict_is_fixed_once_it_is_free(
    swaps: dict[str, str], folder: Path
) -> None:
    swaps |= {"ab": "x", "bc": "y", "xc": "z"}
    outcome, text = fixed("abc", folder)
    assert text == "z"
    assert outcome.tally is not None
    assert outcome.tally.fixed == 2
    assert not outcome.tally.found


def test_fixes_that_undo_each_other_change_nothing(swaps: dict[str, str], folder: Path) -> None:
    swaps |= {"colour": "color", "color": "colour"}
    outcome, text = fixed("A colour.", folder)
    assert text == "A colour."
    assert "fixes undo each other (test/swap)" in outcome.error


def test_fixes_that_never_end_change_nothing(swaps: dict[str, str], folder: Path) -> None:
    swaps |= {"very": "very very"}
    outcome, text = fixed("very", folder)
    assert text == "very"
    assert "nothing was changed" in outcome.error


def test_a_diff_writes_nothing(swaps: dict[str, str], folder: Path) -> None:
    swaps |= {"teh": "the"}
    outcome, text = fixed("teh\r\nend", folder, DIFF)
    assert text == "teh\r\nend"
    assert b"-teh\r\n+the\r\n" in outcome.text


def test_bytes_outside_the_edits_stay(swaps: dict[str, str], folder: Path) -> None:
    swaps |= {"teh": "the"}
    path = folder / "a.txt"
    data = "\ufeffteh e\u0301tat  \r\n\u00a0x\r teh".encode()
    path.write_bytes(data)
    Runner(Task(mode=FIX)).file(Job(str(path), Task()))
    assert path.read_bytes() == data.replace(b"teh", b"the")
