"""Errors: what newslint could not do. The message of each is one line that names its place."""

from __future__ import annotations

from collections.abc import Collection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.core.place import Where


class NewslintError(Exception):
    """newslint cannot do its work; the message is one line for standard error."""


class SourceError(NewslintError):
    """A file cannot be read, decoded or written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class PlacedError(NewslintError):
    """A fault in a book or a configuration, with its file and, if known, its line."""

    def __init__(self, where: Where | str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {message}" + (f" ({hint})" if hint else ""))
        self.where = where
        self.hint = hint


class BookError(PlacedError):
    """A fault in a book of rules or names."""


class ConfigError(PlacedError):
    """A fault in a configuration."""


class RuleError(NewslintError):
    """A rule failed on an article; the message has the rule's file and line."""


def os_error_text(error: Exception) -> str:
    """The reason that the system gives for an error; one of Python's own in our words.

    Python's wording for a name with a NUL in it differs from version to version.
    """
    if isinstance(error, ValueError) and "null" in str(error):
        return "no file has a NUL character in its name"
    return getattr(error, "strerror", None) or str(error)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint for somebody who wrote `word` instead of one of the `known` words.

    >>> did_you_mean("mispellings", ["name", "misspellings"])
    "did you mean 'misspellings'?"
    >>> did_you_mean("colour", ["name", "kind"])
    'known: kind, name'
    """
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else "known: " + ", ".join(sorted(known))


def os_error_reason(error: Exception) -> str:
    """The reason that the system gives for an error, with a small first letter."""
    words = os_error_text(error)
    return words[:1].lower() + words[1:]


def internal_error(error: Exception) -> str:
    """Format an internal error as one line with file and line number."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else None
    where = f" in {code.co_filename}:{trace.tb_lineno}" if code and trace else ""
    message = " ".join([f"{type(error).__name__}:", *str(error).split()]).rstrip(":")
    return f"{message}{where}"
