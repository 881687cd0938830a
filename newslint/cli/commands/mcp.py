"""`newslint mcp`: serve an agent on standard input and output."""

from __future__ import annotations

import sys

from newslint.cli.command import Command
from newslint.cli.options import HELP
from newslint.core.errors import NewslintError


def _mcp() -> int:
    """Serve an agent on standard input and output, in the Model Context Protocol.

    Programs with a language model start this by themselves: docs/sources.md says what to tell them.
    The tools are lint, fix, compare, explain and lookup. Which rules and names hold, the
    newslint.toml of the current folder says.
    """
    if sys.stdin.isatty():
        raise NewslintError("an agent starts this server; there is nothing to type here")
    from newslint.mcp.server import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


command = Command("newslint mcp", {"Options": [HELP]}, callback=_mcp, help=_mcp.__doc__)
