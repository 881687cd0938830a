"""`newslint check [PATHS]...`: what `newslint [PATHS]...` does, said in a word."""

from __future__ import annotations

from newslint.cli.commands.lint import LintCommand

command = LintCommand("newslint check")
