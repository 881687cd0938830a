"""Open memories. A file of changes names the base that it updates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.errors import SourceError
from newslint.memory.memories import Memories
from newslint.memory.memory import NOT_OURS, Memory, refused


def open_memories(paths: Iterable[str]) -> Memories:
    """Open the memories in files; raises a SourceError if one cannot be used."""
    return Memories([memory for path in paths for memory in _opened(path)])


def _opened(path: str) -> Iterator[Memory]:
    """The memory in a file and, after it, the base that it updates."""
    memory = Memory(path)
    yield memory
    base = memory.about.get("base")
    if base:
        try:
            older, check = Memory(base["path"], base["without"]), base["check"]
        except (TypeError, KeyError, ValueError, IndexError):
            raise refused(path, NOT_OURS) from None
        if older.check != check:
            raise SourceError(path, f"does not belong to {older.path}")
        yield older
