"""`newslint archive INPUT...`: lint tables of articles and write a table of findings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.command import Command
from newslint.cli.options import BOOK, CONFIG, HELP, ISOLATED, JOBS

if TYPE_CHECKING:
    from newslint.archive.run import ArchiveRequest, Summary

EXAMPLES = """\
\b
Examples:
  newslint archive stories.jsonl --text-column body -o findings.parquet
  newslint archive 19*.csv.gz --id-column url -o findings.csv
  newslint archive stories.parquet -o findings.parquet --fixed clean.parquet
  newslint archive crawl.warc.gz -o findings.jsonl

\b
Exit status:
  0  done; what is wrong stands in the table
  2  newslint could not do its work, or could not read an input to its end
"""


def _archive(inputs: tuple[str, ...], **options: Any) -> int:
    """Examine an archive: JSON Lines, CSV, Parquet or WARC, of any size.

    INPUTs end in .jsonl, .csv (both also packed: .gz, .zst), .parquet or .warc. Each row is an
    article, each finding a row of the output. A run that was stopped goes on where it was when
    the same command is given again.
    """
    from newslint.archive.run import LOCAL, ArchiveRequest, run_archive
    from newslint.cli.command_line import command_line_of
    from newslint.cli.exit_status import CLEAN, FAILED
    from newslint.report.output import print_stderr
    from newslint.system.processes import processors
    from newslint.text.tables.article import Columns

    if options["unsafe_fixes"] and not options["fixed"]:
        raise click.UsageError("--unsafe-fixes goes with --fixed")
    command_line = command_line_of(options)
    request = ArchiveRequest(
        inputs,
        options["output"],
        options["errors"] or "",
        Columns(*(options[f"{name}_column"] for name in Columns._fields)),
        command_line,
        options["fixed"] or "",
        options["names_report"] or "",
        options["quality_report"],
        options["unsafe_fixes"],
        options["engine"],
        options["jobs"] or (processors() if options["engine"] == LOCAL else 0),
    )
    quiet = options["quiet"]
    summary = run_archive(request, print_stderr, None if quiet else sys.stderr)
    if not quiet:
        _conclude(request, summary)
    return CLEAN if summary.is_whole else FAILED


def _conclude(request: ArchiveRequest, summary: Summary) -> None:
    """Say what was written."""
    from newslint.report.output import print_stderr
    from newslint.report.summary import count

    found = f"{count(summary.found, 'finding')} in {count(summary.articles, 'article')}"
    print_stderr(f"Wrote {found} to {request.output}.")
    if summary.failed:
        print_stderr(f"warning: {count(summary.failed, 'error')} in {request.errors_table}")


def _column(name: str, default: str, help_text: str) -> click.Option:
    return click.Option([f"--{name}-column"], default=default, metavar="NAME", help=help_text)


ARTICLES = [
    _column("text", "text", "The column that has the text of an article.  [default: text]"),
    _column("title", "", "The column that has its headline."),
    _column("id", "", "The column that says which it is.  [default: file and line]"),
    _column("date", "", "The column that has its date, for the reports."),
    _column("source", "", "The column that says who it is from, for --quality-report."),
]

OUTPUT = [
    click.Option(
        ["-o", "--output"],
        required=True,
        metavar="FILE",
        help="The table of findings: .parquet, .jsonl or .csv.",
    ),
    click.Option(
        ["--errors"],
        metavar="FILE",
        help="The table of articles that could not be done.  [default: beside the output]",
    ),
    click.Option(
        ["--fixed"],
        metavar="OUT",
        help="Write the articles with what is certain fixed; a folder if there are several inputs.",
    ),
    click.Option(
        ["--names-report"],
        metavar="FILE",
        help="A table of the names that are spelt in several ways, over all articles.",
    ),
    click.Option(
        ["--quality-report"],
        multiple=True,
        metavar="FILE",
        help="Errors, leftovers and duplicates by source and month: a table, or .html for a page "
        "with pictures. May be repeated.",
    ),
    click.Option(["--unsafe-fixes"], is_flag=True, help="With --fixed: what is likely, too."),
    click.Option(["-q", "--quiet"], is_flag=True, help="Show neither progress nor summary."),
]

ENGINE = click.Option(
    ["--engine"],
    type=click.Choice(["local", "ray"]),
    default="local",
    metavar="NAME",
    help="local: processes on this machine; ray: a Ray cluster.  [default: local]",
)

command = Command(
    "newslint archive",
    {
        "Articles": ARTICLES,
        "Output": OUTPUT,
        "Rules and names": BOOK,
        "Running": [ENGINE, JOBS, CONFIG, ISOLATED, HELP],
    },
    arguments=[click.Argument(["inputs"], nargs=-1, required=True, metavar="INPUT...")],
    callback=_archive,
    help=_archive.__doc__,
    epilog=EXAMPLES,
    context_settings={"terminal_width": 80},
)
