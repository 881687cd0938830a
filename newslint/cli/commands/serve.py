"""`newslint serve`: answer editors, programs and browsers over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from newslint.cli.command import Command
from newslint.cli.option import Option
from newslint.cli.options import BOOK, CONFIG, HELP, ISOLATED, JOBS
from newslint.core.errors import NewslintError
from newslint.core.optional import load


def _serve(**options: Any) -> int:
    """Serve a page for a desk, LanguageTool's API for editors, and an API for programs.

    Everything is answered from this machine alone, and nothing is sent anywhere. docs/server.md
    tells how to run it for a newsroom, docs/editors.md what to type into which editor.
    """
    load("starlette", "serve", "the server")
    load("uvicorn", "serve", "the server")
    from newslint.cli.command_line import command_line_of
    from newslint.report.output import print_stderr
    from newslint.serve.options import ServeOptions
    from newslint.serve.running import run
    from newslint.system.processes import processors

    book = options["write_names"] or ""
    if book and not book.lower().endswith((".yaml", ".yml")):
        raise NewslintError(f"{book}: books grow in YAML only (--write-names names.yaml)")
    command_line = command_line_of(options)
    run(
        ServeOptions(
            options["host"],
            options["port"],
            options["token"] or "",
            options["allow_host"],
            options["allow_origin"],
            command_line,
            book,
            options["jobs"] or processors(),
        ),
        print_stderr,
    )
    return 0


LISTENING = [
    click.Option(
        ["--host"],
        default="127.0.0.1",
        metavar="HOST",
        help="Where to listen.  [default: 127.0.0.1]",
    ),
    click.Option(
        ["--port"],
        default=8081,
        type=click.IntRange(0, 65535),
        metavar="PORT",
        help="Which port; 0 is any that is free.  [default: 8081]",
    ),
    click.Option(
        ["--token"],
        envvar="NEWSLINT_TOKEN",
        metavar="TEXT",
        help="Answer only who sends this; also from $NEWSLINT_TOKEN.",
    ),
    click.Option(
        ["--allow-host"],
        multiple=True,
        metavar="NAME",
        help="Another name of this server. May be repeated.",
    ),
    click.Option(
        ["--allow-origin"],
        multiple=True,
        metavar="URL",
        help="A website whose scripts may ask, or *. May be repeated.",
    ),
]

WRITING = [
    click.Option(
        ["--write-names"],
        metavar="FILE",
        help="The names book, in YAML, that rulings made in the page go into.",
    )
]

HEADINGS: dict[str, Sequence[Option | click.Option]] = {
    "Listening": LISTENING,
    "Rules and names": [*BOOK, *WRITING],
    "Running": [CONFIG, ISOLATED, JOBS, HELP],
}

command = Command(
    "newslint serve",
    HEADINGS,
    callback=_serve,
    help=_serve.__doc__,
    context_settings={"terminal_width": 80},
)
