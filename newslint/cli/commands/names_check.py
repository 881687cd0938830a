"""`newslint names check [PATH]...`: print the faults of names books, one line each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from newslint.cli.exit_status import CLEAN, FAILED, FINDINGS
from newslint.core.errors import BookError, os_error_text

if TYPE_CHECKING:
    from newslint.book.book_files import BookFile


STATUSES = """\
\b
Exit status:
  0  nothing to report
  1  faults, one a line with its file, its line and a hint
  2  a book could not be read (the reason stands on standard error)
"""


def _check(paths: tuple[str, ...]) -> int:
    """Find what a names book says and cannot mean.

    PATHS are names books (YAML, CSV or JSON Lines), or folders of them. The default is the book
    that newslint ships; a book of your own is held against that one as well.
    """
    from newslint.authoring.name_lines import survey
    from newslint.authoring.names_check import audit
    from newslint.engine.books import open_book
    from newslint.lexicon.lexicon import shipped
    from newslint.report.output import print_lines, print_stdout
    from newslint.report.summary import count

    files, failed = _files(paths)
    names, faults = survey(files)
    behind = open_book().names if paths else None
    faults = sorted({*faults, *audit(names, shipped().entry, behind)})
    print_lines(map(str, faults))
    if files:
        summary = f"Found {count(len(faults), 'fault')}" if faults else "Nothing to report"
        print_stdout(f"{summary} in {count(len(names), 'name')}.\n")
    return FAILED if failed else FINDINGS if faults else CLEAN


def _files(paths: tuple[str, ...]) -> tuple[list[BookFile], bool]:
    """The files at `paths`, each once, and whether any could not be opened."""
    from newslint.book.book_files import files_of
    from newslint.book.shipped import shipped_files
    from newslint.report.output import print_stderr

    if not paths:
        return shipped_files(), False
    found: dict[str, BookFile] = {}
    failed = False
    for path in paths:
        try:
            for file in files_of(path):
                os.close(file.opened())
                found.setdefault(os.path.realpath(file.path), file)
        except (BookError, OSError) as error:
            print_stderr(f"error: {_error_text(path, error)}")
            failed = True
    return list(found.values()), failed


def _error_text(path: str, error: BookError | OSError) -> str:
    if isinstance(error, BookError):
        return str(error)
    return f"{error.filename or path}: {os_error_text(error)}"


command = click.Command(
    "check",
    params=[click.Argument(["paths"], nargs=-1, metavar="[PATHS]...")],
    callback=_check,
    help=_check.__doc__,
    epilog=STATUSES,
)
