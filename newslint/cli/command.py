"""What all commands have in common: help under headings, failures of one line."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

from newslint.cli.exit_status import exit_status
from newslint.cli.option import Option

WHOLE_HELP = "newslint.whole_help"
"""The key in a context's meta that says whether its help shows every option."""


class Runnable(click.Command):
    """A command whose `run` returns the exit status."""

    def run(self, args: Sequence[str]) -> int:
        """Run with these arguments; print an error as one line."""

        def invoke() -> int:
            with self.make_context(self.name, list(args)) as ctx:
                status: int = self.invoke(ctx)
                return status

        return exit_status(invoke)

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and raise SystemExit with the status, as click's tools expect."""
        sys.exit(self.run(sys.argv[1:] if args is None else args))


class Command(Runnable):
    """A command whose help has its options under headings."""

    def __init__(
        self, name: str, headings: Mapping[str, Sequence[Option | click.Option]], **more: Any
    ) -> None:
        self.headings = {
            heading: [one.click if isinstance(one, Option) else one for one in options]
            for heading, options in headings.items()
        }
        options = [option for group in self.headings.values() for option in group]
        super().__init__(name, params=[*more.pop("arguments", ()), *options], **more)
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
