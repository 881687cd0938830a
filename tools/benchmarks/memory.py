"""What a memory of a large archive costs: to build, to keep, to open and to ask.

The stories are made of the clean examples of the rules, as those of `make bench` are, with names
of the lexicon put in, each drawn as often as people bear it. The seed is fixed: everybody
measures the same archive. Run by `make bench-memory`.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from million_names import drawn, stories

from newslint.book.settings import Settings
from newslint.engine.linter import open_linter
from newslint.lexicon.lexicon import FAMILY, GIVEN, shipped
from newslint.memory.memory import Memory
from newslint.text.source import Source

NAMES = 12
"""Names in a story."""

WARM = 100
"""Stories that are linted before the time is taken."""


def archive(count: int, letters: int) -> Iterator[str]:
    """The rows of an archive, each with so many letters of copy beside its names."""
    rng = random.Random(1)
    copy = [source.text[:letters] for source in stories("")]
    given, family = drawn(shipped(), GIVEN, rng), drawn(shipped(), FAMILY, rng)
    for number in range(count):
        people = zip(given(NAMES), family(NAMES), strict=True)
        said = " ".join(f"{first} {last} said so, and {last} left." for first, last in people)
        text = f"{copy[number % len(copy)]}\n\n{said} This is story {number}."
        day = f"20{number % 25:02}-0{number % 9 + 1}-1{number % 10}"
        yield json.dumps({"id": f"story-{number}", "date": day, "text": text})


def linting(memory: str, letters: int) -> float:
    """How many times as long linting takes with the memory as without, on one processor."""
    with_it, without = open_linter(Settings(memory=(memory,))), open_linter(Settings())
    rows = [json.loads(row) for row in archive(WARM * 4, letters)]
    took = {with_it: 0.0, without: 0.0}
    for number, row in enumerate(rows):
        source = Source.from_text(row["text"])
        for linter in took:
            began = time.process_time()
            linter.lint(source)
            if number >= WARM:
                took[linter] += time.process_time() - began
    return took[with_it] / took[without]


def main() -> None:
    """Build, open and ask; print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--letters", type=int, default=3_500)
    options = parser.parse_args()
    count, letters = options.stories, options.letters
    with tempfile.TemporaryDirectory() as scratch:
        table, path = Path(scratch, "archive.jsonl"), Path(scratch, "archive.memory")
        with table.open("w", encoding="utf-8") as file:
            file.writelines(f"{row}\n" for row in archive(count, letters))
        began = time.monotonic()
        command = [sys.executable, "-m", "newslint", "memory", "build", str(table), "-o", str(path)]
        subprocess.run([*command, "--id-column", "id", "--date-column", "date"], check=True)
        took = time.monotonic() - began
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        megabytes = table.stat().st_size / 1e6
        print(f"build: {count / took:,.0f} stories, {megabytes / took:.1f} MB a second; {most} MB")
        print(f"file: {path.stat().st_size / 1e6:.1f} MB, of {megabytes:,.0f} MB")
        began = time.perf_counter()
        memory = Memory(path)
        print(f"open: {(time.perf_counter() - began) * 1e3:.1f} ms; {len(memory):,} phrases")
        keys = [memory.count(number).key for number in range(0, len(memory), 97)]
        began = time.perf_counter()
        for key in keys:
            memory.stories(key)
        print(f"look up: {(time.perf_counter() - began) / len(keys) * 1e6:.1f} us a phrase")
        print(f"lint: {linting(str(path), letters):.2f} x as long as without")


if __name__ == "__main__":
    main()
