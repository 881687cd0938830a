"""`newslint explain RULE...`: what `newslint rules explain` does, said in a word."""

from __future__ import annotations

from newslint.cli.command import Runnable
from newslint.cli.commands.rules_explain import command as explain

command = Runnable(
    "newslint explain", params=explain.params, callback=explain.callback, help=explain.help
)
