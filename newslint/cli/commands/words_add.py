"""`newslint words add WORD...`: put words that are right into a names book."""

from __future__ import annotations

import click

from newslint.cli.options import TO


def _add(words: tuple[str, ...], to: str | None) -> int:
    """Put WORDS into the `words` list of a names book: they are never reported.

    The file keeps its comments and its order, and is begun if there is none.
    """
    from newslint.authoring.names_edit import grow_words
    from newslint.authoring.names_file import book_here, grow_book, spaced
    from newslint.report.output import print_lines

    wanted = tuple(map(spaced, words))
    book = to or book_here()
    print_lines(grow_book(book, lambda text: grow_words(text, wanted, book)))
    return 0


command = click.Command(
    "add",
    params=[click.Argument(["words"], nargs=-1, required=True, metavar="WORD..."), TO.click],
    callback=_add,
    help=_add.__doc__,
)
