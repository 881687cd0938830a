"""Little archives of a publication that never was."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newslint.book.book import Book
from newslint.book.settings import Settings
from newslint.core.finding import Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.lexicon.lexicon import shipped
from newslint.memory.builder import Builder, taught_by
from newslint.text.source import Source
from tests.builders import document

DAYS = ("2026-05-01", "2026-05-08", "2026-05-14")


def stories(sentence: str, times: int) -> list[str]:
    """So many stories that have a sentence in common, each with something of its own."""
    return [
        f"{sentence} The council met {n} times in the old hall by the water." for n in range(times)
    ]


ORDINARY = [f"The harbour was quiet for {n} days, said the clerk." for n in range(10)]
"""Stories without a name."""


def build(path: Path, texts: Iterable[str]) -> Path:
    """A memory of stories, printed on the days in turn."""
    builder = Builder()
    for number, text in enumerate(texts):
        taught = taught_by(document(text), DAYS[number % len(DAYS)], shipped())
        builder.add(taught, f"story-{number}")
    builder.write(path)
    builder.close()
    return path


def table(path: Path, texts: Iterable[str]) -> Path:
    """The same stories as JSON Lines."""
    rows = [
        {"id": f"story-{n}", "date": DAYS[n % len(DAYS)], "text": text}
        for n, text in enumerate(texts)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@cache
def book() -> Book:
    """The shipped book."""
    return open_book(cache=None)


@cache
def linter(memory: Path) -> Linter:
    """The shipped rules, and a memory."""
    return Linter(book(), Settings(memory=(str(memory),)))


def lint(memory: Path, text: str, path: str = "story.txt") -> list[Finding]:
    """What is found in a text by names and spelling, with a memory."""
    found = linter(memory).lint(Source.from_text(text, path))
    return [finding for finding in found if finding.rule.startswith(("names/", "spelling/"))]
