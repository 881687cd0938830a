"""`newslint man`: print the manual page, made of the help of all commands."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newslint.cli.command import Runnable

EXAMPLES = """\
\b
Examples:
  newslint man | man -l -
  newslint man > ~/.local/share/man/man1/newslint.1
"""


def _man() -> int:
    """Print the manual page, of all commands and options, for man (groff's man macros)."""
    from newslint.report.output import print_stdout

    print_stdout("\n".join(_page()) + "\n", for_people=False)
    return 0


def _page() -> Iterator[str]:
    from newslint.cli.command_table import top_level
    from newslint.cli.commands.lint import command
    from newslint.cli.groups import load_command
    from newslint.core.version import __version__

    yield f'.TH NEWSLINT 1 "" "newslint {__version__}"'
    yield from (".SH NAME", r"newslint \- find what is misspelt in news copy, and fix it")
    yield from _section(command, "newslint", heading=".SH SYNOPSIS")
    yield ".SH COMMANDS"
    for word in top_level():
        loaded = load_command(word)
        if isinstance(loaded, click.Group):
            yield from _group(loaded, word)
        elif word not in ("check", "fix"):  # they have the options of newslint itself
            yield from _section(loaded, f"newslint {word}")


def _group(group: click.Group, word: str) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield from _section(command, f"newslint {word} {name}")


def _section(command: click.Command, name: str, heading: str = ".SS") -> Iterator[str]:
    """A command's usage, help, options and examples."""
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    if heading == ".SS":
        yield f".SS {_escaped(f'{name} {usage}')}"
    else:
        yield from (heading, rf"\fB{name}\fR {_escaped(usage)}", ".SH DESCRIPTION")
    yield from _paragraphs(command.help or "")
    if heading != ".SS":
        yield ".SH OPTIONS"
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and isinstance(option, click.Option):
            yield from (".TP", rf"\fB{_escaped(record[0])}\fR", _escaped(record[1]))
    yield from _paragraphs(command.epilog or "")


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of help; after a backspace (click's mark) the lines stay as they are."""
    from inspect import cleandoc

    for paragraph in cleandoc(text).split("\n\n"):
        lines = [_escaped(line) for line in paragraph.split("\n") if line.strip("\b")]
        plain = not paragraph.startswith("\b")
        yield from (".PP", *lines) if plain else (".PP", ".nf", *lines, ".fi")


def _escaped(text: str) -> str:
    r"""Text for groff, where a backslash, a hyphen and a dot in front mean something else.

    >>> _escaped(".txt, -q")
    '\\&.txt, \\-q'
    """
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


command = Runnable(
    "newslint man",
    callback=_man,
    help=_man.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
