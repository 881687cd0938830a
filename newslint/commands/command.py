"""What all commands have in common: help under headings, and failures of one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

from newslint.errors import NewslintError

FAILED, INTERRUPTED, BROKEN_PIPE = 2, 130, 141
"""Exit statuses that are no command's own; the last two are what a shell makes of a signal."""

COMPLETION = "_NEWSLINT_COMPLETE"
"""Where a shell that completes our options says so (click's protocol)."""


class Command(click.Command):
    """A command with its options under headings. `run` gives the exit status."""

    def __init__(self, name: str, headings: Mapping[str, Sequence[click.Option]], **more: Any):
        options = [option for group in headings.values() for option in group]
        super().__init__(name, params=[*more.pop("arguments", ()), *options], **more)
        self.headings = headings
        self.add_help_option = False

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options into the help, each under its heading."""
        for heading, options in self.headings.items():
            records = [option.get_help_record(ctx) for option in options]
            with formatter.section(heading):
                formatter.write_dl([record for record in records if record])

    def run(self, args: Sequence[str]) -> int:
        """Do what the arguments say. Whatever fails is said in one line."""
        if COMPLETION in os.environ:
            super().main(args, self.name)
        try:
            with self.make_context(self.name, list(args)) as ctx:
                status: int = self.invoke(ctx)
                return status
        except click.exceptions.Exit as done:
            return done.exit_code
        except (click.ClickException, NewslintError) as error:
            return _fail(error)
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            return BROKEN_PIPE

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and raise the status as SystemExit, as click's own tools expect."""
        sys.exit(self.run(sys.argv[1:] if args is None else args))


def _fail(error: click.ClickException | NewslintError) -> int:
    from newslint.output import aside

    usage = isinstance(error, click.UsageError)
    said = error.format_message() if isinstance(error, click.ClickException) else str(error)
    aside(f"error: {' '.join(said.split())}{' (see newslint --help)' if usage else ''}")
    return FAILED
