"""Find the files of a book below the paths that the desk named, in a fixed order."""

# ruff: noqa: PTH110, PTH112, PTH122

from __future__ import annotations

import os

from newslint.core.errors import BookError, os_error_text
from newslint.core.place import Where
from newslint.core.record import NamedTuple
from newslint.core.regular_file import open_regular, read_regular
from newslint.storage.files_below import files_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


LARGEST_YAML = 64 << 20
"""Maximum bytes of a YAML file; reading takes many times as much memory."""


LARGEST_TABLE = 1 << 30
"""Maximum bytes of a table, which is read row by row."""


SUFFIXES = (".yaml", ".yml", ".csv", ".jsonl")


class BookFile(NamedTuple):
    """One file of a book: its path, and its name in errors and findings."""

    path: str
    shown: str

    @property
    def suffix(self) -> str:
        """The ending of the name, which decides the format."""
        return os.path.splitext(self.path)[1].lower()

    @property
    def largest(self) -> int:
        """The maximum bytes of the file."""
        return LARGEST_YAML if self.suffix in {".yaml", ".yml"} else LARGEST_TABLE

    def opened(self) -> int:
        """Open the file for reading; an OSError if that fails."""
        return open_regular(self.path, most=self.largest)

    def read(self) -> bytes:
        """The bytes of the file; a BookError if it cannot be read."""
        try:
            return read_regular(self.path, self.largest)
        except OSError as error:
            raise BookError(self.shown, os_error_text(error)) from None

    def text(self) -> str:
        """The text of the file; a BookError if it is not UTF-8."""
        data = self.read()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise BookError(Where(self.shown, line), "not UTF-8 text") from None


def files_of(path: str | Path, shown: str = "") -> list[BookFile]:
    """The files of a book at `path`: the file itself, or all YAML and tables of a folder.

    In a folder, hidden files and files with other endings (a README, say) are left out. Raises a
    BookError if `path` does not exist or cannot be read.
    """
    place, shown = os.fspath(path).rstrip("/") or "/", shown or str(path)
    if not os.path.isdir(place):
        if not os.path.exists(place):
            raise BookError(shown, "no such file or folder")
        if BookFile(place, shown).suffix not in SUFFIXES:
            raise BookError(shown, "a book ends in .yaml, .yml, .csv or .jsonl")
        return [BookFile(place, shown)]
    skipped = len(place) + 1
    base = shown.rstrip("/")
    try:
        files = list(files_below(place, _is_wanted, strict=True))
    except OSError as error:
        inner = str(error.filename or place)[skipped:]
        raise BookError(f"{base}/{inner}" if inner else shown, os_error_text(error)) from None
    books = (file for file in files if file.lower().endswith(SUFFIXES))
    return [BookFile(file, f"{base}/{file[skipped:]}") for file in books]


def _is_wanted(name: str) -> bool:
    return not name.startswith(".")
