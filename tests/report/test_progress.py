"""The line that says how far a long run is."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.core.progress_line import LONG
from newslint.report.progress import ByteProgress, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_short_run_shows_nothing() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, 2, clock)
    progress.step()
    clock.now = LONG - 0.01
    progress.step()
    progress.close()
    assert terminal.getvalue() == ""


def test_a_long_run_shows_a_line_and_takes_it_away() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, 20_000, clock)
    clock.now = LONG
    for _ in range(3):  # the line is not drawn more often than can be read
        progress.step()
    assert terminal.getvalue() == "\r\x1b[K1 of 20,000 files"
    clock.now += 1
    progress.step()
    assert terminal.getvalue().endswith("\r\x1b[K4 of 20,000 files")
    progress.clear()
    progress.close()
    assert terminal.getvalue().endswith("files\r\x1b[K")


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_what_is_no_terminal_shows_nothing(stream: io.StringIO | None) -> None:
    clock = Clock()
    progress = Progress(stream, 2, clock)
    clock.now = 99
    progress.step()
    progress.close()
    assert not stream or stream.getvalue() == ""


def test_a_simple_terminal_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, 2, clock)
    clock.now = 99
    progress.step()
    assert terminal.getvalue() == ""


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal")
@pytest.mark.parametrize(("quiet", "shown"), [([], True), (["--quiet"], False)])
def test_the_line_is_on_standard_error_only(folder: Path, quiet: list[str], shown: bool) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text("All is well.\n")
    code = "import sys, newslint.core.progress_line as p; p.LONG = -1\n"
    code += "from newslint.cli.main import main; main()"
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", code, *quiet, "."], stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    os.close(theirs)
    said = b""
    while shown and not said.endswith(b"\r\x1b[K"):
        said += os.read(ours, 1000)
    os.set_blocking(ours, False)
    assert done.stdout == (b"" if quiet else b"Nothing to report in 3 files.\n")
    if shown:
        assert said.startswith(b"\r\x1b[K1 of 3 files")
    else:
        with pytest.raises(OSError, match=r"unavailable|Input/output"):
            os.read(ours, 1000)
    os.close(ours)


def test_the_pace_of_an_archive_is_that_of_this_run() -> None:
    terminal, clock = Terminal(), Clock()
    pace = ByteProgress(terminal, 1_000, clock)
    pace.reached(50, 500)  # where an earlier run had stopped at 450, say
    clock.now = 10.0
    pace.reached(50, 600)
    assert terminal.getvalue() == "\r\x1b[K100 articles (60 %), 10 a second, 40 s left"
    pace.close()
