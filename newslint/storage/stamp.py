"""The stamp of a mapped file: its first bytes, which contain a checksum of its content."""

from __future__ import annotations

import os

from newslint.core.regular_file import open_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

SIZE = 1 << 8
"""Number of bytes that include the whole header of a file with few sections."""


def stamp(path: str | Path) -> bytes:
    """The stamp of the file; raises OSError if there is none."""
    file = open_regular(path)
    try:
        return os.read(file, SIZE)
    finally:
        os.close(file)
