"""`newslint help [COMMAND]...`: show the help of newslint or of a command."""

from __future__ import annotations

import click

from newslint.cli.command import Runnable
from newslint.cli.command_table import hint_at, top_level
from newslint.cli.groups import load_command


def _help(words: tuple[str, ...]) -> int:
    """Show the help of newslint, or of a command.

    COMMAND is one or two words: newslint help fix, newslint help names lookup.
    """
    if not words:
        from newslint.cli.commands.lint import command

        return command.run(["--help"])
    if words[0] not in top_level():
        raise click.UsageError(f"no command '{words[0]}'{hint_at(words[0], top_level())}")
    return load_command(words[0]).run([*words[1:], "--help"])


command = Runnable(
    "newslint help",
    params=[click.Argument(["words"], nargs=-1, metavar="[COMMAND]...")],
    callback=_help,
    help=_help.__doc__,
)
