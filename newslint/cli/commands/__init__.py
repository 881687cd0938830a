"""Commands, one module each. They may import everything below `cli`.

A command of two words belongs to a group, which has a row without a module.
"""

COMMANDS = {
    "names": ("", "Keep the names book: check it, ask it, add to it."),
    "names check": ("names_check", "Find what a names book says and cannot mean."),
    "names lookup": ("names_lookup", "Say what newslint knows of a spelling."),
    "names add": ("names_add", "Put a name into a names book, or add to its entry."),
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
    "archive": ("archive", ""),
    "init": ("init", ""),
    "rules": ("", "Look at rules, test them, and take them over."),
    "rules list": ("rules_list", "List the rules that there are."),
    "rules explain": ("rules_explain", "Say what a rule is about, with examples."),
    "rules check": ("rules_check", "Test rules by their own examples."),
    "rules audit": ("rules_audit", "Say what a change of rules does to an archive."),
    "rules import-vale": ("rules_import_vale", "Turn Vale's styles into rules."),
    "rules schema": ("rules_schema", "Print the JSON Schema of rules files."),
    "lsp": ("lsp", ""),
}
"""The module and the one line of help of each command, by its words after `newslint`."""
