"""Opening memories: one file may say of another which of its stories are no more as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.errors import SourceError
from newslint.memory.memories import Memories
from newslint.memory.memory import Memory


def open_memories(paths: Iterable[str]) -> Memories:
    """The memories in files; a SourceError says which cannot be used."""
    return Memories([memory for path in paths for memory in _opened(path)])


def _opened(path: str) -> Iterator[Memory]:
    """The memory in a file, and behind it the one that it brings up to date."""
    memory = Memory(path)
    yield memory
    base = memory.about.get("base")
    if base:
        older = Memory(base["path"], base["without"])
        if older.check != base["check"]:
            raise SourceError(path, f"does not belong to {older.path}")
        yield older
