"""Exit statuses of the command."""

CLEAN, FINDINGS, FAILED = 0, 1, 2
"""There is nothing to say; there is; newslint could not do its work."""


INTERRUPTED, BROKEN_PIPE = 130, 141
"""What a shell makes of the signals."""
