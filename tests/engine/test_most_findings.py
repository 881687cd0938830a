"""Files of nothing but faults: what is told of them, and that fixing them comes to an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core import finding
from newslint.engine import fixer, guard, linter
from newslint.runner import runner
from tests.conftest import Run

FEW = 20


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let twenty findings be the most."""
    for module in (finding, guard, linter, fixer, runner):
        monkeypatch.setattr(module, "MOST_FINDINGS", FEW)


def lines(output: str) -> int:
    return output.count("a.md:")


def test_no_more_are_reported_than_anybody_reads(newslint: Run, folder: Path) -> None:
    Path("a.md").write_text("It was teh ferry.\n\n" * 50)
    done = newslint("--isolated", "--no-cache", "--output-format", "concise", "a.md")
    assert lines(done.stdout) == FEW
    assert done.stderr.startswith("warning: a.md: ")
    assert done.stderr.endswith("findings; no more are reported of one file\n")
    assert done.stdout.splitlines()[0].startswith("a.md:1:")


def test_few_are_all_reported(newslint: Run, folder: Path) -> None:
    Path("a.md").write_text("It was teh ferry.\n\n" * (FEW - 1))
    done = newslint("--isolated", "--no-cache", "--output-format", "concise", "a.md")
    assert (lines(done.stdout), done.stderr) == (FEW - 1, "")


def test_what_is_suppressed_does_not_count(newslint: Run, folder: Path) -> None:
    off = "<!-- newslint: off -->\n\n" + "The teh ferry.\n\n" * FEW + "<!-- newslint: on -->\n\n"
    Path("a.md").write_text(off + "The becuase ferry.\n")
    done = newslint("--isolated", "--no-cache", "--output-format", "concise", "a.md")
    assert (lines(done.stdout), done.stderr) == (1, "")


def test_all_are_fixed_however_many(newslint: Run, folder: Path) -> None:
    Path("a.md").write_text("It was teh ferry.\n\n" * 9 * FEW)
    done = newslint("--isolated", "--no-cache", "--fix", "a.md")
    assert done.exit_code == 0
    assert "teh" not in Path("a.md").read_text()
