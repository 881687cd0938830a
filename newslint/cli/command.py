"""What all commands have in common: help under headings, failures of one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

from newslint.cli.exit_status import BROKEN_PIPE, FAILED, INTERRUPTED
from newslint.core.errors import NewslintError

WHOLE_HELP = "newslint.whole_help"
"""The key in a context's meta that says whether its help shows every option."""


class Runnable(click.Command):
    """A command whose `run` returns the exit status."""

    def run(self, args: Sequence[str]) -> int:
        """Run with these arguments; print an error as one line."""
        try:
            _refuse_to_be_nowhere()
            with self.make_context(self.name, list(args)) as ctx:
                status: int = self.invoke(ctx)
                return status
        except click.exceptions.Exit as done:
            return done.exit_code
        except (click.ClickException, NewslintError) as error:
            return _fail(error)
        except (KeyboardInterrupt, click.Abort):  # Abort: while it asked for a line of text
            return INTERRUPTED
        except BrokenPipeError:
            return BROKEN_PIPE

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and raise SystemExit with the status, as click's tools expect."""
        sys.exit(self.run(sys.argv[1:] if args is None else args))


class Command(Runnable):
    """A command whose help has its options under headings."""

    def __init__(self, name: str, headings: Mapping[str, Sequence[click.Option]], **more: Any):
        options = [option for group in headings.values() for option in group]
        super().__init__(name, params=[*more.pop("arguments", ()), *options], **more)
        self.headings = headings
        self.add_help_option = False

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options into the help, each under its heading."""
        for heading, options in self.headings.items():
            shown = (option for option in options if self.shows(ctx, option))
            records = [record for option in shown if (record := option.get_help_record(ctx))]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)

    def shows(self, ctx: click.Context, option: click.Option) -> bool:
        """Whether the help shows an option."""
        return True


def _refuse_to_be_nowhere() -> None:
    try:
        os.getcwd()  # noqa: PTH109
    except FileNotFoundError:
        raise NewslintError("the current folder is not there any more") from None


def _fail(error: click.ClickException | NewslintError) -> int:
    from newslint.report.output import print_stderr

    message = error.format_message() if isinstance(error, click.ClickException) else str(error)
    hint = ""
    if isinstance(error, click.UsageError):
        asked = error.ctx.command_path if error.ctx else "newslint"
        hint = f" (see {asked} --help)"
    print_stderr(f"error: {' '.join(message.split())}{hint}")
    return FAILED
