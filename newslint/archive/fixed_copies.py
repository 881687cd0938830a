"""Write copies of the inputs with the new texts of the articles that fixing changed.

What was changed is known when this begins, in the order of the inputs. So a copy is one more pass
over them in which nothing is linted and only one row at a time is in memory.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, cast

from newslint.core.errors import NewslintError, SourceError
from newslint.core.optional import load
from newslint.storage.atomic_write import atomic_write
from newslint.text.tables.article import TITLE, Columns
from newslint.text.tables.reading import format_of, reader_of


def targets(paths: Sequence[str], out: str) -> list[str]:
    """The path of each input's copy: `out`, or a file in that folder for several inputs."""
    if any(format_of(path) == "warc" for path in paths):
        raise NewslintError(f"{out}: pages of a crawl cannot be fixed (leave out --fixed)")
    found = [out] if len(paths) == 1 else [str(Path(out) / Path(path).name) for path in paths]
    if len(set(found)) < len(found):
        raise NewslintError(f"{out}: two inputs have the same name, and so would their copies")
    if len(paths) == 1 and format_of(out) != format_of(paths[0]):
        raise NewslintError(f"{out}: the copy of {paths[0]} has its format, and so its ending")
    return found


def write(changes: Path, paths: Sequence[str], out: str, columns: Columns) -> list[SourceError]:
    """Write all copies; return the errors of inputs that cannot be copied completely."""
    faults = []
    with changes.open("rb") as lines:
        known = Changes(lines, columns)
        for file, (path, target) in enumerate(zip(paths, targets(paths, out), strict=True)):
            reader = reader_of(path)
            try:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                with atomic_write(target) as plain, _packed(plain, target) as copy:
                    reader.rewrite(path, copy, partial(known.at, file))
            except (*reader.FAULTS, OSError) as error:
                faults.append(SourceError(target, f"not written: {reader.error_text(error)}"))
    return faults


class Changes:
    """The new texts of articles, read in the order of the inputs."""

    def __init__(self, lines: IO[bytes], columns: Columns) -> None:
        self._lines = lines
        self._columns = columns
        self._file, self._row, self._texts = self._next()

    def at(self, file: int, row: int) -> Mapping[str, str]:
        """The new texts of a row by column; empty if the row is unchanged."""
        while (self._file, self._row) < (file, row):
            self._file, self._row, self._texts = self._next()
        return self._texts if (self._file, self._row) == (file, row) else {}

    def _next(self) -> tuple[float, float, Mapping[str, str]]:
        line = self._lines.readline()
        if not line:
            return float("inf"), 0, {}
        file, row, texts = json.loads(line)
        columns = self._columns
        return (
            file,
            row,
            {
                columns.title if part == TITLE else columns.text: text
                for part, text in texts.items()
            },
        )


@contextmanager
def _packed(plain: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    """A stream into `plain`, compressed if the ending of the name says so."""
    if path.lower().endswith(".gz"):
        with gzip.GzipFile(filename="", mode="wb", fileobj=plain, mtime=0) as packed:
            yield cast("IO[bytes]", packed)
    elif path.lower().endswith(".zst"):
        zstd = load("zstandard", "archive", "writing .zst")
        with zstd.ZstdCompressor().stream_writer(plain, closefd=False) as packed:
            yield packed
    else:
        yield plain
