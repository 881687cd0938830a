"""Exit statuses of the command."""

CLEAN, FINDINGS, FAILED = 0, 1, 2
"""No findings; findings; newslint could not do its work."""


INTERRUPTED, BROKEN_PIPE = 130, 141
"""The status that shells give for these signals (SIGINT, SIGPIPE)."""
