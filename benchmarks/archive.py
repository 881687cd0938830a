"""What an archive costs: processor time an article and memory, for archives of growing size.

The articles are the clean examples of the rules put together anew, as in speed.py, and one in ten
holds a slip. Plain `newslint` does the smallest archive, too, as files. Processor time (user and
system, of all processes) is what counts: it hardly depends on what else the machine does.

usage: python benchmarks/archive.py [ARTICLES...]
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from speed import BIN, clean_sentences, slips

SIZES = (10_000, 100_000)

LETTERS = 3_000
"""Letters of an article; 500 words."""


class Cost(NamedTuple):
    """Seconds of processor time, and megabytes of the largest process."""

    seconds: float
    memory: float


def articles() -> Iterator[dict[str, str]]:
    """Articles without end, the same for everybody."""
    rng, clean, wrong = random.Random(1), clean_sentences(), slips()
    number = 0
    while True:
        text = f"{rng.choice(wrong)}\n\n" if number % 10 == 0 else ""
        while len(text) < LETTERS:
            text += " ".join(rng.choices(clean, k=rng.randint(2, 5))) + "\n\n"
        yield {"id": str(number), "title": rng.choice(clean)[:60], "text": text}
        number += 1


def cost(command: list[str]) -> Cost:
    """What one run of `command` costs, its workers included."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def plain(folder: Path, number: int) -> Cost:
    """Plain newslint over so many files."""
    for article in islice(articles(), number):
        path = folder / article["id"][-2:] / f"{article['id']}.txt"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"{article['title']}\n\n{article['text']}", encoding="utf-8")
    output = ["--output-format", "jsonl", "--output-file", "/dev/null"]
    return cost([str(BIN / "newslint"), "--isolated", "--no-cache", "-q", *output, str(folder)])


def archive(folder: Path, number: int) -> Cost:
    """`newslint archive` over as many rows of JSON Lines."""
    path = folder / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in islice(articles(), number))
    columns = ["--title-column", "title", "--id-column", "id", "-o", str(folder / "found.jsonl")]
    return cost([str(BIN / "newslint"), "archive", "--isolated", "-q", *columns, str(path)])


def main() -> None:
    """Print a table."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as scratch:
        runs = [("files", sizes[0], plain)] + [("archive", size, archive) for size in sizes]
        print("| | articles | ms of a core an article | MB of the largest process |")
        print("| --- | --- | --- | --- |")
        for name, number, run in runs:
            folder = Path(scratch, f"{name}-{number}")
            folder.mkdir()
            seconds, memory = run(folder, number)
            print(f"| {name} | {number:,} | {1000 * seconds / number:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
