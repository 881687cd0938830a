"""Build a memory of an archive, or bring one up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from typing import Any

from newslint.archive.memory_counting import counted
from newslint.archive.memory_sources import StoryFile, Unit, batches, content_of
from newslint.core.errors import SourceError, os_error_text
from newslint.core.record import NamedTuple
from newslint.memory.builder import Builder
from newslint.memory.memory import Memory
from newslint.memory.recall import Recall
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

    What the old one was taught by stories that have not changed is taken over. A SourceError says
    why the file cannot be written.
    """
    before = {story.digest for story in old.all_stories()} if old else set()
    with closing(Builder()) as builder:
        waiting = batches(*sources)
        if old and old.has_lists and old.about["least"] == 1:
            waiting = _unknown(waiting, Recall(old), builder, tell)
        for id_, taught, content, fault in counted(waiting, processes):
            if taught:
                builder.add(taught, id_, (content, 0, 0))
            tell(fault)
        try:
            builder.write(output, sources.about)
        except OSError as error:
            raise SourceError(output, f"cannot be written: {os_error_text(error)}") from None
        now = builder.digests
        kept = sum(digest in now for digest in before)
        return Change(builder.stories, len(now) - kept, len(before) - kept)


def _unknown(
    waiting: Iterable[list[Unit]], recall: Recall, builder: Builder, tell: Tell
) -> Iterator[list[Unit]]:
    """The batches without the stories that are recalled, which are added to the builder."""
    known: dict[tuple[str, int], list[int]] = {}
    for number, story in enumerate(recall.stories):
        known.setdefault((story.id, story.state[0]), []).append(number)
    for batch in waiting:
        left = []
        for unit in batch:
            key = _key_of(unit)
            numbers = known.get(key, [])
            recalled = numbers if isinstance(unit, StoryFile) else numbers[:1]
            for number in recalled:
                builder.add(recall.taught(number), key[0], (key[1], 0, 0))
                tell("")
            if not recalled:
                left.append(unit)
            del numbers[: len(recalled)]
        if left:
            yield left


def _key_of(unit: Unit) -> tuple[str, int]:
    """What a unit is called, and the number of its content; 0 if it cannot be read."""
    name = unit.path if isinstance(unit, StoryFile) else unit.id
    with suppress(SourceError):
        return name, content_of(unit)
    return name, 0
