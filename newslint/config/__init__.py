"""Configuration: newslint.toml and the command line become the Settings of each file.

May import `book` and what lies below it.
"""
