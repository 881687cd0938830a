"""`newslint names add NAME`: a ruling of the desk in, a names book that has it out."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.book.names_file import NAME_KINDS

if TYPE_CHECKING:
    from newslint.book.audit import Fault
    from newslint.book.growth import Grown
    from newslint.rule import Name
    from newslint.source import Source

DEFAULT = "names.yaml"
_LINE = re.compile(r":\d+")


def _add(name: str, to: str, kind: str | None, note: str, **lists: tuple[str, ...]) -> int:
    """Put NAME into a names book, or add to the entry that it has there.

    The file keeps its comments and its order, and is begun if there is none. What `newslint names
    check` would object to is refused, and nothing is written.
    """
    from newslint.book.growth import Addition, grow
    from newslint.output import Output

    source = _open(to)
    text = source.text.replace("\r\n", "\n")
    windows = text.count("\n") == source.text.count("\r\n") > 0
    text = text if windows else source.text  # mixed line ends stay where they are
    texts = {"kind": kind or "", "note": _spaced(note)}
    ruled = {key: tuple(map(_spaced, given)) for key, given in lists.items()}
    addition = Addition(
        _spaced(name),
        {key: text for key, text in texts.items() if text},
        {key: given for key, given in ruled.items() if given},
    )
    grown = grow(text, addition, to)
    _refuse_faults(text, grown, to)
    changed = grown.text != text
    if changed:
        _write(source, grown.text.replace("\n", "\r\n") if windows else grown.text)
    said = "Wrote" if changed else "Nothing to add:"
    out = Output.to_stream(sys.stdout, for_people=True)
    out.text(f"{said} '{grown.entry.name}', {grown.entry.where}\n")
    out.flush()
    return 0


def _spaced(text: str) -> str:
    """The text with single spaces, as a book holds it."""
    return " ".join(text.split())


def _open(path: str) -> Source:
    """The book to add to; one that is not there yet is empty."""
    from newslint.errors import BookError
    from newslint.source import Source

    if Path(path).suffix.lower() not in {".yaml", ".yml"}:
        raise BookError(path, "names are added to YAML", "add the row to a table by hand")
    return Source.read(path) if Path(path).exists() else Source.from_text("", path)


def _write(source: Source, text: str) -> None:
    from newslint import fix
    from newslint.errors import SourceError
    from newslint.source import reason

    path = Path(source.path)
    if path.exists():
        fix.write(source, text)
        return
    try:
        with path.open("xb") as file:
            file.write(source.to_bytes(text))
    except OSError as error:
        raise SourceError(source.path, reason(error)) from None


def _refuse_faults(text: str, grown: Grown, path: str) -> None:
    """Nothing may be wrong with the book that was not wrong before."""
    from newslint.book.growth import read
    from newslint.errors import BookError

    before = {_LINE.sub("", fault.message) for fault in _faults(read(text, path))}
    for fault in _faults(grown.names):
        if _LINE.sub("", fault.message) not in before:
            raise BookError(path, f"not added: {fault.message}", fault.hint)


def _faults(names: list[Name]) -> list[Fault]:
    from newslint.book import open_book
    from newslint.book.audit import audit
    from newslint.lexicon import shipped

    return audit(names, shipped().standing, open_book().names)


def _list(option: str, key: str, said: str) -> click.Option:
    return click.Option([option, key], multiple=True, metavar="SPELLING", help=said)


command = click.Command(
    "add",
    params=[
        click.Argument(["name"]),
        _list("--alias", "aliases", "Another spelling that is right. May be repeated, like all."),
        _list("--misspelling", "misspellings", "A spelling that is wrong."),
        _list("--instead-of", "instead_of", "A spelling that others use and this desk does not."),
        _list("--distinct", "distinct", "A neighbour who is somebody else."),
        click.Option(
            ["--kind"],
            type=click.Choice(NAME_KINDS),
            default=None,
            metavar="KIND",
            help=f"{', '.join(NAME_KINDS)}.",
        ),
        click.Option(["--note"], default="", metavar="TEXT", help="Who that is, for people."),
        click.Option(
            ["--to"],
            default=DEFAULT,
            metavar="FILE",
            help=f"The book, in YAML.  [default: {DEFAULT}]",
        ),
    ],
    callback=_add,
    help=_add.__doc__,
)
