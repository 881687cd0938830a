"""Write additions into the file of a names book.

What `newslint names check` would object to is refused, and then nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.text.formats.reading import load

if TYPE_CHECKING:
    from newslint.authoring.fault import Fault
    from newslint.authoring.names_edit import ChangedBook
    from newslint.book.settings import Settings
    from newslint.core.name import Name
    from newslint.text.source import Source


_LINE = re.compile(r":\d+")


FIRST = "names.yaml"
"""The name of a new book."""


def book_here() -> str:
    """The book to change if none is named: the first YAML book configured here."""
    from newslint.config.resolver import CommandLine, ConfigResolver

    return first_book(ConfigResolver(CommandLine()).settings(".")) or FIRST


def first_book(settings: Settings) -> str:
    """The first names book in YAML of the nearest layer that has any; empty if none.

    If that is a folder, the result is a book in it.
    """
    own = next((layer.names for layer in settings.layers if layer.names), ())
    books = (str(Path(path, FIRST)) if Path(path).is_dir() else path for path in own)
    return next((book for book in books if book.endswith((".yaml", ".yml"))), "")


def grow_book(path: str, grow: Callable[[str], ChangedBook]) -> list[str]:
    """Change or create the book at `path`; return a line for each thing written."""
    source = _open(path)
    text = source.text.replace("\r\n", "\n")
    windows = text.count("\n") == source.text.count("\r\n") > 0
    text = text if windows else source.text  # mixed line ends stay where they are
    grown = grow(text)
    _refuse_faults(text, grown, path)
    changed = grown.text != text
    if changed:
        _write(source, grown.text.replace("\n", "\r\n") if windows else grown.text)
    verb = "Wrote" if changed else "Nothing to add:"
    more = f" ({grown.added})" if grown.added else ""
    return [f"{verb} '{name.name}'{more}, {name.where}" for name in grown.requested]


def spaced(text: str) -> str:
    """The text with single spaces, as books have it."""
    return " ".join(text.split())


def _open(path: str) -> Source:
    """The source of the book; empty if there is no file yet."""
    from newslint.core.errors import BookError
    from newslint.text.source import Source

    if Path(path).suffix.lower() not in {".yaml", ".yml"}:
        raise BookError(path, "books grow in YAML only", "add the row to a table by hand")
    return load(path) if Path(path).exists() else Source.from_text("", path)


def _write(source: Source, text: str) -> None:
    from newslint.core.errors import SourceError, os_error_reason
    from newslint.runner import rewrite

    path = Path(source.path)
    if path.exists():
        rewrite.write(source, text)
        return
    try:
        with path.open("xb") as file:
            file.write(source.to_bytes(text))
    except OSError as error:
        raise SourceError(source.path, os_error_reason(error)) from None


def _refuse_faults(text: str, grown: ChangedBook, path: str) -> None:
    """Raise a BookError if the changed book has a fault that it did not have before."""
    from newslint.authoring.names_edit import read
    from newslint.core.errors import BookError

    before = {_LINE.sub("", fault.message) for fault in _faults(read(text, path))}
    for fault in _faults(grown.names):
        if _LINE.sub("", fault.message) not in before:
            raise BookError(path, f"not added: {fault.message}", fault.hint)


def _faults(names: list[Name]) -> list[Fault]:
    from newslint.authoring.names_check import audit
    from newslint.engine.books import open_book
    from newslint.lexicon.lexicon import shipped

    return audit(names, shipped().entry, open_book().names)
