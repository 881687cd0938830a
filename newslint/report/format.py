"""What a format of reports is: HEAD, findings, tail; and the style of a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from newslint.report import FORMATS

if TYPE_CHECKING:
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.report.summary import Tally
    from newslint.text.source import Source


HUMAN = ("text", "concise")
"""Formats that people read: they end with a summary."""


class TerminalStyle(NamedTuple):
    """How a report for people may look: columns to fill, and whether colours are welcome."""

    width: int = 100
    colour: bool = False


class Run(NamedTuple):
    """What a run came to: its counts, and the rules that said something, read if asked for."""

    tally: Tally
    rules: Callable[[], Sequence[Rule]]


class Format(Protocol):
    """What the module of a format offers.

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
    return cast(Format, import_module(f"newslint.report.{FORMATS[name]}"))
