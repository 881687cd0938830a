"""--watch: a process that goes on, and what it says when something is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import DESK, ENOUGH, Run

pytestmark = pytest.mark.slow

CLEAN = "The harbour was quiet on Monday.\n"
WRONG = "Then Harstom spoke.\n"

Saves = Callable[[Path, str, str], str]


@pytest.fixture
def watching(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], Saves]]:
    """newslint watching a folder; what is saved there until it has said what is waited for."""
    (folder / "a.txt").write_text(CLEAN)
    (folder / "b.txt").write_text(WRONG)
    (folder / "desk.yaml").write_text(DESK)
    (folder / "newslint.toml").write_text('names = ["desk.yaml"]\nexclude = ["c.txt"]\n')
    command = [sys.executable, "-m", "newslint", "--watch", "--output-format", "concise"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout
    os.set_blocking(process.stdout.fileno(), False)
    said = ""

    def saves(path: Path, text: str, wanted: str) -> str:
        """Before its watch has begun a save is lost, so it is done again."""
        nonlocal said
        said = ""
        deadline = time.monotonic() + ENOUGH
        while wanted not in said and process.poll() is None and time.monotonic() < deadline:
            new = path.with_name("new.part")  # as many an editor does
            new.write_text(text)
            new.replace(path)
            for _ in range(20):
                time.sleep(0.02)
                assert process.stdout
                said += (process.stdout.read() or b"").decode()
        return said

    yield process, saves
    process.kill()
    process.communicate()


def test_what_is_saved_is_read_again(
    watching: tuple[subprocess.Popen[bytes], Saves], folder: Path
) -> None:
    process, saves = watching
    said = saves(folder / "a.txt", WRONG, "Saved: a.txt\na.txt:1:6: ")
    assert "b.txt:1:6: error names/misspelt" in said
    assert "Watching 2 files; Ctrl-C ends it.\n" in said
    assert "\x1b" not in said

    (folder / "c.txt").write_text(WRONG)
    said = saves(folder / "desk.yaml", "- name: Harstom\n  misspelings: []\n", "error: ")
    assert "desk.yaml:2: " in said
    assert "c.txt" not in said
    said = saves(folder / "desk.yaml", "- name: Harstom\n", "Nothing to report in 2 files.\n")
    assert "Saved: 2 files\n" in said

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=ENOUGH) == 130
    assert process.stdout
    assert b"Traceback" not in (process.stdout.read() or b"")


def test_what_goes_with_it_and_what_it_needs(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(CLEAN)
    for args in (["--fix"], ["-"], ["--output-format", "json"], ["--output-file", "a.out"]):
        done = newslint("--watch", *args)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--watch " in done.stderr
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = newslint("--watch")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "error: --watch needs an extra: pip install 'newslint[watch]'\n"
