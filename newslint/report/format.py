"""What a format of reports is: HEAD, findings, tail; and the style of a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from newslint.core.record import NamedTuple
from newslint.report import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.report.summary import Tally
    from newslint.text.source import Source

    class Format(Protocol):
        """The interface of a format's module.

        A report is HEAD, the findings with BETWEEN between them, and its tail.
        """

        HEAD: str
        BETWEEN: str

        def render(
            self, source: Source, findings: Sequence[Finding], look: TerminalStyle
        ) -> list[str]:
            """The findings of one source, one string each or all in one."""

        def tail(self, run: Run) -> str:
            """The end of a report, with the totals of the run."""


HUMAN = ("text", "concise")
"""Formats that people read: they end with a summary."""


class TerminalStyle(NamedTuple):
    """The style of a report for people: its width, and whether it has colours and links."""

    width: int = 100
    colour: bool = False
    links: bool = False


class Run(NamedTuple):
    """The result of a run: its counts, and a function that loads the rules of its findings."""

    tally: Tally
    rules: Callable[[], Sequence[Rule]]


def no_tail(run: Run) -> str:
    """An empty end, for formats that need none."""
    return ""


def open_format(name: str) -> Format:
    """The format called `name`; only its own module is imported."""
    module: Any = import_module(f"newslint.report.{FORMATS[name]}")
    found: Format = module
    return found
