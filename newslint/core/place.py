"""The file and line where something of the desk's stands."""

from __future__ import annotations

from newslint.core.record import NamedTuple


class Where(NamedTuple):
    """A place in a file; lines count from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"
