"""Entry point of the `newslint` command.

Nothing is imported before it is known what is wanted, and the interpreter is not taken down piece
by piece at the end: both would cost every start.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from newslint.cli.command_table import COMMANDS
from newslint.cli.environment import COMPLETION
from newslint.cli.exit_status import FAILED, INTERRUPTED


def main() -> NoReturn:
    """Run the command line and end the process."""
    # Modules being imported make many objects and no garbage: let the collector look on.
    gc.set_threshold(100_000)
    if not sys.warnoptions:  # what Python has to say to programmers is nothing to an editor
        warnings.simplefilter("ignore")
    for each in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(each) is signal.SIG_DFL:
            signal.signal(each, _end)
    try:
        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else FAILED
    except Exception as error:  # a fault of ours; it must not look like status 1, findings
        from newslint.core.errors import internal_error
        from newslint.report.output import print_stderr

        print_stderr(f"error: newslint failed, please report it: {internal_error(error)}")
        status = FAILED
    for stream in (sys.stdout, sys.stderr):
        # Nothing of weight is left in there; and whoever closed it does not want it.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(status)


def _end(number: int, _: object) -> NoReturn:
    """End as after an error, so that temporary files are removed.

    A second signal ends the process at once.
    """
    signal.signal(number, signal.SIG_DFL)
    sys.exit(128 + number)


def run(args: Sequence[str]) -> int:
    """Run the command in the arguments, and return the exit status.

    The first word may be a command's; a file or folder of that name is given as ./names.
    """
    if COMPLETION in os.environ:
        from newslint.cli.commands.completion import root

        root().main(args, "newslint", complete_var=COMPLETION)
    if args and args[0] in COMMANDS:
        from newslint.cli.groups import load_command

        return load_command(args[0]).run(args[1:])
    from newslint.cli.commands.lint import command

    return command.run(args)
