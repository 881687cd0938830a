"""Environment variables that the command line reads before anything else."""

COMPLETION = "_NEWSLINT_COMPLETE"
"""Set by a shell that asks for completions (click's protocol)."""
