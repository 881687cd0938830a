"""The files below a folder, in order, each folder once: links that go round in circles end.

Two links in a folder to itself would make of it more folders than anybody can walk.
"""

# ruff: noqa: PTH112, PTH116

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

SKIPPED = "__pycache__"


class CircleError(OSError):
    """A folder that we came to before, by another name."""


def everything(name: str) -> bool:
    """Want every folder but those of bytecode."""
    return name != SKIPPED


def files_below(
    path: str, wants: Callable[[str], bool] = everything, strict: bool = False
) -> Iterator[str]:
    """The file at `path`, or every file below that folder; names that nobody `wants` are left out.

    A folder that we came to before is passed by; if `strict`, it is a CircleError. An OSError
    says which folder cannot be listed.
    """
    if not os.path.isdir(path):
        yield path
        return
    seen: set[tuple[int, int]] = set()
    waiting = [(path, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        state = os.stat(path)
        if (state.st_dev, state.st_ino) not in seen:
            seen.add((state.st_dev, state.st_ino))
            waiting += _within(path, wants)
        elif strict:
            raise CircleError(0, "a link to a folder that is read already", path)


def _within(folder: str, wants: Callable[[str], bool]) -> list[tuple[str, bool]]:
    """What of a folder is wanted, the last first, and whether it is a folder."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
    return [(entry.path, entry.is_dir()) for entry in entries if wants(entry.name)]
