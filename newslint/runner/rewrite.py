"""Write a fixed file back, if it is still what was read.

No byte outside an edit changes, and the file is always either the old one or the new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newslint.core.errors import SourceError, os_error_reason
from newslint.storage.places import OpenFile, Place, opened, place_of
from newslint.text.formats.reading import load_bytes
from newslint.text.source import Source


class SourceFile:
    """A source, and the open file that it was read from."""

    def __init__(self, source: Source, file: OpenFile) -> None:
        self.source = source
        self._file = file

    def write(self, new: Source) -> None:
        """Replace the file's content by `new`, or raise a SourceError and change nothing.

        A file that changed since it was read is left alone.
        """
        from newslint.storage.replace import replace

        if new.text == self.source.text:
            return
        data = new.to_bytes()
        try:
            replace(self._file, self.source.to_bytes(), data)
        except OSError as error:
            reason = os_error_reason(error)
            raise SourceError(self.source.path, f"not fixed: {reason}") from None


@contextmanager
def open_source(path: str, place: Place | None = None) -> Iterator[SourceFile]:
    """Open the file at `path` and read its source; a SourceError if it cannot be read.

    `place` is its place on disk, if known; links on the way there are not followed.
    """
    try:
        place = place or place_of(path)
        with opened(place) as file:
            yield SourceFile(load_bytes(file.read(), path), file)
    except (OSError, ValueError) as error:
        raise SourceError(path, os_error_reason(error)) from None


def read_place(path: str, place: Place | None = None) -> bytes:
    """The bytes of the file at `path`; a SourceError if it cannot be read."""
    try:
        with opened(place or place_of(path)) as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise SourceError(path, os_error_reason(error)) from None


def read_again(source: Source) -> Source:
    """The source as the next run will read it; a SourceError if that is another text.

    The encoding of a file that declares none is guessed from its content.
    """
    data = source.to_bytes()
    try:
        again = load_bytes(data, source.path)
    except SourceError:
        again = None
    if again is None or again.text != source.text:
        message = "not fixed: its encoding is in doubt, and would be taken for another"
        raise SourceError(source.path, f"{message} (save it as UTF-8)")
    return again


def write(source: Source, text: str) -> None:
    """Replace the text of a `source` that was read earlier by `text`."""
    if text == source.text:
        return
    try:
        with opened(place_of(source.path)) as file:
            SourceFile(source, file).write(source.replaced(text))
    except (OSError, ValueError) as error:
        raise SourceError(source.path, f"not fixed: {os_error_reason(error)}") from None
