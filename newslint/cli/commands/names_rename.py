"""`newslint names rename OLD NEW [PATHS]...`: write a name otherwise, wherever it stands."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from newslint.cli.command import Runnable

EXAMPLES = """\
\b
Examples:
  newslint names rename --diff 'Ann Winslade' 'Ann Winslade-Price' stories/
  newslint names rename 'Ann Winslade' 'Ann Winslade-Price' stories/
"""


def _rename(old: str, new: str, paths: tuple[str, ...], **options: Any) -> int:
    """Write NEW for OLD in all copy at PATHS: files, or folders to look through.

    Possessives stay; a longer name that begins with OLD is another name. What somebody is quoted as
    saying is reported and left to you.
    Names books are left alone: newslint names add NEW --instead-of OLD has the desk hold to it.
    """
    from newslint.authoring.names_edit import Addition, grow
    from newslint.authoring.names_file import spaced
    from newslint.cli.commands.lint import command

    addition = Addition(spaced(new), {}, {"instead_of": (spaced(old),)})
    with TemporaryDirectory(prefix="newslint-") as folder:
        book = Path(folder, "rename.yaml")
        book.write_text(grow("", addition, "rename.yaml").text, "utf-8")
        mode = ["--diff"] if options["diff"] else ["--fix", "--output-format", "concise"]
        held = ["--isolated", "--no-cache", "--names", str(book), "--select", "names/house-style"]
        return command.run([*mode, "--unsafe-fixes", *held, "--", *(paths or (".",))])


command = Runnable(
    "rename",
    params=[
        click.Argument(["old"]),
        click.Argument(["new"]),
        click.Argument(["paths"], nargs=-1, metavar="[PATHS]..."),
        click.Option(["--diff"], is_flag=True, help="Show what would change, write nothing."),
    ],
    callback=_rename,
    help=_rename.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
