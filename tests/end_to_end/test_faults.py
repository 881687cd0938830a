"""Faults: whatever happens while files are fixed, each is the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.core.errors import SourceError
from newslint.report import FORMATS
from newslint.runner import rewrite
from newslint.runner.discovery import discover
from newslint.storage import replace
from newslint.text.formats.reading import load
from tests.conftest import Run, Spawn

pytestmark = pytest.mark.slow

WRONG = "Then Harstom spoke of the harbour.\n"
RIGHT = WRONG.replace("Harstom", "Harstorm")

CALLS = (
    "open stat fstat access read write fsync fchmod fchown listxattr replace rename unlink close"
).split(" ")
"""What writing asks of the system through os; that files change names is apart."""


class Killed(BaseException):
    """Stands for the end of the process: nobody catches it, and nothing is tidied up after it."""


class Power:
    """Lets so many calls to the system through, and then fails each."""

    def __init__(self, left: int, fault: Callable[[], BaseException]) -> None:
        self.left = left
        self.fault = fault

    def watch(self, patch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def watched(*args: Any, **more: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise self.fault()
            return real(*args, **more)

        patch.setattr(owner, name, watched)


def cut_off(
    story: Path, after: int, fault: Callable[[], BaseException], exchanges: bool
) -> tuple[bool, str]:
    """Fix `story`, the system failing after so many calls: whether it did, what is said."""
    source = load(str(story))
    power = Power(after, fault)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            power.watch(patch, os, name)
        power.watch(patch, replace, "exchange")
        if not exchanges:
            patch.setattr("newslint.system.exchange._call", lambda: None)
        try:
            rewrite.write(source, RIGHT)
        except (SourceError, Killed) as error:
            return True, str(error)
    return power.left < 0, ""


@pytest.mark.parametrize("exchanges", [True, False])
@pytest.mark.parametrize("fault", [Killed, lambda: OSError(errno.ENOSPC, "No space left")])
def test_cut_off_between_any_two_calls(
    folder: Path, fault: Callable[[], BaseException], exchanges: bool
) -> None:
    story = folder / "a.txt"
    outcomes = []
    for after in range(100):
        story.unlink(missing_ok=True)  # where closing failed, the last one is still being written
        story.write_text(WRONG)
        failed, _ = cut_off(story, after, fault, exchanges)
        outcomes.append(story.read_text())
        assert outcomes[-1] in (WRONG, RIGHT)
        assert list(discover(["."])) == ["a.txt"]  # nothing half-written counts as an article
        if not failed:
            break
        for left in folder.glob(".newslint-*"):
            left.unlink()
    assert 8 < len(outcomes) < 100
    assert outcomes == sorted(outcomes, key=[WRONG, RIGHT].index)  # first old, from then on new
    assert outcomes[-1] == RIGHT


def test_killed_while_fixing_a_hundred_files(folder: Path, desk: str) -> None:
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(WRONG * 20)
    command = [sys.executable, "-m", "newslint", "--names", desk, "--fix", "--jobs", "1", "."]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while (folder / "005.txt").read_text() == WRONG * 20 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()  # a busy machine may have let it finish before that
    texts = [path.read_text() for path in sorted(folder.glob("*.txt"))]
    assert len(texts) == 100
    assert set(texts) == {WRONG * 20, RIGHT * 20}
    assert len(list(discover(["."]))) == 100


def test_a_disk_that_is_full(folder: Path, desk: str, spawn: Spawn) -> None:
    story = folder / "a.txt"
    story.write_text(WRONG * 3000)

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = spawn("--no-cache", "--names", desk, "--fix", "a.txt", preexec_fn=small_files)
    assert done.returncode == 2
    assert done.stderr == b"error: a.txt: not fixed: file too large\n"
    assert story.read_text() == WRONG * 3000
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    folder.chmod(0o500)
    done = newslint("--names", desk, "--fix", "a.txt")
    folder.chmod(0o700)
    assert (done.exit_code, done.stderr) == (2, "error: a.txt: not fixed: permission denied\n")


def test_a_folder_where_nothing_can_be_made(
    newslint: Run, folder: Path, desk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (folder / "a.txt").write_text(WRONG)
    monkeypatch.setattr("newslint.storage.temporary.Temporary.make", refusing)
    done = newslint("--names", desk, "--fix", "--jobs", "1", "a.txt")
    assert (done.exit_code, done.stderr) == (2, "error: a.txt: not fixed: permission denied\n")
    assert (folder / "a.txt").read_text() == WRONG


@pytest.mark.parametrize("by", ["edited", "replaced", "made a folder", "made a pipe"])
def test_a_file_that_somebody_else_works_on(folder: Path, by: str) -> None:
    story = folder / "a.txt"
    story.write_text(WRONG)
    source = load("a.txt")
    if by == "edited":
        story.write_text("Theirs.\n")
    else:
        story.unlink()
    if by == "replaced":
        story.write_text("Theirs.\n")
    elif by == "made a folder":
        story.mkdir()
    elif by == "made a pipe":
        os.mkfifo(story)
    with pytest.raises(SourceError, match=r"not fixed: (the file changed|is a)"):
        rewrite.write(source, RIGHT)
    assert not story.is_file() or story.read_text() == "Theirs.\n"
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_links_and_what_is_no_file(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "there").mkdir()
    (folder / "there/real.txt").write_text(WRONG)
    (folder / "link.txt").symlink_to("there/real.txt")
    (folder / "there/loop").symlink_to("..")
    (folder / "circle.txt").symlink_to("circle.txt")
    os.mkfifo(folder / "pipe.txt")
    paths = ("link.txt", "circle.txt", "pipe.txt", os.devnull, ".")
    done = newslint("--names", desk, "--fix", "--jobs", "1", "-q", *paths)
    assert done.exit_code == 2
    assert sorted(done.stderr.splitlines()) == [
        "error: /dev/null: is a device, not a file",
        "error: circle.txt: is a link, not a file",
        "error: pipe.txt: is a named pipe, not a file",
    ]
    assert (folder / "link.txt").is_symlink()
    assert (folder / "there/real.txt").read_text() == RIGHT


def test_a_file_with_two_names_is_left_alone(newslint: Run, folder: Path, desk: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    (folder / "other.txt").hardlink_to(folder / "a.txt")
    done = newslint("--names", desk, "--fix", "a.txt")
    said = "error: a.txt: not fixed: the file has 2 names (hard links), which it would lose\n"
    assert (done.exit_code, done.stderr) == (2, said)
    assert [(folder / name).read_text() for name in ("a.txt", "other.txt")] == [WRONG, WRONG]


ODD = [b"line\nbreak.txt", b"quote\"s '.txt", b"na\xefve.txt", b"-dash.txt", b"<b>&.txt"]


@pytest.mark.parametrize("format_", FORMATS)
def test_odd_names_in_every_report(newslint: Run, folder: Path, desk: str, format_: str) -> None:
    for name in ODD:
        (folder / os.fsdecode(name)).write_text(WRONG)
    ran = ("--names", desk, "--jobs", "1", "--output-format", format_)
    done = newslint(*ran, ".")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout_bytes.decode()
    assert newslint(*ran, "--fix", ".").exit_code == 0
    assert {path.read_text() for path in folder.iterdir()} == {RIGHT}
    assert len(list(folder.iterdir())) == len(ODD)


def test_two_thousand_files_are_found(folder: Path) -> None:
    for number in range(20):
        (folder / f"{number:02}").mkdir()
        for story in range(100):
            (folder / f"{number:02}" / f"{story:02}.txt").touch()
    found = list(discover(["."]))
    assert len(found) == 2_000
    assert found == sorted(map(str, found))


def test_nobody_reads_the_report(folder: Path, desk: str) -> None:
    for number in range(30):
        (folder / f"{number}.txt").write_text(WRONG * 100)
    command = [sys.executable, "-m", "newslint", "--names", desk, "--fix", "--jobs", "1", "."]
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert b"Traceback" not in done.stderr
    assert {path.read_text() for path in folder.iterdir()} <= {WRONG * 100, RIGHT * 100}


@pytest.mark.parametrize("text", ["- &a {name: Ann Lee}\n- *a\n", "- name: &a Ann\n"])
def test_aliases_in_a_book_are_refused(newslint: Run, folder: Path, text: str) -> None:
    (folder / "a.txt").write_text(WRONG)
    (folder / "bomb.yaml").write_text(text)
    done = newslint("--names", "bomb.yaml", "a.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: bomb.yaml:1: anchors and aliases (& and *)")


WHILE_WRITING = """
import os, sys
from newslint.cli.main import main
real = os.fsync
def fsync(file):
    real(file)
    if any(name.startswith(".newslint-") for name in os.listdir()):
        {}
os.fsync = fsync
main()
"""
"""Runs newslint, and does something while a new article is written."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_asked_to_end_tidies_up(folder: Path, desk: str, number: signal.Signals) -> None:
    (folder / "a.txt").write_text(WRONG)
    code = WHILE_WRITING.format(f"os.kill(os.getpid(), {int(number)})")
    options = ["--no-cache", "--names", desk, "--fix", "--jobs", "1", "a.txt"]
    done = subprocess.run([sys.executable, "-c", code, *options], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    assert (folder / "a.txt").read_text() in (WRONG, RIGHT)


def test_what_a_killed_run_left_is_gone_after_the_next(
    newslint: Run, folder: Path, desk: str
) -> None:
    (folder / "a.txt").write_text(WRONG)
    code = WHILE_WRITING.format("os._exit(9)")
    options = ["--no-cache", "--names", desk, "--fix", "--jobs", "1", "a.txt"]
    subprocess.run([sys.executable, "-c", code, *options], check=False)
    assert len(list(folder.iterdir())) == 2
    assert newslint("--names", desk, "--jobs", "1", ".").exit_code == 1  # which only reads
    assert len(list(folder.iterdir())) == 2
    assert newslint("--names", desk, "--fix", "--jobs", "1", ".").exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
