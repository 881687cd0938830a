"""Build a memory of an archive, or bring one up to date."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any, NamedTuple

from newslint.archive.memory_counting import counted
from newslint.archive.memory_sources import batches
from newslint.core.errors import SourceError, os_error_text
from newslint.memory.builder import Builder
from newslint.memory.memory import Memory
from newslint.text.tables.article import Columns


class Sources(NamedTuple):
    """The sources of stories: paths, and the columns of the tables among them."""

    paths: tuple[str, ...]
    columns: Columns

    @property
    def about(self) -> dict[str, Any]:
        """The description of the sources in the memory, for later updates."""
        return {"paths": self.paths, "columns": self.columns}

    @classmethod
    def of(cls, memory: Memory) -> Sources:
        """The sources of a memory."""
        about = memory.about
        return cls(tuple(about.get("paths", ())), Columns(*about.get("columns", ())))


class Change(NamedTuple):
    """The number of stories in a memory, of new ones, and of removed ones, by their words."""

    stories: int
    new: int
    gone: int


Tell = Callable[[str], None]
"""Called after every article, with what was wrong with it, or nothing."""


def build(
    sources: Sources, output: str, tell: Tell, processes: int = 1, old: Memory | None = None
) -> Change:
    """Write a memory of all stories in `sources`; say how it differs from an `old` one.

    A SourceError says why the file cannot be written.
    """
    before = {story.digest for story in old.all_stories()} if old else set()
    with closing(Builder()) as builder:
        for id_, taught, fault in counted(batches(*sources), processes):
            if taught:
                builder.add(taught, id_)
            tell(fault)
        try:
            builder.write(output, sources.about)
        except OSError as error:
            raise SourceError(output, f"cannot be written: {os_error_text(error)}") from None
        now = builder.digests
        return Change(builder.stories, len(now - before), len(before - now))
