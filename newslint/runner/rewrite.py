"""Write a fixed file back, if it is still what was read.

Nothing outside an edit changes by a byte, and a file is either the old one or the new one.
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
        """Put `new` in place of the source in its file, all of it or, with a SourceError, none.

        Where the file is no longer what we read, somebody else is working on it, and we leave it
        alone.
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
    """The file at `path`, open, and the source in it; a SourceError if it cannot be read.

    `place` is where it stands, if that is known; a link on the way there is not followed.
    """
    try:
        place = place or place_of(path)
        with opened(place) as file:
            yield SourceFile(load_bytes(file.read(), path), file)
    except (OSError, ValueError) as error:
        raise SourceError(path, os_error_reason(error)) from None


def read_place(path: str, place: Place | None = None) -> bytes:
    """What the file at `path` holds; a SourceError if it cannot be read."""
    try:
        with opened(place or place_of(path)) as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise SourceError(path, os_error_reason(error)) from None


def read_again(source: Source) -> Source:
    """What the next run will read of a source once it is written; a SourceError if another text.

    A file whose encoding nobody declares is read by what is in it.
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
    """Put `text` in place of a `source` that was read some time ago."""
    if text == source.text:
        return
    try:
        with opened(place_of(source.path)) as file:
            SourceFile(source, file).write(source.replaced(text))
    except (OSError, ValueError) as error:
        raise SourceError(source.path, f"not fixed: {os_error_reason(error)}") from None
