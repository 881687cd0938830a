"""`newslint memory build PATH...`: count the names in an archive, into one file."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from newslint.cli.command import Runnable
from newslint.cli.commands.archive import ARTICLES
from newslint.cli.options import JOBS

if TYPE_CHECKING:
    from newslint.archive.memory_build import Sources
    from newslint.memory.memory import Memory


USUAL = "newslint.memory"
"""The default name of a memory."""


def _build(paths: tuple[str, ...], output: str, jobs: int | None, **columns: str) -> int:
    """Count the names that a publication has printed, into one file.

    PATHS are stories, folders of them, and tables (whatever `newslint archive` reads). The file
    holds names, words that no dictionary has, counts, dates and ids, and no sentence:
    `newslint --memory FILE` tells by it which names a story misspells.
    """
    from newslint.archive.memory_build import Sources
    from newslint.text.tables.article import Columns

    names = (columns[f"{name}_column"] for name in ("text", "title", "id", "date"))
    return write_memory(Sources(paths, Columns(*names)), output, jobs)


def write_memory(sources: Sources, output: str, jobs: int | None, old: Memory | None = None) -> int:
    """Write the memory, print a summary, and return the exit status."""
    from newslint.archive.memory_build import build
    from newslint.cli.exit_status import CLEAN, FAILED
    from newslint.report.output import print_stderr
    from newslint.report.progress import CountProgress
    from newslint.system.processes import processors

    failed = False
    with closing(CountProgress(sys.stderr)) as count:

        def tell(fault: str) -> None:
            nonlocal failed
            if fault:
                failed = True
                count.clear()
                print_stderr(f"error: {fault}")
            count.step()

        stories, new, gone = build(sources, output, tell, jobs or processors(), old)
    changed = f" ({new:,} new, {gone:,} gone)" if old else ""
    print_stderr(
        f"Wrote {output}, of {stories:,} {'story' if stories == 1 else 'stories'}{changed}."
    )
    return FAILED if failed else CLEAN


command = Runnable(
    "build",
    params=[
        click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
        click.Option(
            ["-o", "--output"],
            default=USUAL,
            metavar="FILE",
            help=f"The memory to write.  [default: {USUAL}]",
        ),
        *ARTICLES[:4],
        JOBS.click,
    ],
    callback=_build,
    help=_build.__doc__,
)
