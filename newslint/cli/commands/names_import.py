"""`newslint names import FILE`: make a names book of a list of names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from newslint.book.names_reader import COLUMNS, NAME_KINDS

if TYPE_CHECKING:
    from newslint.authoring.names_import import Unfit
    from newslint.core.name import Name


TABLES = (".csv", ".jsonl")


def _import(file: str, to: str | None, columns: dict[str, str], kind: str, language: str) -> int:
    """Make a names book of a list of names.

    FILE is CSV or JSON Lines with columns of its own (see --column), or the JSON dump of
    Wikidata, of which people, places and organisations are taken; each may be compressed (.gz).
    Several values in a cell of CSV are separated by semicolons. The book is a table: look it
    over before you use it, since other people's lists hold other people's mistakes.
    """
    from newslint.authoring.names_import import read_rows
    from newslint.report.output import print_stderr
    from newslint.report.summary import count

    tally = Tally()
    with _opened(to) as out:
        _write(tally.fit(read_rows(file, columns, kind, language)), out, json=_is_json(to))
    if tally.first:
        reason = f"the first is {tally.first.where}: {tally.first.reason}"
        print_stderr(f"left out {tally.left_out} that cannot be a name in a book; {reason}")
    if to:
        print_stderr(f"Wrote {count(tally.names, 'name')} to {to}.")
    return 0


class Tally:
    """Counts names and rows that were left out."""

    def __init__(self) -> None:
        self.names = self.left_out = 0
        self.first: Unfit | None = None

    def fit(self, rows: Iterable[Name | Unfit]) -> Iterator[Name]:
        """The rows that are names; counts the others."""
        from newslint.core.name import Name

        for row in rows:
            if isinstance(row, Name):
                self.names += 1
                yield row
            else:
                self.left_out += 1
                self.first = self.first or row


def _is_json(to: str | None) -> bool:
    return bool(to) and Path(str(to)).suffix.lower() == ".jsonl"


@contextmanager
def _opened(to: str | None) -> Iterator[IO[str]]:
    """The output: standard output, or a new file, which appears when it is complete."""
    if to is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    from io import TextIOWrapper

    from newslint.core.errors import BookError, SourceError, os_error_reason
    from newslint.storage.atomic_write import write_output

    path = Path(to)
    if path.suffix.lower() not in TABLES:
        raise BookError(to, "the book is a table", "call it something.csv or something.jsonl")
    if path.exists():
        raise BookError(to, "is there already", "name another file, or move it out of the way")
    try:
        with write_output(path) as file:
            text = TextIOWrapper(file, "utf-8", newline="")
            yield text
            text.detach()
    except OSError as error:
        raise SourceError(to, os_error_reason(error)) from None


def _write(names: Iterable[Name], out: IO[str], json: bool) -> None:
    import csv

    from newslint.authoring.names_import import as_csv, as_json

    if json:
        out.writelines(as_json(name) + "\n" for name in names)
        return
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(as_csv, names))


def _pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Parse values of the form KEY=COLUMN."""
    pairs = dict(one.partition("=")[::2] for one in given)
    for key, column in pairs.items():
        if key not in COLUMNS or not column:
            raise click.BadParameter(f"wanted is KEY=COLUMN, a KEY being {', '.join(COLUMNS)}")
    return pairs


command = click.Command(
    "import",
    params=[
        click.Argument(["file"]),
        click.Option(
            ["--to"],
            metavar="FILE",
            help="The book, a new .csv or .jsonl.  [default: CSV on standard output]",
        ),
        click.Option(
            ["--column", "columns"],
            multiple=True,
            callback=_pairs,
            metavar="KEY=COLUMN",
            help="What the list calls a key of the book: name=full_name. May be repeated.",
        ),
        click.Option(
            ["--kind"],
            type=click.Choice(NAME_KINDS),
            default="person",
            metavar="KIND",
            help=f"What is named, if the list does not say: {', '.join(NAME_KINDS)}.",
        ),
        click.Option(
            ["--language"],
            default="en",
            metavar="CODE",
            help="Of a dump: the language of the labels and aliases.  [default: en]",
        ),
    ],
    callback=_import,
    help=_import.__doc__,
)
