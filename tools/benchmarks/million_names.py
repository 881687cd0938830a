"""What a names book of a million entries costs: to compile, to open, and to check copy with.

The names are made of the lexicon's given and family names, each drawn as often as people bear it,
so that Johns and Smiths are as common in the book as anywhere; half of them have a misspelling,
made by what transliteration and typing do to names. The seed is fixed: everybody measures the
same book. Run by `make bench-names`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import marisa_trie
from news_copy import write_copy

from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.lexicon.lexicon import DATA, FAMILY, GIVEN, Lexicon, shipped
from newslint.text.formats.reading import load
from newslint.text.source import Source

RESPELT = (
    *(("sch", "sh"), ("ph", "f"), ("tz", "ts"), ("ck", "k"), ("ei", "ie"), ("ie", "ei")),
    *(("ou", "u"), ("oo", "u"), ("kh", "h"), ("dj", "j"), ("y", "i"), ("w", "v"), ("c", "k")),
    *(("ll", "l"), ("tt", "t"), ("ss", "s"), ("nn", "n"), ("e", "a"), ("a", "e"), ("o", "u")),
)
"""Respellings of names; the first one that changes a name is used."""


def drawn(lexicon: Lexicon, flag: int, rng: random.Random) -> Callable[[int], list[str]]:
    """A function that draws names of one sort, each as often as it is used."""
    words = [
        (word, lexicon.entry(word))
        for word in sorted(marisa_trie.Trie().mmap(f"{DATA}/words.marisa"))
        if lexicon.entry(word).flags & flag and word.isalpha() and len(word) > 2
    ]
    weights = list(accumulate(10 ** max(known.zipf, 0.5) for _, known in words))
    names = [word.title() for word, _ in words]
    return lambda count: rng.choices(names, cum_weights=weights, k=count)


def respelt(name: str) -> str:
    """The name with one slip."""
    for right, wrong in RESPELT:
        at = name.find(right, 1)
        if at > 0:
            return name[:at] + wrong + name[at + len(right) :]
    return name + name[-1]


def entries(count: int, variants: int) -> Iterator[dict[str, Any]]:
    """Entries for `count` names, `variants` of them with a misspelling."""
    rng = random.Random(1)
    book, lexicon = open_book().names, shipped()
    given, family = drawn(lexicon, GIVEN, rng), drawn(lexicon, FAMILY, rng)
    seen: set[str] = set()
    while len(seen) < count:
        for first, last in zip(given(100_000), family(100_000), strict=True):
            name = f"{first} {last}"
            if name in seen or len(seen) >= count or book.lookup(name.lower()):
                continue
            seen.add(name)
            entry: dict[str, Any] = {"name": name}
            if len(seen) <= variants:
                entry["misspellings"] = [f"{first} {respelt(last)}"]
            yield entry


def write_book(path: Path, count: int, variants: int) -> None:
    """Write the book as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for entry in entries(count, variants):
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def seconds(run: Callable[[], object], times: int) -> float:
    """The median processor time of `run`, which other programs affect least."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def stories(folder: str) -> list[Source]:
    """The copy to check: the files in `folder`, or else stories made of the examples."""
    if folder:
        return [load(str(path)) for path in sorted(Path(folder).rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as scratch:
        write_copy(Path(scratch), 350, 1_200)
        return [load(str(path)) for path in sorted(Path(scratch).rglob("*.txt"))]


def checked(names: list[str], cache: str, copy: list[Source]) -> list[list[Any]]:
    """The findings of each article by a new linter."""
    linter = Linter(open_book(names, cache=cache))
    return [linter.lint(source) for source in copy]


def figures(book: Path, cache: str, folder: str) -> Iterator[str]:
    """The measurements, line by line."""
    names = [str(book)]
    began = time.process_time()
    open_book(names, cache=cache)
    taken = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    time.sleep(2.5)  # the time from which a file is known not to have been touched since
    open_book(names, cache=cache)
    yield f"compiling: {taken:.1f} s, {memory:.2f} GB"
    yield f"opening: {seconds(lambda: open_book(names, cache=cache), 7) * 1000:.1f} ms"
    copy = stories(folder)
    alone = seconds(lambda: checked([], cache, copy), 5)
    large = seconds(lambda: checked(names, cache, copy), 5)
    yield f"checking {len(copy)} stories: {large:.2f} s, with the shipped book alone {alone:.2f} s"
    yield f"that is {large / alone:.2f} times as long"
    before, after = (
        {
            (at, finding.span, finding.suggestions)
            for at, found in enumerate(checked(layer, cache, copy))
            for finding in found
            if finding.rule == "names/misspelt" and "rules/names" in "".join(finding.evidence)
        }
        for layer in ([], names)
    )
    yield f"findings for names of the shipped book: {len(before)}, lost: {len(before - after)}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1_000_000, help="entries of the book")
    parser.add_argument("--variants", type=int, default=500_000, help="misspellings in it")
    parser.add_argument("--copy", default="", help="a folder of .txt stories to check")
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as scratch:
        book = Path(scratch, "names.jsonl")
        write_book(book, asked.names, asked.variants)
        print(
            f"{asked.names:,} names, {asked.variants:,} misspellings, {book.stat().st_size:,} bytes"
        )
        for line in figures(book, scratch, asked.copy):
            print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
