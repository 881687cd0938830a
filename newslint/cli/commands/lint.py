"""`newslint [PATHS]...` for click, which shows its help and says what is wrong with options."""

from __future__ import annotations

import click

from newslint.cli.command import WHOLE_HELP, Command
from newslint.cli.command_table import COMMANDS, top_level
from newslint.cli.lint_request import lint
from newslint.cli.options import COMMON, HEADINGS

EXAMPLES = """\
\b
Examples:
  newslint story.md                   report what is wrong in one story
  newslint                            report on every article below here
  newslint fix story.md               fix what is certain, report the rest
  newslint fix --diff .               show what would be fixed
  newslint --names desk.yaml .        know the names that the desk ruled on
  newslint --select names,spelling/typo --output-format json .
  newslint --stdin-filename story.md - < story.md

\b
Exit status:
  0  nothing left to report
  1  findings
  2  newslint could not do its work (the reason stands on standard error)

A file or folder that is called like a command is given as ./names.
"""


class LintCommand(Command):
    """The command that lints; its help has the other commands, and the common options."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            HEADINGS,
            arguments=[click.Argument(["paths"], nargs=-1, metavar="[PATHS]...")],
            callback=lint,
            help=lint.__doc__,
            epilog=EXAMPLES,
            context_settings={"terminal_width": 80},
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and the options into the help."""
        rows = [(name, COMMANDS[name][1]) for name in top_level()]
        with formatter.section("Commands (newslint help COMMAND says more)"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def shows(self, ctx: click.Context, option: click.Option) -> bool:
        """Whether the help shows an option: with --help, only the common ones."""
        return option.name in COMMON or bool(ctx.meta.get(WHOLE_HELP))


command = LintCommand("newslint")
