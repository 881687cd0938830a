"""Versions of books: the one answer to "are these books still the same?".

A version is a digest of the books' files. Everything that is kept of books (compiled books, open
linters, findings) is kept with their version, and made anew if that is another. A file that was
not touched is not read again: see digests.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.book.book_files import SUFFIXES
from newslint.core.version import __version__
from newslint.storage.digests import SIZE, blake2b, digest_of
from newslint.storage.files_below import files_below
from newslint.storage.paths import RESULTS, cache_folder, shipped_rules
from newslint.storage.stamp import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.book_files import BookFile


def version_of_books(books: Iterable[str], memories: Iterable[str]) -> bytes:
    """The version of the shipped book, of other books and of memories, by their paths.

    It is the same on every machine and in every folder. Raises an OSError if one cannot be read.
    """
    roots = (shipped_rules(), *books)
    files = [(file, file[len(root) :]) for root in roots for file in _read_at(root)]
    content = digest_of([file for file, _ in files], cache_folder(RESULTS))
    return _digest(content, [name for _, name in files], list(map(stamp, memories)))


def _read_at(root: str) -> Iterator[str]:
    """The files of a book, among which others may lie."""
    return (file for file in files_below(root) if file == root or file.lower().endswith(SUFFIXES))


def version_of_files(files: Sequence[BookFile], notes: str) -> bytes:
    """The version of the book that is compiled from `files`.

    It also depends on the version of newslint, which reads the files, and on their names in errors.
    Digests are noted in the folder `notes`. Raises a BookError if a file cannot be read.
    """
    from newslint.book.compiled import FORMAT

    try:
        content = digest_of([file.path for file in files], notes)
    except OSError:
        for file in files:
            file.read()  # a BookError says which of them cannot be read
        raise
    return _digest(content, [file.shown for file in files], [FORMAT, __version__])


def _digest(*parts: object) -> bytes:
    return blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=SIZE).digest()
