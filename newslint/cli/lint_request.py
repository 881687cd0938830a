"""Turn the options of `newslint [PATHS]...` into a LintRequest and run it."""

from __future__ import annotations

import os
import sys

from newslint.cli.command_line import command_line_of, usage_error
from newslint.report.format import HUMAN, TerminalStyle
from newslint.system.processes import processors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.runner.plan import LintRequest


ELSEWHERE = {"lint": "newslint check", "version": "newslint --version"}
"""Commands of other linters, and what newslint has instead."""


def lint(**options: Any) -> int:
    """Find what is misspelt in news copy, names above all, and fix what is certain.

    PATHS are files, or folders to look through for copy: .txt, .md, .html and the like. The
    default is the current folder; - is standard input.
    """
    request = _request(**options)
    if options["watch"]:
        from newslint.cli.watch import watch

        return watch(request)
    from newslint.cli.lint_run import run_lint

    return run_lint(request)


def _request(paths: tuple[str, ...], **options: Any) -> LintRequest:
    """The request of the command line; a usage error for options that conflict."""
    from newslint.runner.plan import LintRequest
    from newslint.runner.runner import DIFF, FIX, REPORT, Task

    _refuse_nonsense(paths, options)
    fixing = options["fix"] and not options["interactive"]  # where every finding is asked about
    mode = DIFF if options["diff"] else FIX if fixing else REPORT
    task = Task(
        mode=mode,
        unsafe=options["unsafe_fixes"],
        format=options["output_format"],
        terminal_style=terminal_style(options),
        cache=not options["no_cache"],
        baseline=options["baseline"] or "",
        write_baseline=options["write_baseline"],
    )
    command_line = command_line_of(options)._replace(
        sources=options["source"], may_name_sources=True
    )
    return LintRequest(
        task,
        command_line,
        paths or (".",),
        stdin_filename=options["stdin_filename"] or "-",
        output_file=options["output_file"],
        statistics=options["statistics"],
        quiet=options["quiet"],
        exit_zero=options["exit_zero"],
        exit_non_zero_on_fix=options["exit_non_zero_on_fix"],
        jobs=options["jobs"] or processors(),
        changed_since=options["changed_since"] or "",
        interactive=options["interactive"],
        follow_links=options["follow_links"],
    )


def _refuse_nonsense(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    changing = options["fix"] or options["diff"]
    if paths and not os.path.lexists(paths[0]) and (hint := _hint_for(paths[0])):
        raise usage_error(f"no command or file '{paths[0]}'{hint}")
    if "-" in paths and len(paths) > 1:
        raise usage_error("'-' (standard input) cannot be mixed with other paths")
    if options["stdin_filename"] and paths != ("-",):
        raise usage_error("--stdin-filename names what '-' reads; '-' is missing")
    if options["changed_since"] and paths == ("-",):
        raise usage_error("--changed-since is about files, not standard input")
    if options["write_baseline"] and (changing or not options["baseline"]):
        raise usage_error("--write-baseline goes with --baseline, not with --fix or --diff")
    if options["write_baseline"] and options["changed_since"]:
        raise usage_error("--write-baseline takes all lines; leave out --changed-since")
    if options["interactive"] and (not options["fix"] or paths == ("-",)):
        raise usage_error("--interactive goes with --fix, and with files")
    if options["watch"] and (changing or paths == ("-",) or options["write_baseline"]):
        raise usage_error("--watch only reports, and on files")
    if options["watch"] and (options["output_file"] or options["output_format"] not in HUMAN):
        raise usage_error("--watch is for the formats text and concise, on the terminal")
    if options["unsafe_fixes"] and not changing:
        raise usage_error("--unsafe-fixes goes with --fix or --diff")
    if options["statistics"] and options["output_format"] not in HUMAN:
        raise usage_error("--statistics is for the formats text and concise")


def _hint_for(word: str) -> str:
    """A hint for a word that was meant as a command; empty if there is none."""
    from newslint.cli.command_table import hint_at, top_level

    if word in ELSEWHERE:
        return f"; write {ELSEWHERE[word]}"
    return hint_at(word, top_level())


def terminal_style(options: dict[str, Any]) -> TerminalStyle:
    """The terminal style of the report or diff; a file and another program's input have none."""
    if options["output_format"] not in HUMAN or options["output_file"] or sys.stdout is None:
        return TerminalStyle()
    from newslint.core.progress_line import is_terminal
    from newslint.report.colour import AUTO, NEVER, terminal_width, wants_colour, wants_links

    colour = wants_colour(sys.stdout, options["color"])
    if options["diff"] and options["color"] == AUTO:  # FORCE_COLOR must not spoil what git reads
        colour = colour and is_terminal(sys.stdout)
    links = wants_links(sys.stdout) and options["color"] != NEVER
    return TerminalStyle(terminal_width(sys.stdout), colour, links)
