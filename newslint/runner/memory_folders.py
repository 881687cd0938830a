"""Bring the memories of the folders that the settings name up to date."""

# ruff: noqa: PTH100, PTH112, PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from newslint.core.errors import ConfigError, SourceError, os_error_text
from newslint.runner.discovery import discover, exclude_nothing
from newslint.storage.cache_folder import prepare
from newslint.storage.digests import blake2b
from newslint.storage.paths import MEMORIES, cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.settings import Settings
    from newslint.lexicon.lexicon import Lexicon
    from newslint.memory.builder import Taught


def with_memory(
    settings: Settings,
    excludes: Callable[[str], bool] = exclude_nothing,
    tell: Callable[[str], None] = lambda _: None,
    warn: Callable[[str], None] = lambda _: None,
) -> Settings:
    """The settings with the file of a memory in place of each folder.

    Excluded files are not the desk's copy, and teach nothing; nor do those of a folder whose
    configuration cannot be read: `warn` is called with one line that says so. `tell` is called with
    each file that is counted.
    """
    if not any(map(os.path.isdir, settings.memory)):
        return settings
    excludes = _forgiving(excludes, warn)
    files = [
        _file_of(path, excludes, tell) if os.path.isdir(path) else path for path in settings.memory
    ]
    return settings._replace(memory=tuple(files))


def _forgiving(
    excludes: Callable[[str], bool], warn: Callable[[str], None]
) -> Callable[[str], bool]:
    """Exclude what lies below a faulty configuration, too: it may be anybody's."""
    faulty: set[str] = set()

    def excluded(path: str) -> bool:
        folder = os.path.dirname(path.rstrip("/"))
        if folder in faulty:
            return True
        try:
            return excludes(path)
        except ConfigError as error:
            faulty.add(folder)
            warn(f"warning: {folder} is not remembered: {error}")
            return True

    return excluded


def _file_of(folder: str, excludes: Callable[[str], bool], tell: Callable[[str], None]) -> str:
    """The path of a folder's memory; a SourceError if it cannot be written."""
    from newslint.lexicon.lexicon import shipped
    from newslint.memory.renewal import files_at, renewed

    whole = os.path.abspath(folder)
    found = (path for path in discover([whole], excludes) if isinstance(path, str))
    files = files_at(found)
    name = blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    stem = os.path.join(cache_folder(MEMORIES), name)
    if not prepare(cache_folder(MEMORIES)):
        raise SourceError(cache_folder(MEMORIES), "is not the user's own folder, or cannot be")

    def read(path: str) -> Iterator[Taught]:
        tell(path)
        return taught_by_file(path, shipped())

    try:
        return renewed(stem, files, read)
    except OSError as error:
        raise SourceError(stem, f"cannot be written: {os_error_text(error)}") from None


def taught_by_file(path: str, lexicon: Lexicon) -> Iterator[Taught]:
    """What each story in a file teaches."""
    from newslint.memory.builder import taught_by
    from newslint.memory.counts import date_in
    from newslint.text.document import Document
    from newslint.text.formats.reading import articles, load

    for prose in articles(load(path)):
        yield taught_by(Document(prose), date_in(path), lexicon)
