"""`newslint compare BEFORE AFTER`: names, figures and quotations that an edit changed."""

from __future__ import annotations

from typing import Any

import click

from newslint.cli.command import Command
from newslint.cli.lint_request import terminal_style
from newslint.cli.options import CONFIG, HELP, ISOLATED, MEMORY, NAMES, REPORTING

EXAMPLES = """\
\b
Examples:
  newslint compare draft.md edited.md       what the edit changed
  newslint compare --against HEAD story.md  what changed since the last commit
"""

AGAINST = click.Option(
    ["--against"],
    metavar="COMMIT",
    help="Hold each file against its version at COMMIT: a branch, a tag, HEAD.",
)

SOURCES = "source"
"""The area of the rules that compare."""


def _compare(paths: tuple[str, ...], against: str | None, **options: Any) -> int:
    """Report names, figures and quotations in AFTER that are not as in BEFORE.

    With --against, all PATHS are held against what they were at a commit; a file that was not
    there is passed by. Formats and exit status are those of newslint.
    """
    from newslint.book.selection import Selection
    from newslint.cli.command_line import command_line_of
    from newslint.cli.lint_run import run_lint
    from newslint.runner.plan import LintRequest
    from newslint.runner.runner import Task

    before, after = _sides(paths, against)
    command_line = command_line_of(options)._replace(
        selection=Selection((SOURCES,)), sources=before, no_other_sources=True, base=against or ""
    )
    style = terminal_style({**options, "diff": False})
    task = Task(format=options["output_format"], terminal_style=style)
    request = LintRequest(
        task,
        command_line,
        after,
        output_file=options["output_file"],
        statistics=options["statistics"],
        quiet=options["quiet"],
        exit_zero=options["exit_zero"],
    )
    return run_lint(request)


def _sides(paths: tuple[str, ...], against: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is held against, and what is held; a usage error if that is not clear."""
    if against:
        if not paths:
            raise click.UsageError("--against wants files to hold against their versions")
        return (), paths
    if len(paths) != 2:
        raise click.UsageError("compare wants two files: BEFORE and AFTER")
    return paths[:1], paths[1:]


command = Command(
    "newslint compare",
    {
        "Comparing": [AGAINST, NAMES, *MEMORY],
        "Reporting": [option for option in REPORTING if option.key != "exit_non_zero_on_fix"],
        "Running": [CONFIG, ISOLATED, HELP],
    },
    arguments=[click.Argument(["paths"], nargs=-1, metavar="BEFORE AFTER")],
    callback=_compare,
    help=_compare.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
