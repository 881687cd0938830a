"""What an archive costs: processor time an article and memory, for archives of growing size.

The articles are the clean examples of the rules put together anew, as in speed.py, and one in ten
holds a slip. Plain `newslint` does the smallest archive, too, as files. Processor time (user and
system, of all processes) is what counts: it hardly depends on what else the machine does. Of
Ray's workers it cannot be had, so that one and two of them are timed by the clock, in turn, three
times, each less what starting takes; that wants a machine with nothing else to do.

usage: python tools/benchmarks/archive.py [--letters N] [--quality] [--ray] [ARTICLES...]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from news_copy import Story, slips
from speed import BIN

SIZES = (10_000, 100_000)

LETTERS = 3_000
"""Letters of an article; 500 words."""


class Cost(NamedTuple):
    """Seconds of processor time, and megabytes of the largest process."""

    seconds: float
    memory: float


def articles(letters: int = LETTERS) -> Iterator[dict[str, str]]:
    """An endless sequence of articles, always the same, by three papers over ten years."""
    rng, wrong = random.Random(1), slips()
    number = 0
    while True:
        text = f"{rng.choice(wrong)}\n\n" if number % 10 == 0 else ""
        story = Story(rng)
        text += "".join(story.paragraphs(letters))
        month = f"{2015 + number % 10}-{1 + number % 12:02}"
        paper = ("Courier", "Herald", "Gazette")[number % 3]
        title = story.sentence()[:60]
        yield {"id": str(number), "title": title, "text": text, "date": month, "paper": paper}
        number += 1


def cost(command: list[str]) -> Cost:
    """The cost of one run of `command`, with its workers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status not in (0, 1 << 8):
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def plain(folder: Path, made: Iterator[dict[str, str]]) -> Cost:
    """The cost of `newslint` over articles as files."""
    for article in made:
        path = folder / article["id"][-2:] / f"{article['id']}.txt"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"{article['title']}\n\n{article['text']}", encoding="utf-8")
    output = ["--output-format", "jsonl", "--output-file", "/dev/null"]
    return cost([str(BIN / "newslint"), "--isolated", "--no-cache", "-q", *output, str(folder)])


def command(path: Path, *more: str) -> list[str]:
    """The command line of `newslint archive` for a table of articles."""
    output = ["-o", str(path.with_name("found.jsonl"))]
    columns = ["--title-column", "title", "--id-column", "id", *output]
    return [str(BIN / "newslint"), "archive", "--isolated", "-q", *columns, *more, str(path)]


def table(folder: Path, made: Iterator[dict[str, str]]) -> Path:
    """The articles as rows of JSON Lines."""
    path = folder / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in made)
    return path


def costs(sizes: list[int], letters: int, quality: bool) -> None:
    """Print the costs of archives of these sizes."""
    print("| | articles | ms of a core an article | MB of the largest process |")
    print("| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as scratch:
        for name, number in [("files", sizes[0]), *(("archive", size) for size in sizes)]:
            folder = Path(scratch, f"{name}-{number}")
            folder.mkdir()
            made = islice(articles(letters), number)
            if name == "files":
                seconds, memory = plain(folder, made)
            else:
                report = ("--quality-report", f"{folder / 'quality.csv'}")
                columns = ("--date-column", "date", "--source-column", "paper")
                more = (*report, *columns) if quality else ()
                seconds, memory = cost(command(table(folder, made), *more))
            each = f"{1000 * seconds / number:.2f}"
            print(f"| {name} | {number:,} | {each} | {memory:.0f} |", flush=True)


def ray(number: int, letters: int) -> None:
    """Print the speed of two Ray workers compared with one."""
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for size in (1, number):
            folder = Path(scratch, str(size))
            folder.mkdir()
            paths.append(table(folder, islice(articles(letters), size)))
        took: dict[str, list[float]] = {"1": [], "2": []}
        for _ in range(3):
            for workers, seconds in took.items():
                engine = ("--engine", "ray", "--jobs", workers)
                start, whole = (clock(command(path, *engine)) for path in paths)
                seconds.append(whole - start)
    one, two = (median(seconds) for seconds in took.values())
    said = f"one worker {one:.1f} s, two {two:.1f} s, {one / two:.2f} times"
    print(f"Ray, {number:,} articles: {said}")


def clock(line: list[str]) -> float:
    """Seconds of real time that a command takes."""
    begun = time.monotonic()
    subprocess.run(line, check=True, stderr=subprocess.DEVNULL)
    return time.monotonic() - begun


def main() -> None:
    """Print a table, and a line for Ray if it is wanted."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").rpartition("usage: ")[2])
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    said = parser.parse_args()
    if said.ray:
        ray(said.sizes[0], said.letters)
    else:
        costs(list(said.sizes), said.letters, said.quality)


if __name__ == "__main__":
    main()
