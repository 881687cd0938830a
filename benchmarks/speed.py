"""How fast newslint is beside its peers: whole processes, in turn, on the same files.

The files are sentences of examples/ put together anew, seeded, so that everybody measures the
same copy. Each command runs once to warm up and then in turn with the others; medians are printed
as the README's table. Run by `make bench`, which installs the peers of benchmarks/peers.txt.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
PEERS = ("codespell", "typos")


def commands(folder: str) -> dict[str, list[str]]:
    """The command of each tool on `folder`."""
    return {
        "newslint": [str(BIN / "newslint"), "--quiet", folder],
        "codespell": [str(BIN / "codespell"), "--quiet-level", "35", folder],
        "typos": [str(BIN / "typos"), "--format", "brief", folder],
    }


def sentences() -> list[str]:
    """Every sentence of the examples in plain text."""
    text = " ".join(path.read_text() for path in sorted((HERE.parent / "examples").glob("*.txt")))
    return [s for s in re.split(r"(?<=[.!?”])\s+", text) if len(s) > 20]


def write_copy(folder: Path, files: int, size: int) -> int:
    """Fill `folder` with `files` stories of about `size` bytes; the bytes they have together."""
    rng, known, total = random.Random(1), sentences(), 0
    for number in range(files):
        story = ""
        while len(story) < size:
            story += " ".join(rng.choices(known, k=rng.randint(2, 5))) + "\n\n"
        path = folder / f"{number // 100:02}" / f"{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        total += path.write_text(story) and path.stat().st_size
    return total


def seconds(command: list[str]) -> float:
    """How long one run of `command` takes."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


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
        one, many = Path(scratch, "one"), Path(scratch, "many")
        one.mkdir()
        many.mkdir()
        write_copy(one, 1, 6_000)
        megabytes = write_copy(many, files, 10_000) / 1e6
        story = str(next(one.rglob("*.txt")))
        bare = [sys.executable, "-c", "pass"]
        start = medians({"bare": bare, **commands(story)}, 7)
        bulk = medians(commands(str(many)), 3)
    yield f"Measured {date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}:"
    yield ""
    yield f"| | one 6 KB story, times the bare interpreter | {files} files, {megabytes:.1f} MB |"
    yield "| --- | --- | --- |"
    for name in commands(""):
        times, rate = start[name] / start["bare"], megabytes / bulk[name]
        yield f"| {name} {version(name)} | {times:.1f} x | {rate:.1f} MB/s |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000, help="stories in the archive")
    for line in table(parser.parse_args().files):
        print(line)


if __name__ == "__main__":
    main()
