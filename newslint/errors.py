"""Errors: what newslint could not do. Each is one line that names its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.rule import Where


class NewslintError(Exception):
    """newslint could not do its work; the message is one line for standard error."""


class SourceError(NewslintError):
    """A file that cannot be read, decoded or written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class BookError(NewslintError):
    """A fault in a book of rules or names, with its file and line."""

    def __init__(self, where: Where | str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {message}" + (f" ({hint})" if hint else ""))
        self.where = where
        self.hint = hint
