"""`newslint rules ...`: what keeps a desk's own rules in order, one module for each command."""

from __future__ import annotations

from newslint.cli.command import Group

TABLE = {
    "list": ("newslint.cli.commands.rules_list", "List the rules that there are."),
    "explain": ("newslint.cli.commands.rules_explain", "Say what a rule is about, with examples."),
    "check": ("newslint.cli.commands.rules_check", "Test rules by their own examples."),
    "audit": (
        "newslint.cli.commands.rules_audit",
        "Say what a change of rules does to an archive.",
    ),
    "import-vale": ("newslint.cli.commands.rules_import_vale", "Turn Vale's styles into rules."),
    "schema": ("newslint.cli.commands.rules_schema", "Print the JSON Schema of rules files."),
}


command = Group("newslint rules", TABLE, help="Look at rules, test them, and take them over.")
