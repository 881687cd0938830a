"""`newslint memory build PATH...`: an archive in, a memory out."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import Any

import click

from newslint.cli.command import Runnable
from newslint.cli.commands.archive import ARTICLES

COLUMNS = ARTICLES[:4]
"""The columns of a table that a memory is interested in."""


def _build(paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Count the names that a publication has printed, into one file.

    PATHS are stories, folders of them, and tables (whatever `newslint archive` reads). The file
    holds names, words that no dictionary has, counts, dates and ids, and no sentence:
    `newslint --memory FILE` tells by it which names a story misspells.
    """
    from newslint.archive.memory_sources import printed
    from newslint.cli.exit_status import CLEAN, FAILED
    from newslint.core.errors import NewslintError
    from newslint.lexicon.lexicon import shipped
    from newslint.memory.builder import Builder, taught_by
    from newslint.report.output import print_stderr
    from newslint.report.progress import CountProgress
    from newslint.text.document import Document
    from newslint.text.tables.article import Columns

    columns = Columns(*(options[f"{name}_column"] for name in ("text", "title", "id", "date")))
    lexicon, failed = shipped(), False
    with closing(Builder()) as builder, closing(CountProgress(sys.stderr)) as count:
        for article in printed(paths, columns):
            if isinstance(article, NewslintError):
                count.clear()
                print_stderr(f"error: {article}")
                failed = True
                continue
            builder.add(taught_by(Document(article.prose), article.date, lexicon), article.id)
            count.step()
        builder.write(output)
        stories = builder.stories
    print_stderr(f"Wrote {output}, of {stories:,} stories.")
    return FAILED if failed else CLEAN


command = Runnable(
    "build",
    params=[
        click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
        click.Option(
            ["-o", "--output"], required=True, metavar="FILE", help="The memory to write."
        ),
        *COLUMNS,
    ],
    callback=_build,
    help=_build.__doc__,
)
