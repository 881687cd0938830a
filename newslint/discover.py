"""Discovery: what the user named goes in, the paths of the files to read come out.

A file that is named is always read, whatever it is called. A folder is walked (`newslint.walk`).
"""

# ruff: noqa: PTH112
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from newslint.errors import SourceError


def nothing(path: str) -> bool:
    """Exclude no path."""
    return False


def discover(
    paths: Iterable[str], excludes: Callable[[str], bool] = nothing
) -> Iterator[str | SourceError]:
    """Each file to read, once; where a folder cannot be listed, the error in its place.

    What the configuration `excludes` is not read even if it is named.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(path, excludes):
            if isinstance(found, SourceError):
                yield found
            elif excludes(found):
                continue
            elif (key := os.path.normpath(found)) not in seen:
                seen.add(key)
                yield found


def _below(path: str, excludes: Callable[[str], bool]) -> Iterable[str | SourceError]:
    """The file at `path`, or the copy in that folder."""
    if not os.path.isdir(path):
        return (path,)
    from newslint.walk import walk  # one file is what a hook most often asks about

    return walk(path, excludes)
