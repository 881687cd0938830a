"""A linter for news copy: what is misspelt in it, names above all."""

__version__ = "0.1.0"
