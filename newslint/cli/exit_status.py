"""Exit statuses of the command, and how an error becomes one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

CLEAN, FINDINGS, FAILED = 0, 1, 2
"""No findings; findings; newslint could not do its work."""


INTERRUPTED, BROKEN_PIPE = 130, 141
"""The status that shells give for these signals (SIGINT, SIGPIPE)."""


def exit_status(run: Callable[[], int]) -> int:
    """Run; return the exit status, and print an error as one line."""
    try:
        os.getcwd()  # noqa: PTH109
    except FileNotFoundError:
        return _fail("the current folder is not there any more")
    try:
        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return status_of_output(error)
    except Exception as error:
        return _status_of(error)


def status_of_output(error: OSError) -> int:
    """The status where standard output cannot be written; another error is raised again."""
    if isinstance(error, BrokenPipeError):
        return BROKEN_PIPE
    if error.filename is None and error.errno in (errno.ENOSPC, errno.EIO):  # a full disk
        return _fail(f"cannot write the output: {error.strerror}")
    raise error


def _status_of(error: Exception) -> int:
    """The status for an exception of click or of newslint; another one is raised again."""
    import click

    from newslint.core.errors import NewslintError

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):  # while it asked for a line of text
        return INTERRUPTED
    if isinstance(error, click.UsageError):
        asked = error.ctx.command_path if error.ctx else "newslint"
        return _fail(error.format_message(), f" (see {asked} --help)")
    if isinstance(error, click.ClickException):
        return _fail(error.format_message())
    if isinstance(error, NewslintError):
        return _fail(str(error))
    raise error


def _fail(message: str, hint: str = "") -> int:
    from newslint.report.output import print_stderr

    print_stderr(f"error: {' '.join(message.split())}{hint}")
    return FAILED
