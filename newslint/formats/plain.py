"""Plain text: all of it is prose, in the reader's own letters."""

from __future__ import annotations

from newslint.prose import Prose
from newslint.source import Source


def read(source: Source) -> Prose:
    """The whole source, one run."""
    return Prose.plain(source.text)
