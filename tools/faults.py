"""Faults: a fix meets every error, death and request to end that the system can bring it.

From the moment the first article is opened, newslint is run once for each call to the system that
it makes, which then fails; once for each after which it is asked to end; and for each call that
changes a disk, once killed before it. What must hold each time: every article is the old one or the
new one, whole; none is gone; what is said is no traceback; what is left over is hidden, is gone
after the next run, and is not there at all where it was asked to end. And an article that is saved
at the worst moment is not overwritten.

`make faults` tries all faults of calls that change a disk, and every fifth of the others: always
the same ones. `make faults ALL=--all` tries every one. It needs strace.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import NamedTuple

NAMES = [f"{number:02}.txt" for number in range(2)]
OLD = "Then Harstom spoke of the harbour.\n" * 20
NEW = OLD.replace("Harstom", "Harstorm")
DESK = "- name: Lena Harstorm\n  misspellings: [Harstom]\n"

CHANGING = frozenset(
    "write pwrite64 ftruncate fsync fchown fchmod rename renameat renameat2 link linkat unlink "
    "unlinkat mkdir mkdirat fsetxattr fremovexattr".split(" ")
)
"""Calls that change a disk; being killed before other calls makes no difference."""

ERRORS = {"write": "ENOSPC", "openat": "EMFILE", "mmap": "ENOMEM"}
"""The error with which a call fails, if it is not EIO."""

SPARED = frozenset(
    "brk exit exit_group rt_sigreturn munmap futex rt_sigaction rt_sigprocmask".split()
)
"""Calls that do not fail, or (brk) that end the interpreter itself."""

EVERY = 5
"""Of the faults of calls that leave the disk as it is, how many are there for one that is tried."""

OPENED = re.compile(r'openat\(.*/copy", .*O_PATH')
"""The call that begins with an article."""

HIDDEN = ".newslint-"


class Fault(NamedTuple):
    """One fault: what happens at the `at`th call of the kind `call`."""

    kind: str
    call: str
    at: int

    @property
    def injection(self) -> str:
        """The fault as an option of strace."""
        how = {
            "error": f"error={ERRORS.get(self.call, 'EIO')}",
            "death": "signal=SIGKILL",
            "asked to end": "signal=SIGTERM",
        }[self.kind]
        return f"inject={self.call}:{how}:when={self.at}"


def main() -> int:
    """Try the faults, a desk for each processor; return 1 if anything was broken."""
    if not which("strace"):
        sys.exit("make faults needs strace")
    with TemporaryDirectory() as name:
        desks = [Desk(Path(name, str(number))) for number in range(os.cpu_count() or 1)]
        possible = [*desks[0].faults()]
        faults = possible if "--all" in sys.argv else [*_sample(possible)]
        print(f"trying {len(faults):,} of {len(possible):,} faults", flush=True)
        shares = [faults[number :: len(desks)] for number in range(len(desks))]
        with ThreadPoolExecutor(len(desks)) as pool:
            broken = sum(pool.map(Desk.suffer_all, desks, shares))
        tried = Counter(fault.kind for fault in faults)
        for how in ("in place", "by renaming"):
            tried["saved meanwhile"] += 1
            if said := desks[0].save_meanwhile(how):
                broken += 1
                print(f"saved meanwhile {how}: {said}", flush=True)
    for kind, number in tried.items():
        print(f"{number:6,} {kind}")
    print(f"{tried.total():,} faults, {broken} of them broke something")
    return int(broken > 0)


def _sample(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults of calls that change a disk, and every fifth of the others of each call."""
    met = Counter[str]()
    for fault in faults:
        if fault.call not in CHANGING:
            met[fault.call] += 1
            if met[fault.call] % EVERY != 1:
                continue
        yield fault


class Desk:
    """A folder with articles to fix, and newslint to fix them."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.copy = place / "copy"
        self.copy.mkdir(parents=True)
        (place / "desk.yaml").write_text(DESK)
        self.environment = os.environ | {
            "XDG_CACHE_HOME": str(place / "cache"),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.restore()
        self.fix()  # compiles the book, which is not what is looked at here

    def restore(self) -> None:
        """Restore all articles, and remove everything beside them."""
        for path in self.copy.iterdir():
            path.unlink()
        for name in NAMES:
            (self.copy / name).write_text(OLD)

    def fix(self, *strace: str) -> subprocess.CompletedProcess[str]:
        """Fix the articles, under strace if it is given what to do."""
        newslint = [sys.executable, "-m", "newslint", "--no-cache", "--names", "desk.yaml", "-q"]
        return subprocess.run(
            [*strace, *newslint, "--fix", "--jobs", "1", "copy"],
            cwd=self.place,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def faults(self) -> Iterator[Fault]:
        """Every possible fault while the articles are fixed."""
        log = self.place / "log"
        self.restore()
        self.fix("strace", "-o", str(log))
        number, begun = Counter[str](), False
        for line in log.read_text(errors="replace").splitlines():
            call = re.match(r"\w+(?=\()", line)
            if call is None:
                continue
            number[call[0]] += 1
            begun = begun or bool(OPENED.match(line))
            if begun and call[0] not in SPARED:
                yield Fault("error", call[0], number[call[0]])
                yield Fault("asked to end", call[0], number[call[0]])
                if call[0] in CHANGING:
                    yield Fault("death", call[0], number[call[0]])

    def suffer_all(self, faults: Sequence[Fault]) -> int:
        """Make faults happen, and print what is wrong; return how many broke something."""
        broken = 0
        for number, fault in enumerate(faults, 1):
            wrong = self.suffer(fault)
            broken += bool(wrong)
            for each in wrong:
                print(f"{fault.kind}, {fault.call} {fault.at}: {each}", flush=True)
            if number % 25 == 0 or number == len(faults):
                print(f"  desk {self.place.name}: {number} of {len(faults)}\n", end="", flush=True)
        return broken

    def suffer(self, fault: Fault) -> list[str]:
        """Make a fault happen; return what is wrong afterwards."""
        self.restore()
        watched = f"trace={fault.call}"
        done = self.fix("strace", "-o", os.devnull, "-e", watched, "-e", fault.injection)
        wrong = self.judge(fault)
        if "Traceback" in done.stderr:
            wrong.append(f"a traceback: {done.stderr.splitlines()[-1]}")
        if fault.kind == "error" and done.returncode not in (0, 2):
            wrong.append(f"ended with {done.returncode}")
        if done.returncode == 0 and self.is_old():
            wrong.append("ended as if all were fixed")
        if self.is_old() or self.leftovers():
            self.fix()
            if self.is_old() or self.leftovers():
                wrong.append("the next run does not make it good")
        return wrong

    def judge(self, fault: Fault) -> list[str]:
        """The faults in the files that are left."""
        there = {path.name: path for path in self.copy.iterdir()}
        wrong = [f"{name} is gone" for name in NAMES if name not in there]
        for name, path in there.items():
            if name in NAMES and path.read_text() not in (OLD, NEW):
                wrong.append(f"{name} is neither the old one nor the new one")
            if name not in NAMES and not name.startswith(HIDDEN):
                wrong.append(f"{name} is left over")
        if fault.kind == "asked to end" and self.leftovers():
            wrong.append("something is left over though it could have been tidied up")
        return wrong

    def is_old(self) -> bool:
        """Whether any article is not fixed yet."""
        return any((self.copy / name).read_text() == OLD for name in NAMES)

    def leftovers(self) -> list[str]:
        """The files beside the articles."""
        return [path.name for path in self.copy.iterdir() if path.name not in NAMES]

    def save_meanwhile(self, how: str) -> str:
        """Save an article just before the new one replaces it; return what is wrong afterwards."""
        self.restore()
        story, saved = self.copy / NAMES[0], "What an editor saved.\n"
        delay = "inject=renameat2,rename,renameat:delay_enter=1500000:when=1"
        command = ["strace", "-f", "-o", os.devnull, "-e", delay, sys.executable, "-m", "newslint"]
        process = subprocess.Popen(
            [*command, "--no-cache", "--names", "desk.yaml", "-q", "--fix", "--jobs", "1", "copy"],
            cwd=self.place,
            env=self.environment,
            stderr=subprocess.PIPE,
        )
        while process.poll() is None and not self.leftovers():
            time.sleep(0.005)
        time.sleep(0.5)
        if how == "in place":
            story.write_text(saved)
        else:
            (self.place / "saved").write_text(saved)
            (self.place / "saved").replace(story)
        _, stderr = process.communicate()
        if story.read_text() != saved:
            return "it was overwritten"
        return "" if b"changed while we read it" in stderr else f"said: {stderr!r}"


if __name__ == "__main__":
    sys.exit(main())
