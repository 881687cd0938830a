"""The files of a book, in a fixed order, below the paths that the desk named."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newslint.core.errors import BookError, os_error_text
from newslint.core.place import Where

SUFFIXES = (".yaml", ".yml", ".csv", ".jsonl")


class BookFile(NamedTuple):
    """One file of a book: where it is, and what errors and findings call it."""

    path: Path
    shown: str

    @property
    def suffix(self) -> str:
        """The ending that says how the file is read."""
        return self.path.suffix.lower()

    def read(self) -> bytes:
        """The bytes of the file."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise BookError(self.shown, os_error_text(error)) from None

    def text(self) -> str:
        """The text of the file."""
        data = self.read()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise BookError(Where(self.shown, line), "not UTF-8 text") from None


def files_of(path: str | Path, shown: str = "") -> list[BookFile]:
    """The files of a book at `path`: the file itself, or all YAML and tables of a folder.

    Inside a folder, whatever is hidden or has another ending (a README, say) is no part of it.
    """
    place, shown = Path(path), shown or str(path)
    if not place.is_dir():
        if not place.exists():
            raise BookError(shown, "no such file or folder")
        if place.suffix.lower() not in SUFFIXES:
            raise BookError(shown, "a book ends in .yaml, .yml, .csv or .jsonl")
        return [BookFile(place, shown)]
    found: list[BookFile] = []
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        wanted = entry.is_dir() or entry.suffix.lower() in SUFFIXES
        if wanted and not entry.name.startswith("."):
            found += files_of(entry, f"{shown.rstrip('/')}/{entry.name}")
    return found
