"""`newslint names ...`: what keeps a names book in order, one module for each command."""

from __future__ import annotations

from newslint.cli.command import Group

TABLE = {
    "check": ("newslint.cli.commands.names_check", "Find what a names book says and cannot mean."),
    "lookup": ("newslint.cli.commands.names_lookup", "Say what newslint knows of a spelling."),
    "add": (
        "newslint.cli.commands.names_add",
        "Put a name into a names book, or add to its entry.",
    ),
    "learn": (
        "newslint.cli.commands.names_learn",
        "Propose names from an archive or from corrections.",
    ),
    "import": ("newslint.cli.commands.names_import", "Make a names book of a list of names."),
    "schema": ("newslint.cli.commands.names_schema", "Print the JSON Schema of names books."),
}


command = Group("newslint names", TABLE, help="Keep the names book: check it, ask it, add to it.")
