"""Keep what an archive run has done, so that another run can go on there.

Beside the table that is to come stands a folder with what was found so far, in files that only
grow, and a note of how far they are true. The note is replaced all at once, after the files are
safely on disk. What stands in a file beyond it was written by a run that was killed, and is cut
off.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from newslint.archive.dispatch import DoneBatch
from newslint.core.errors import NewslintError, SourceError, os_error_reason
from newslint.core.record import NamedTuple
from newslint.core.regular_file import read_regular, refuse_irregular
from newslint.storage.atomic_write import atomic_write
from newslint.storage.temporary import NAME
from newslint.system.files import APPENDING, open_file
from newslint.system.locks import lock
from newslint.text.tables.article import Place

FILES = ("findings", "errors", "changes", "names", "measures")
"""Files that grow: rows of two tables, and new texts, names and measures of articles."""


OFTEN = 1.0
"""Seconds between two notes, which a killed run may lose."""


NOTE = "checkpoint.json"


class CheckpointCounts(NamedTuple):
    """Counts of what is done."""

    articles: int = 0
    found: int = 0
    failed: int = 0
    unread: int = 0


class Checkpoint:
    """What a run has done so far, kept in a folder."""

    def __init__(
        self,
        folder: Path,
        job: Mapping[str, object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Continue where another run of the same `job` stopped, or begin."""
        self.folder = folder
        self.place = Place(0, 0)
        self.counts = CheckpointCounts()
        self._job = json.loads(json.dumps(job))
        self._clock = clock
        sizes = self._read_note()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._files = {name: self._open(name, sizes.get(name, 0)) for name in FILES}
        except OSError as error:
            raise SourceError(str(folder), os_error_reason(error)) from None
        self._next = clock() + OFTEN

    def path(self, name: str) -> Path:
        """The path of one of `FILES`."""
        return self.folder / f"{name}.jsonl"

    def add(self, done: DoneBatch) -> None:
        """Write the results of one more batch."""
        result = done.result
        for name in FILES:
            self._files[name].write(getattr(result, name))
        more = (result.articles, result.found, result.failed, result.unread)
        self.counts = CheckpointCounts(*(a + b for a, b in zip(self.counts, more, strict=True)))
        self.place = done.place
        if self._clock() >= self._next:
            self.note()

    def note(self) -> None:
        """Write all files to disk, then note their sizes."""
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        note = {
            "job": self._job,
            "place": self.place,
            "counts": self.counts,
            "sizes": {name: file.tell() for name, file in self._files.items()},
        }
        with atomic_write(self.folder / NOTE) as file:
            file.write(json.dumps(note).encode())
        self._next = self._clock() + OFTEN

    def __enter__(self) -> Checkpoint:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the files; after an error, note how far the run came.

        An OSError becomes a SourceError about this folder.
        """
        if error:
            with suppress(OSError):
                self.note()
        for file in self._files.values():
            with suppress(OSError):  # what could not be written was not noted, either
                file.close()
        if isinstance(error, OSError):
            raise SourceError(str(self.folder), os_error_reason(error)) from None

    def remove(self) -> None:
        """Remove the folder, at the end of a run."""
        shutil.rmtree(self.folder)

    def _read_note(self) -> dict[str, int]:
        """The valid size of each file; empty if no run has been here."""
        path = self.folder / NOTE
        try:
            note = json.loads(read_regular(path, follows=False))
        except FileNotFoundError:
            return self._begin()
        except (OSError, ValueError):
            raise self._other_job() from None
        if not isinstance(note, dict) or note.get("job") != self._job:
            raise self._other_job()
        self.place, self.counts = Place(*note["place"]), CheckpointCounts(*note["counts"])
        return dict(note["sizes"])

    def _begin(self) -> dict[str, int]:
        """Begin without a note; the folder may hold only files that newslint writes."""
        ours = {self.path(name).name for name in FILES}
        there = [path.name for path in self.folder.iterdir()] if self.folder.exists() else []
        if any(name not in ours and not NAME.match(name) for name in there):
            raise NewslintError(f"{self.folder}: is in the way, and not of newslint's making")
        return {}

    def _other_job(self) -> NewslintError:
        reason = "was begun with other inputs, options or books"
        return NewslintError(f"{self.folder}: {reason} (remove it to begin anew)")

    def _open(self, name: str, size: int) -> IO[bytes]:
        file = os.fdopen(open_file(self.path(name), APPENDING, mode=0o666), "ab")
        refuse_irregular(os.fstat(file.fileno()))
        if lock(file.fileno()) is False:
            raise NewslintError(f"{self.folder}: another run is at work on it")
        if file.tell() < size:
            raise self._other_job()
        file.truncate(size)
        file.seek(size)
        return file
