"""Fault: something that a book says and cannot mean, with its place and a hint."""

from __future__ import annotations

from newslint.core.place import Where
from newslint.core.record import NamedTuple


class Fault(NamedTuple):
    """A fault in one line of a book."""

    where: Where
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f" ({self.hint})" if self.hint else "")
