"""The version of newslint."""

__version__ = "0.2.0"
