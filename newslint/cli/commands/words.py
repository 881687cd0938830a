"""`newslint words ...`: the desk's own words, one module for each command."""

from __future__ import annotations

from newslint.cli.command import Group

TABLE = {"add": ("newslint.cli.commands.words_add", "Put words into a names book.")}


command = Group("newslint words", TABLE, help="Keep the desk's own words.")
