"""What the options that commands share come to: a CommandLine."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import click

    from newslint.config.resolver import CommandLine


def command_line_of(options: Mapping[str, Any]) -> CommandLine:
    """The command line of these options; a command need not have all of them.

    Raises a usage error for two options that exclude each other.
    """
    from newslint.book.selection import Selection
    from newslint.book.settings import Layer
    from newslint.config.resolver import CommandLine

    for one, other in (("config", "isolated"), ("memory", "no_memory")):
        if options.get(one) and options.get(other):
            raise usage_error(f"--{one} and --{other.replace('_', '-')} exclude each other")
    selected = (tuple(options.get(key, ())) for key in ("select", "ignore", "extend_select"))
    return CommandLine(
        Layer(options.get("names", ()), options.get("rules", ())),
        options.get("style") or "",
        options.get("language", ""),
        Selection(*selected),
        options.get("config") or "",
        options.get("isolated", False),
        options.get("memory", ()),
        options.get("no_memory", False),
    )


def usage_error(message: str) -> click.UsageError:
    """A fault in how the command was called."""
    import click

    return click.UsageError(message)
