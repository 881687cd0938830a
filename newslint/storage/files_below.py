"""List the files below a folder, in order. Each folder is visited once, so circular links end.

With two links to itself, a folder would otherwise have more paths than anybody can walk.
"""

# ruff: noqa: PTH112, PTH116

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

SKIPPED = "__pycache__"

MOST = 50_000
"""Maximum files and folders: a stranger's configuration may name any folder of the disk."""


class CircleError(OSError):
    """A folder that was visited before, by another path."""


class TooManyError(OSError):
    """A folder with more in it than anybody means."""


def everything(name: str) -> bool:
    """Whether a folder is wanted: all but those of bytecode are."""
    return name != SKIPPED


def files_below(
    path: str,
    wants: Callable[[str], bool] = everything,
    strict: bool = False,
    most: int = MOST,
) -> Iterator[str]:
    """The file at `path`, or every file below that folder; names that `wants` rejects are left out.

    A folder that was visited before is skipped; if `strict`, it raises a CircleError. Raises an
    OSError if a folder cannot be listed, and a TooManyError when `most` have been listed.
    """
    if not os.path.isdir(path):
        yield path
        return
    seen: set[tuple[int, int]] = set()
    most = min(most, MOST)
    waiting, root, left = [(path, True)], path, most
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        state = os.stat(path)
        if (state.st_dev, state.st_ino) not in seen:
            seen.add((state.st_dev, state.st_ino))
            inside = _within(path, wants)
            left -= len(inside)
            if left < 0:
                raise TooManyError(0, f"more than {most:,} files and folders are in it", root)
            waiting += inside
        elif strict:
            raise CircleError(0, "a link to a folder that is read already", path)


def _within(folder: str, wants: Callable[[str], bool]) -> list[tuple[str, bool]]:
    """The wanted entries of a folder, in reverse order, and whether each is a folder."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
    return [(entry.path, entry.is_dir()) for entry in entries if wants(entry.name)]
