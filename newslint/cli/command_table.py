"""The commands by their words after `newslint`, and hints for words that are none.

A command of two words belongs to a group, which has a row without a module.
"""

from __future__ import annotations

from collections.abc import Iterable

COMMANDS = {
    "check": ("check", "Report what is wrong; plain newslint does it, too."),
    "fix": ("fix", "Fix what is certain: newslint --fix."),
    "names": ("", "Keep the names book: check it, ask it, add to it."),
    "names check": ("names_check", "Find what a names book says and cannot mean."),
    "names lookup": ("names_lookup", "Say what newslint knows of a spelling."),
    "names add": ("names_add", "Put a name into a names book, or add to its entry."),
    "names rename": ("names_rename", "Write a name otherwise, wherever it stands."),
    "names learn": ("names_learn", "Propose names from an archive or from corrections."),
    "names import": ("names_import", "Make a names book of a list of names."),
    "names schema": ("names_schema", "Print the JSON Schema of names books."),
    "words": ("", "Keep the desk's own words."),
    "words add": ("words_add", "Put words into a names book."),
    "config": ("", "Ask the configuration."),
    "config show": ("config_show", "Say what holds for a file, and why."),
    "cache": ("", "See to what is kept between runs."),
    "cache stats": ("cache_stats", "Say where the cache is and what it holds."),
    "cache clean": ("cache_clean", "Throw away all that is kept."),
    "memory": ("", "Keep what was printed, to tell what is misspelt."),
    "memory build": ("memory_build", "Count the names in an archive."),
    "memory update": ("memory_update", "Take in what is new, changed or gone."),
    "memory lookup": ("memory_lookup", "Say what was printed under a spelling."),
    "memory stats": ("memory_stats", "Say what a memory holds."),
    "archive": ("archive", "Examine millions of articles, into a table."),
    "init": ("init", "Begin a configuration and a names book."),
    "rules": ("", "Look at rules, test them, and take them over."),
    "rules list": ("rules_list", "List the rules that there are."),
    "rules explain": ("rules_explain", "Say what a rule is about, with examples."),
    "rules check": ("rules_check", "Test rules by their own examples."),
    "rules audit": ("rules_audit", "Say what a change of rules does to an archive."),
    "rules import-vale": ("rules_import_vale", "Turn Vale's styles into rules."),
    "rules schema": ("rules_schema", "Print the JSON Schema of rules files."),
    "explain": ("explain", "Say what a rule is about, with examples."),
    "stats": ("stats", "Count findings by rule and desk, and what people decided."),
    "compare": ("compare", "Say what an edit changed: names, figures, quotations."),
    "mcp": ("mcp", "Serve an agent (Model Context Protocol)."),
    "lsp": ("lsp", "Serve an editor (Language Server Protocol)."),
    "serve": ("serve", "Serve a page for the desk, and editors over HTTP."),
    "completion": ("completion", "Print what makes a shell complete newslint's words."),
    "man": ("man", "Print the manual page."),
    "help": ("help", "Show the help of a command."),
}
"""The module and the one line of help of each command, by its words after `newslint`."""


def hint_at(word: str, words: Iterable[str]) -> str:
    """A hint at the word that is nearest; empty if none is near.

    >>> hint_at("lokup", ["lookup", "learn"])
    "; did you mean 'lookup'?"
    """
    from difflib import get_close_matches

    near = get_close_matches(word, [*words], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def top_level() -> list[str]:
    """The first words of commands, in the order of the table."""
    return [name for name in COMMANDS if " " not in name]
