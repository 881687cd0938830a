"""`newslint names add NAME`: put a name into a names book."""

from __future__ import annotations

import click

from newslint.book.names_reader import NAME_KINDS
from newslint.cli.options import TO


def _add(name: str, to: str | None, kind: str | None, note: str, **lists: tuple[str, ...]) -> int:
    """Put NAME into a names book, or add to the entry that it has there.

    The file keeps its comments and its order, and is begun if there is none. What `newslint names
    check` would object to is refused, and nothing is written.
    """
    from newslint.authoring.names_edit import Addition, grow
    from newslint.authoring.names_file import book_here, grow_book, spaced
    from newslint.report.output import print_lines

    texts = {"kind": kind or "", "note": spaced(note)}
    ruled = {key: tuple(map(spaced, given)) for key, given in lists.items()}
    addition = Addition(
        spaced(name),
        {key: text for key, text in texts.items() if text},
        {key: given for key, given in ruled.items() if given},
    )
    book = to or book_here()
    print_lines(grow_book(book, lambda text: grow(text, addition, book)))
    return 0


def _list(option: str, key: str, help_text: str) -> click.Option:
    return click.Option([option, key], multiple=True, metavar="SPELLING", help=help_text)


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
        TO.click,
    ],
    callback=_add,
    help=_add.__doc__,
)
