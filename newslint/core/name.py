"""A name of the book: its canonical form and what the desk has ruled on other spellings."""

from __future__ import annotations

from newslint.core.place import Where
from newslint.core.record import NamedTuple


class Name(NamedTuple):
    """One name of the book, with the other spellings that the desk has ruled on."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    instead_of: tuple[str, ...]
    distinct: tuple[str, ...]
    note: str
    where: Where
