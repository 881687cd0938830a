"""Commands to GitHub, read as it reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.report.format import open_format
from newslint.text.source import Source
from tests.conftest import Run, Spawn
from tests.report.builders import ODD_COPY, finding, slip, written


def test_github_escapes_what_its_syntax_needs() -> None:
    source = Source.from_text("50% of Harstom\n", "a,b:c.txt")
    found = finding(source, "Harstom", message="100%: no", evidence=("one\ntwo",))
    assert written("github", source, [found]) == (
        "::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=8,endColumn=15,"
        "title=newslint names/inconsistent::100%25: no%0Aone%0Atwo\n"
    )


def test_github_over_two_lines_has_no_columns() -> None:
    source = Source.from_text("Lena\nHarstom\n", "a.txt")
    said = written("github", source, [finding(source, "Lena\nHarstom", severity="note")])
    assert said.startswith("::notice file=a.txt,line=1,endLine=2,title=")


def test_github_says_once_what_stands_all_over_an_article(odd: Source) -> None:
    first = slip(odd)
    again = first._replace(span=first.span._replace(start=ODD_COPY.rindex("Harstom")))
    (command,) = open_format("github").render(odd, [first, again], None)  # type: ignore[arg-type]
    assert "also in line 3 (Harstom)" in command


def test_github_gets_a_table_for_the_job(
    newslint: Run, folder: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (folder / "a.txt").write_text("Mrs Harstom left.\n")
    newslint("--names", desk, "--output-format", "github", "a.txt")
    assert "| names/misspelt | 1 | 1 |" in summary.read_text()


@pytest.mark.slow
def test_the_runner_sees_commands_on_standard_output(folder: Path, desk: str, spawn: Spawn) -> None:
    """Nothing stands before them: GitHub takes only a line that begins so for a command."""
    (folder / "a.txt").write_text("Mrs Harstom left.\n")
    done = spawn("--names", desk, "--output-format", "github", "a.txt")
    assert done.stdout.startswith(b"::error file=a.txt,line=1,")
