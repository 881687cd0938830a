"""`newslint config ...`: what the configuration says, one module for each command."""

from __future__ import annotations

from newslint.cli.command import Group

TABLE = {"show": ("newslint.cli.commands.config_show", "Say what holds for a file, and why.")}


command = Group("newslint config", TABLE, help="Ask the configuration.")
