"""Processes, signals and pipes."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ENOUGH, Run, Spawn
from tests.end_to_end.copy import CLEAN, RIGHT, WRONG

pytestmark = pytest.mark.slow


@pytest.fixture
def archive(folder: Path) -> Path:
    """Enough copy that several processes pay, with a bad file in the middle."""
    (folder / "b.txt").write_bytes(b"\0")
    for number in range(12):
        (folder / f"{'ac'[number % 2]}{number:02}.txt").write_text("\n" * 100_000 + WRONG)
    return folder


def test_more_jobs_print_the_same_bytes(spawn: Spawn, archive: Path, desk: str) -> None:
    args = ["--names", desk, "--output-format", "json", "."]
    one, three = spawn(*args, "--jobs", "1"), spawn(*args, "--jobs", "3")
    assert (one.stdout, one.stderr, one.returncode) == (three.stdout, three.stderr, 2)
    assert len(json.loads(one.stdout)) == 12
    assert one.stderr.startswith(b"error: b.txt: binary file")


def test_more_jobs_fix_the_same(spawn: Spawn, archive: Path, desk: str) -> None:
    done = spawn("--names", desk, "--fix", "--jobs", "2", ".")
    assert done.stdout.startswith(b"Fixed 12 in 12 files.\n")
    assert all(p.read_text().endswith(RIGHT) for p in archive.glob("[ac]*.txt"))


@pytest.fixture
def busy(archive: Path, desk: str) -> Iterator[tuple[subprocess.Popen[bytes], list[str]]]:
    """A run that will take long, and the ids of its two workers."""
    for number in range(400):
        (archive / f"d{number}.txt").write_text(CLEAN * 3000)
    args = ["--no-cache", "--names", desk, "--jobs", "2", "."]
    command = [sys.executable, "-m", "newslint", *args]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    workers: list[str] = []
    deadline = time.monotonic() + ENOUGH
    while len(workers) < 2 and process.poll() is None and time.monotonic() < deadline:
        workers = children.read_text().split() if children.exists() else []
        time.sleep(0.02)
    yield process, workers
    process.kill()
    process.communicate()


def test_ctrl_c_is_quiet_and_leaves_nothing_behind(
    busy: tuple[subprocess.Popen[bytes], list[str]],
) -> None:
    process, workers = busy
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=ENOUGH)
    assert process.returncode == 130, said
    assert said.splitlines() == [b"error: b.txt: binary file (NUL byte at offset 0)"] or not said
    assert all_end(workers)


def test_workers_end_with_a_parent_that_is_killed(
    busy: tuple[subprocess.Popen[bytes], list[str]],
) -> None:
    process, workers = busy
    process.kill()
    process.communicate(timeout=ENOUGH)
    assert all_end(workers)


def all_end(workers: list[str]) -> bool:
    """Whether the processes end soon; one that had only just begun may have to read that first."""
    deadline = time.monotonic() + ENOUGH
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(map(alive, workers))


def alive(pid: str) -> bool:
    """Whether the process is there, and more than an entry that nobody has asked for yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_closed_pipe_is_quiet(archive: Path, desk: str) -> None:
    command = f"{sys.executable} -m newslint --names {desk} --output-format concise . | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], check=False, capture_output=True
    )
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert done.returncode in (2, 141)


def test_a_full_disk_is_one_line(folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    command = [sys.executable, "-m", "newslint", "--names", desk]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"error: cannot write the report: No space left on device\n"


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["help", "names"], ["man"]])
def test_a_full_disk_is_told_whatever_is_printed(args: list[str]) -> None:
    command = [sys.executable, "-m", "newslint", *args]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert re.fullmatch(rb"error: cannot write the (output|report): No space left.*\n", done.stderr)


def test_a_fault_of_ours_costs_one_file(
    newslint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.engine.linter import Linter, LintResult
    from newslint.text.source import Source

    examine = Linter.examine

    def breaking(self: Linter, source: Source) -> LintResult:
        if source.path == "b.txt":
            raise KeyError("oops")
        return examine(self, source)

    monkeypatch.setattr(Linter, "examine", breaking)
    monkeypatch.setattr(Linter, "examine_together", lambda self, some: [*map(self.examine, some)])
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(CLEAN)
    done = newslint("--no-cache", "--jobs", "1")
    assert done.exit_code == 2
    assert done.stdout == "Nothing to report in 2 files.\n"
    assert done.stderr.startswith("error: b.txt: newslint failed on this file, please report it: ")
    assert done.stderr.count("\n") == 1


def test_there_is_nothing_to_read_or_nowhere_to_read_it(spawn: Spawn, folder: Path) -> None:
    (folder / "code").mkdir()
    (folder / "code" / "a.py").touch()
    assert b" in code that are not excluded\n" in spawn("code").stderr
    closed = f"{sys.executable} -m newslint - <&-"
    gone = f"mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m newslint"
    for command, said in ((closed, "standard input is closed"), (gone, "the current folder is ")):
        done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"error: {said}")
        assert done.stderr.count("\n") == 1
