"""Entry point of the `newslint` command.

Nothing is imported before it is known what is wanted, and the interpreter is not taken down piece
by piece at the end: both would cost every start.
"""

from __future__ import annotations

import gc
import os
import sys

from newslint.cli.environment import COMPLETION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


LINTING = {"": (), "check": (), "fix": ("--fix",)}
"""The options that the commands that lint imply; "" is newslint itself."""


def main() -> NoReturn:
    """Run the command line and end the process."""
    # Modules being imported make many objects and no garbage: let the collector look on.
    gc.set_threshold(100_000)
    try:
        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        from newslint.cli.exit_status import INTERRUPTED

        status = INTERRUPTED
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    except Exception as error:  # a fault of ours; it must not look like status 1, findings
        from newslint.cli.exit_status import FAILED
        from newslint.core.errors import internal_error
        from newslint.report.output import print_stderr

        print_stderr(f"error: newslint failed, please report it: {internal_error(error)}")
        status = FAILED
    for stream in (sys.stdout, sys.stderr):
        # Nothing of weight is left in there; and whoever closed it does not want it.
        try:  # noqa: SIM105 - contextlib would have to be imported
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass
    os._exit(status)


def _say(text: str) -> int:
    """Print a text now, so that a disk that is full is told; return the status."""
    try:
        if sys.stdout is not None:
            sys.stdout.write(text)
            sys.stdout.flush()
    except OSError as error:
        from newslint.cli.exit_status import status_of_output

        return status_of_output(error)
    return 0


def _prepare() -> None:
    """Silence what Python says to programmers, and let signals end us as an error does."""
    import warnings

    from newslint.system.signals import end_as_after_an_error

    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    end_as_after_an_error()


def run(args: Sequence[str]) -> int:
    """Run the command in the arguments, and return the exit status.

    The first word may be a command's; a file or folder of that name is given as ./names.
    """
    if len(args) == 1 and args[0] == "--version":
        from newslint.core.version import __version__

        return _say(f"newslint {__version__}\n")
    if sorted(args) == ["--version", "-v"]:
        from newslint.core.version import __version__
        from newslint.native.choice import describe

        python = sys.version.partition(" ")[0]
        return _say(f"newslint {__version__}\nscanner: {describe()}\nPython {python}\n")
    _prepare()
    if COMPLETION in os.environ:
        from newslint.cli.commands.completion import root

        root().main(args, "newslint", complete_var=COMPLETION)
    from newslint.cli.command_table import COMMANDS

    if args and args[0] in COMMANDS and args[0] not in LINTING:
        from newslint.cli.groups import load_command

        return load_command(args[0]).run(args[1:])
    return _lint(args)


def _lint(args: Sequence[str]) -> int:
    """Run newslint, check or fix; what is plain is done without click."""
    from newslint.cli.option import plain_values
    from newslint.cli.options import HEADINGS

    word = args[0] if args and args[0] in LINTING else ""
    given = [*LINTING[word], *(args[1:] if word else args)]
    plain = plain_values(given, [option for some in HEADINGS.values() for option in some])
    if plain is not None:
        from newslint.cli.exit_status import exit_status
        from newslint.cli.lint_request import lint

        paths, options = plain
        return exit_status(lambda: lint(paths=paths, **options))
    from newslint.cli.groups import load_command

    if word:
        return load_command(word).run(args[1:])
    from newslint.cli.commands.lint import command

    return command.run(args)
