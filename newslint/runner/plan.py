"""The request of a run: what the user asked for."""

from __future__ import annotations

from newslint.config.resolver import CommandLine
from newslint.core.record import NamedTuple
from newslint.runner.runner import Task


class LintRequest(NamedTuple):
    """The options of a run; the configuration of each file adds its settings to the task."""

    task: Task
    command_line: CommandLine = CommandLine()
    paths: tuple[str, ...] = (".",)
    stdin_filename: str = "-"
    output_file: str | None = None
    statistics: bool = False
    quiet: bool = False
    exit_zero: bool = False
    exit_non_zero_on_fix: bool = False
    jobs: int = 1
    changed_since: str = ""
    interactive: bool = False
    follow_links: bool = False
