"""`newslint fix [PATHS]...`: what `newslint --fix [PATHS]...` does, said in a word."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.cli.commands.lint import LintCommand


class FixCommand(LintCommand):
    """The command with --fix given already; with --diff it shows what it would write."""

    def run(self, args: Sequence[str]) -> int:
        """Run with these arguments and --fix."""
        return super().run(["--fix", *args])


command = FixCommand("newslint fix")
