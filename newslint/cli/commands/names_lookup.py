"""`newslint names lookup SPELLING...`: print what newslint knows of a spelling and would do."""

from __future__ import annotations

import click

from newslint.cli.options import CONFIG, ISOLATED, NAMES, STYLE


def _lookup(
    spellings: tuple[str, ...],
    names: tuple[str, ...],
    style: str | None,
    config: str | None,
    isolated: bool,
) -> int:
    """Say what newslint knows of a spelling, from where, and what it would do.

    Asked are, the nearest first, the books given with --names, those of the configuration here and
    of what it extends, those of the style, the shipped book, and the lexicon.
    What newslint would do is tried on a sentence that holds nothing else: an article with the
    full name in it may say more.
    """
    from newslint.authoring.names_lookup import Lookup
    from newslint.book.settings import Layer
    from newslint.config.resolver import CommandLine, ConfigResolver
    from newslint.report.output import print_stdout

    command_line = CommandLine(Layer(names), style or "", config=config or "", isolated=isolated)
    lookup = Lookup(ConfigResolver(command_line).settings("."))
    for at, spelling in enumerate(" ".join(spelling.split()) for spelling in spellings):
        lines = "".join(f"  {line}\n" for line in lookup.lines(spelling))
        print_stdout("\n" * (at > 0) + f"{spelling}\n{lines}")
    return 0


command = click.Command(
    "lookup",
    params=[
        click.Argument(["spellings"], nargs=-1, required=True, metavar="SPELLING..."),
        NAMES.click,
        STYLE.click,
        CONFIG.click,
        ISOLATED.click,
    ],
    callback=_lookup,
    help=_lookup.__doc__,
)
