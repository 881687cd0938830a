"""Reports: findings as text for a person or a tool, one module a format.

A format renders the findings of one file, away from all others, so that a worker process can do it
and a run of any length holds one file at a time. May import `text` and what lies below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.report.summary import Tally
    from newslint.text.source import Source


HUMAN = ("text", "concise")
"""Formats that people read: they end with a summary."""


FORMATS = (
    *HUMAN,
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "checkstyle",
    "rdjson",
    "html",
)


class TerminalStyle(NamedTuple):
    """How a report for people may look: columns to fill, and whether colours are welcome."""

    width: int = 100
    colour: bool = False


class Run(NamedTuple):
    """What a run came to: its counts, and the rules that said something, read if asked for."""

    tally: Tally
    rules: Callable[[], Sequence[Rule]]


class Format(Protocol):
    """What a module of this package offers.

    A report is HEAD, the findings with BETWEEN between them, and its tail.
    """

    HEAD: str
    BETWEEN: str

    def render(self, source: Source, findings: Sequence[Finding], look: TerminalStyle) -> list[str]:
        """The findings of one source, one string each or all in one."""

    def tail(self, run: Run) -> str:
        """How a report ends, with whatever its reader wants to know of the whole run."""


def no_tail(run: Run) -> str:
    """The tail of a format that has none."""
    return ""


def open_format(name: str) -> Format:
    """The format called `name`; only its own module is imported."""
    return cast(Format, import_module(f"newslint.report.{name}"))
