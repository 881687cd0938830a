"""How fast newslint is beside its peers: whole processes, in turn, on the same files.

The copy is as varied as news (news_copy.py): no story is read twice, so that nobody gains from
knowing its words. Processor seconds are measured, of one process. Each command runs once to warm
up, which fills newslint's cache, and then in turn with the others; medians are printed as the
README's table, and written into it. Run by `make bench`, which installs the peers of
tools/benchmarks/peers.txt and counts instructions as well (instructions.py).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from news_copy import write_copy

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
ALONE = ("--isolated", "--quiet", "--jobs", "1")
MARKED = re.compile(r"(?<=<!-- make bench -->\n).*?(?=<!-- -->)", re.DOTALL)
"""The part of the README that contains the table."""


def commands(path: str) -> dict[str, list[str]]:
    """The command of each tool on a file or folder."""
    newslint, codespell, typos = (str(BIN / name) for name in ("newslint", "codespell", "typos"))
    return {
        f"newslint {version('newslint')}, again": [newslint, *ALONE, path],
        f"newslint {version('newslint')}, --no-cache": [newslint, *ALONE, "--no-cache", path],
        f"codespell {version('codespell')}": [codespell, "--quiet-level", "35", path],
        f"typos {version('typos')}": [typos, "--threads", "1", "--format", "brief", path],
    }


def seconds(command: list[str]) -> float:
    """Processor seconds that one run of `command` takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def medians(runs: dict[str, list[str]], times: int) -> dict[str, float]:
    """The median of each command over `times` runs, taken in turn, after one to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(times + 1):
        for name, command in runs.items():
            spent = seconds(command)
            if turn:
                taken[name].append(spent)
    return {name: statistics.median(spent) for name, spent in taken.items()}


def table(files: int) -> Iterator[str]:
    """The README's table, line by line."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch, "cache"))
        one, many = Path(scratch, "one"), Path(scratch, "many")
        write_copy(one, 1, 6_000)
        megabytes = write_copy(many, files, 4_000) / 1e6
        story = str(next(one.rglob("*.txt")))
        bare = [sys.executable, "-c", "pass"]
        start = medians({"bare": bare, **commands(story)}, 15)
        bulk = medians(commands(str(many)), 5)
    yield f"| | one 6 KB story, times `python -c pass` | {files:,} stories, {megabytes:.1f} MB |"
    yield "| --- | --- | --- |"
    for name in commands(""):
        times, rate = start[name] / start["bare"], megabytes / bulk[name]
        yield f"| {name} | {times:.1f} x | {rate:.1f} MB/s |"
    yield ""
    python = f"Python {platform.python_version()}"
    yield f"Measured {date.today()}: processor time of one process, {python}, on {processor()}."


def processor() -> str:
    """The kind of processor, where the system tells."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def main() -> None:
    """Print the table, and put it into the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1_200, help="stories in the archive")
    lines = "".join(f"{line}\n" for line in table(parser.parse_args().files))
    print(lines, end="")
    readme = ROOT / "README.md"
    readme.write_text(MARKED.sub(lambda _: f"\n{lines}\n", readme.read_text()))


if __name__ == "__main__":
    main()
