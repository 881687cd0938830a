"""Commands by their words: load one, or a group of those that share their first word."""

from __future__ import annotations

from importlib import import_module

import click

from newslint.cli.command import Runnable
from newslint.cli.command_table import COMMANDS, hint_at

HELP_NAMES = ["-h", "--help"]


class Group(Runnable, click.Group):
    """The commands whose first word is `word`; each module is imported when it is used."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"newslint {word}",
            no_args_is_help=False,
            help=COMMANDS[word][1],
            context_settings={"help_option_names": HELP_NAMES},
        )
        self.word = word

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The words that may follow, in the order of the table."""
        return [name.partition(" ")[2] for name in COMMANDS if name.startswith(f"{self.word} ")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None if there is none."""
        name = f"{self.word} {cmd_name}"
        return load_command(name) if name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; a usage error with a hint if there is none."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise click.UsageError(
                f"no command '{args[0]}'{hint_at(args[0], self.list_commands(ctx))}", ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands into the help."""
        rows = [(name, COMMANDS[f"{self.word} {name}"][1]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def load_command(name: str) -> Runnable:
    """The command or group of that name, a key of COMMANDS."""
    module = COMMANDS[name][0]
    if not module:
        return Group(name)
    command: Runnable = import_module(f"newslint.cli.commands.{module}").command
    command.context_settings.setdefault("help_option_names", HELP_NAMES)
    return command
