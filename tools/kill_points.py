"""Kills: newslint is killed before each call that changes a disk, while it fixes 100 files.

`make kills` takes half an hour, and strace. Only such a call makes the files others than
they were, so what is found after these deaths is all that a death between any two calls can leave.
What must hold: each file is the old one or the new one, whole; none is gone, and what is left over
beside them is hidden. Every death that leaves anything else is printed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

CALLS = (
    "write pwrite64 writev ftruncate fallocate fsync fdatasync fchown chown fchmod chmod link "
    "linkat rename renameat renameat2 unlink unlinkat mkdir mkdirat symlink utimensat"
).split(" ")
"""What changes a disk. A file that `openat` made is there, empty, at the next of these."""

NAMES = [f"{number:02}.txt" for number in range(100)]
OLD = "Then Harstom spoke of the harbour.\n" * 20
NEW = OLD.replace("Harstom", "Harstorm")
DESK = "- name: Lena Harstorm\n  misspellings: [Harstom]\n"

NEVER = 65_535
"""More calls of a kind than there are."""

HIDDEN = ".newslint-"
"""How the names of files begin that a death leaves behind."""


def main() -> int:
    """Kill newslint at every place in turn; 1 if anything was broken."""
    if not which("strace"):
        sys.exit("make kills needs strace")
    died, broken, fixed = Counter[str](), 0, set[int]()
    with TemporaryDirectory() as name:
        for call, faults, new in deaths(Path(name)):
            died[call] += 1
            broken += bool(faults)
            fixed.add(new)
            for fault in faults:
                print(f"{call} {died[call]}: {fault}", flush=True)
    for call, number in died.items():
        print(f"{number:6,} before {call}")
    said = f"{died.total():,} deaths, {broken} of them broke something"
    print(f"{said}; {min(fixed)} to {max(fixed)} files were fixed by then")
    return int(broken > 0)


def deaths(place: Path) -> Iterator[tuple[str, list[str], int]]:
    """Before which call newslint died, what is wrong of what it left, and how many files are new.

    `place` is an empty folder to do it in.
    """
    copy = place / "copy"
    copy.mkdir()
    (place / "desk.yaml").write_text(DESK)
    os.environ["XDG_CACHE_HOME"] = str(place / "cache")
    restore(copy)
    fix(place, "write", NEVER)  # compiles the book, whose writing is not what is looked at here
    for call in CALLS:
        for at in count(1):
            restore(copy)
            if not fix(place, call, at):
                break
            yield call, judge(copy), sum(path.read_text() == NEW for path in copy.glob("*.txt"))


def restore(copy: Path) -> None:
    """Make all files of `copy` old, and nothing beside them."""
    for path in copy.iterdir():
        path.unlink()
    for name in NAMES:
        (copy / name).write_text(OLD)


def fix(place: Path, call: str, at: int) -> bool:
    """Fix the copy in `place`, killed before the call `call` that is the `at`th: whether it was."""
    strace = ["strace", "-f", "-o", os.devnull, "-e", f"trace={call}"]
    inject = ["-e", f"inject={call}:signal=SIGKILL:when={at}"]
    newslint = [sys.executable, "-m", "newslint", "--no-cache", "--names", "desk.yaml", "-q"]
    command = [*strace, *inject, *newslint, "--fix", "--jobs", "1", "copy"]
    status = subprocess.run(command, cwd=place, stdout=subprocess.DEVNULL, check=False).returncode
    if status not in (0, -signal.SIGKILL):
        sys.exit(f"{call} {at}: newslint ended with {status}")
    return status != 0


def judge(copy: Path) -> list[str]:
    """What is wrong with what a death left in `copy`."""
    there = {path.name: path for path in copy.iterdir()}
    faults = [f"{name} is gone" for name in NAMES if name not in there]
    for name, path in there.items():
        if name in NAMES and path.read_text() not in (OLD, NEW):
            faults.append(f"{name} is neither the old one nor the new one")
        if name not in NAMES and not name.startswith(HIDDEN):
            faults.append(f"{name} is left over")
    return faults


if __name__ == "__main__":
    sys.exit(main())
