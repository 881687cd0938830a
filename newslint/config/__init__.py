"""Configuration: in come newslint.toml files and the command line, out come a file's Settings."""
