"""`newslint completion SHELL`: print the script that makes a shell complete newslint's words."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from newslint.cli.command import Runnable
from newslint.cli.command_table import top_level
from newslint.cli.commands.lint import command as lint
from newslint.cli.environment import COMPLETION
from newslint.cli.groups import load_command

EXAMPLES = """\
\b
Examples:
  newslint completion bash > \\
    ~/.local/share/bash-completion/completions/newslint
  newslint completion zsh > ~/.zfunc/_newslint      (with ~/.zfunc in fpath)
  newslint completion fish > ~/.config/fish/completions/newslint.fish
"""


def _completion(shell: str) -> int:
    """Print the script that makes a shell complete commands, options, rules and styles."""
    from click.shell_completion import get_completion_class

    from newslint.report.output import print_stdout

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(root(), {}, "newslint", COMPLETION)
    print_stdout(script.source_template % script.source_vars(), for_people=False)
    return 0


class Root(click.Group):
    """`newslint` as a group of its commands, with the options of plain newslint."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The first words of commands."""
        return top_level()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None for a path."""
        return load_command(cmd_name) if cmd_name in top_level() else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options that begin so; then the shell adds files."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def root() -> Root:
    """The root of what can be completed."""
    options = [param for param in lint.params if isinstance(param, click.Option)]
    return Root("newslint", params=options, invoke_without_command=True)


command = Runnable(
    "newslint completion",
    params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]))],
    callback=_completion,
    help=_completion.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
