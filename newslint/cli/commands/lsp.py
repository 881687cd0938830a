"""`newslint lsp`: run the language server on standard input and output."""

from __future__ import annotations

import sys

import click

from newslint.cli.command import Command
from newslint.cli.options import HELP
from newslint.core.errors import NewslintError
from newslint.core.optional import load


def _lsp(stdio: bool) -> int:
    """Serve an editor on standard input and output, in the Language Server Protocol.

    Editors start this by themselves: docs/editors.md says what to tell them. Which rules and names
    hold for an article, its newslint.toml says.
    """
    load("pygls", "lsp", "the language server")
    if sys.stdin.isatty():
        raise NewslintError("an editor starts the language server; there is nothing to type here")
    from newslint.lsp.features import serve

    serve()
    return 0


STDIO = click.Option(["--stdio"], is_flag=True, help="Said by some editors; there is no other way.")

command = Command("newslint lsp", {"Options": [STDIO, HELP]}, callback=_lsp, help=_lsp.__doc__)
