"""How fast newslint is beside its peers: whole processes, in turn, on the same files.

The copy is the clean examples of the rules put together anew, seeded, so that everybody measures
the same; one story in ten has a sentence of examples/ as well, and with it a slip. Each command
runs once to warm up, which fills newslint's cache, and then in turn with the others; medians are
printed as the README's table, and written into it. Run by `make bench`, which installs the peers
of tools/benchmarks/peers.txt.
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

import yaml

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
MARKED = re.compile(r"(?<=<!-- make bench -->\n).*?(?=<!-- -->)", re.DOTALL)
"""The part of the README that contains the table."""


def commands(path: str) -> dict[str, list[str]]:
    """The command of each tool on a file or folder."""
    newslint, codespell, typos = (str(BIN / name) for name in ("newslint", "codespell", "typos"))
    return {
        f"newslint {version('newslint')}, again": [newslint, "--quiet", path],
        f"newslint {version('newslint')}, --no-cache": [newslint, "--quiet", "--no-cache", path],
        f"codespell {version('codespell')}": [codespell, "--quiet-level", "35", path],
        f"typos {version('typos')}": [typos, "--format", "brief", path],
    }


def clean_sentences() -> list[str]:
    """Every clean example of the rules."""
    found = []
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        for entry in yaml.load(path.read_text(), yaml.BaseLoader):
            examples = entry.get("examples", ()) if isinstance(entry, dict) else ()
            found += [" ".join(e["clean"].split()) for e in examples if "clean" in e]
    return found


def slips() -> list[str]:
    """Sentences of the examples in plain text, most of them with a slip."""
    text = " ".join(path.read_text() for path in sorted((ROOT / "examples").glob("*.txt")))
    return [s for s in re.split(r"(?<=[.!?”])\s+", text) if len(s) > 20]


def write_copy(folder: Path, files: int, size: int) -> int:
    """Write `files` stories of about `size` bytes to `folder`; return their total size."""
    rng, clean, wrong, total = random.Random(1), clean_sentences(), slips(), 0
    for number in range(files):
        story = f"{rng.choice(wrong)}\n\n" if number % 10 == 0 else ""
        while len(story) < size:
            story += " ".join(rng.choices(clean, k=rng.randint(2, 5))) + "\n\n"
        path = folder / f"{number // 100:02}" / f"{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        total += path.write_bytes(story.encode())
    return total


def seconds(command: list[str]) -> float:
    """Seconds that one run of `command` takes."""
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
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch, "cache"))
        one, many = Path(scratch, "one"), Path(scratch, "many")
        one.mkdir()
        many.mkdir()
        write_copy(one, 1, 6_000)
        megabytes = write_copy(many, files, 10_000) / 1e6
        story = str(next(one.rglob("*.txt")))
        bare = [sys.executable, "-c", "pass"]
        start = medians({"bare": bare, **commands(story)}, 15)
        bulk = medians(commands(str(many)), 5)
    yield f"| | one 6 KB story, times `python -c pass` | {files:,} files, {megabytes:.1f} MB |"
    yield "| --- | --- | --- |"
    for name in commands(""):
        times, rate = start[name] / start["bare"], megabytes / bulk[name]
        yield f"| {name} | {times:.1f} x | {rate:.1f} MB/s |"
    yield ""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    yield f"Measured {date.today()}: {machine}."


def main() -> None:
    """Print the table, and put it into the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000, help="stories in the archive")
    lines = "".join(f"{line}\n" for line in table(parser.parse_args().files))
    print(lines, end="")
    readme = ROOT / "README.md"
    readme.write_text(MARKED.sub(lambda _: f"\n{lines}\n", readme.read_text()))


if __name__ == "__main__":
    main()
