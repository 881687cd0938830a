"""Write a file that appears under its name all at once, or not at all.

For files that newslint makes. An article that is being fixed is somebody else's file, and keeps
its owner and mode: that is runner/rewrite.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def atomic_write(path: str | Path) -> Iterator[IO[bytes]]:
    """A file to write to, which is then the one at `path`; if anything fails, nothing changes.

    It lies in the same folder until it is whole and safely on disk. An OSError says what failed.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()
