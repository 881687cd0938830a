"""What tests of books share: files, a desk's book, opened, and what it says of a spelling."""

from pathlib import Path

from newslint.book.book import Book
from newslint.book.book_files import files_of
from newslint.book.names_reader import read_names
from newslint.core.name import Name
from newslint.engine.books import open_book
from newslint.lexicon.folding import fold


def book_file(folder: Path, text: str | bytes, name: str = "desk.yaml") -> str:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def load_names(path: str | Path) -> list[Name]:
    """Every name of a file, or of the files of a folder."""
    return [name for file in files_of(path) for name in read_names(file)]


DESK = """\
- name: Stephen Biegun
  aliases: [Steve Biegun, Stephen E. Biegun]
  misspellings: [Beigun, Stephen Beigan, Steven E. Beigan]
  distinct: [Begin]
- name: Kyiv
  kind: place
  instead_of: [Kiev]
- name: Türkiye
  kind: place
  aliases: [Turkey]
- name: Beginn
  misspellings: [Begin]
"""


def opened(*names: str, cache: Path | None = None) -> Book:
    return open_book(names=names, shipped=False, cache=cache)


def roles(book: Book, text: str) -> set[tuple[str, str]]:
    return {(r.role, r.name.name) for r in book.names.lookup(fold(text))}
