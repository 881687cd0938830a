"""Commands: one module each, from the words of the command line to what they ask for."""
