"""The file and line where something of the desk's stands."""

from __future__ import annotations

from typing import NamedTuple


class Where(NamedTuple):
    """Where in a book something stands; line begins at 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"
