"""Bring the memory of a folder of stories up to date with the files that changed.

In the user's cache are a base of all stories and a file of the changes since; after many changes
there is a new base. Files are named after their content and written atomically, so that several
processes may do this at the same time.
"""

# ruff: noqa: PTH110

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from newslint.core.errors import NewslintError, SourceError
from newslint.core.record import NamedTuple
from newslint.memory.builder import Builder, Taught
from newslint.memory.memory import Memory
from newslint.memory.recall import Recall
from newslint.memory.story_table import State
from newslint.storage.cache_folder import newest_first, prune_oldest
from newslint.storage.digests import SETTLED, blake2b

MOST_CHANGES = 64
"""Maximum changed stories before a new base is made."""

KEPT = 2
"""Number of bases, and of files of changes, that are kept: another process may be opening one."""


class File(NamedTuple):
    """A file of stories as it lies on disk."""

    path: str
    state: State


Read = Callable[[str], Iterable[Taught]]
"""Returns what each story in a file teaches; raises a NewslintError if it cannot be read."""


UNTOLD = (0, 0, 0)
"""The state of a file that may change again without a new time."""


def files_at(paths: Iterable[str]) -> list[File]:
    """The files at `paths`, with their states; missing ones are left out.

    A file that was touched less than `SETTLED` ago may change again with the same time.
    """
    settled, stat = time.time_ns() - SETTLED, os.stat
    found = []
    for path in paths:
        with suppress(OSError):
            seen = stat(path)
            touched = seen.st_mtime_ns
            state = (seen.st_size, touched, seen.st_ino) if touched < settled else UNTOLD
            found.append(File(path, state))
    return found


def renewed(stem: str, files: Sequence[File], read: Read) -> str:
    """Update the memory of `files`, and return the path to open. Its files are called `stem`-....

    Raises an OSError if it cannot be written.
    """
    with suppress(SourceError):
        return _renewed(stem, files, read)
    return _renewed(stem, files, read)  # the base was damaged, and is not opened again


def _renewed(stem: str, files: Sequence[File], read: Read) -> str:
    base = _newest(stem)
    if base is None:
        return _write_base(stem, files, None, frozenset(), read)
    gone, fresh = _changes(base, files)
    if not gone and not fresh:
        return base.path
    if len(gone) + len(fresh) > MOST_CHANGES:
        return _write_base(stem, files, base, gone, read)
    return _write_changes(stem, fresh, base, gone, read)


def _changes(base: Memory, files: Sequence[File]) -> tuple[frozenset[int], list[File]]:
    """The numbers of stories that changed or are gone, and the files to read."""
    now = {path: state for path, state in files if state != UNTOLD}
    stories = list(base.all_stories())
    gone = {at for at, story in enumerate(stories) if now.get(story.id) != story.state}
    lost = {stories[at].digest for at in gone}
    # Of two stories of the same words only the first has taught anything: both are read again.
    gone |= {at for at, story in enumerate(stories) if story.digest in lost}
    kept = {story.id for at, story in enumerate(stories) if at not in gone}
    return frozenset(gone), [file for file in files if file.path not in kept]


def _write_base(
    stem: str, files: Sequence[File], old: Memory | None, gone: frozenset[int], read: Read
) -> str:
    """Write a memory of all files; stories are taken from `old`, except those in `gone`."""
    path = _named(stem, "base", [tuple(files)])
    recall = Recall(old) if old else None
    known: dict[str, list[int]] = {}
    for at, story in enumerate(recall.stories if recall else ()):
        if at not in gone:
            known.setdefault(story.id, []).append(at)
    with closing(Builder()) as builder:
        for file in files:
            if recall and file.path in known:
                stories = [recall.taught(at) for at in known[file.path]]
            else:
                try:
                    stories = _taught_by(file, read)
                except KeyboardInterrupt:  # the next run goes on from here
                    _write(builder, path)
                    raise
            for taught in stories:
                builder.add(taught, file.path, file.state)
        _write(builder, path)
    _prune(stem, "base")
    return path


def _write_changes(
    stem: str, fresh: Sequence[File], base: Memory, gone: frozenset[int], read: Read
) -> str:
    """Write a memory of the changed files, which names the base and its stories that are `gone`."""
    path = _named(stem, "changes", [base.check, sorted(gone), tuple(fresh)])
    settled = all(file.state != UNTOLD for file in fresh)
    if settled and os.path.exists(path):
        return path
    with closing(Builder()) as builder:
        for file in fresh:
            for taught in _taught_by(file, read):
                builder.add(taught, file.path, file.state)
        about = {"path": base.path, "check": base.check, "without": sorted(gone)}
        _write(builder, path, {"base": about})
    _prune(stem, "changes")
    return path


def _taught_by(file: File, read: Read) -> list[Taught]:
    """What the stories in a file teach; a fault is reported when the file itself is linted."""
    with suppress(NewslintError):
        return list(read(file.path))
    return []


def _write(builder: Builder, path: str, about: dict[str, object] | None = None) -> None:
    Path(path).parent.mkdir(0o700, parents=True, exist_ok=True)
    builder.write(path, about)


def _named(stem: str, kind: str, made_of: object) -> str:
    digest = blake2b(repr(made_of).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return f"{stem}-{kind}-{digest}"


def _newest(stem: str) -> Memory | None:
    """The newest base that is not damaged."""
    folder, name = os.path.split(stem)
    for path in newest_first(folder, f"{name}-base-"):
        with suppress(SourceError):
            return Memory(path)
    return None


def _prune(stem: str, kind: str) -> None:
    folder, name = os.path.split(stem)
    prune_oldest(folder, KEPT, f"{name}-{kind}-")
