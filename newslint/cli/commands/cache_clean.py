"""`newslint cache clean`: delete what is kept between runs."""

from __future__ import annotations

import click


def _clean() -> int:
    """Throw away all that is kept: the results of articles, and compiled books.

    The next run is slower, and no other.
    """
    from pathlib import Path
    from shutil import rmtree

    from newslint.core.errors import SourceError, os_error_reason
    from newslint.report.output import print_stdout
    from newslint.storage.paths import BOOKS, RESULTS, cache_folder

    for folder in map(cache_folder, (RESULTS, BOOKS)):
        try:
            if Path(folder).exists():
                rmtree(folder)
                print_stdout(f"Removed {folder}\n")
        except OSError as error:
            raise SourceError(str(error.filename or folder), os_error_reason(error)) from None
    return 0


command = click.Command("clean", callback=_clean, help=_clean.__doc__)
