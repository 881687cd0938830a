"""Find which articles repeat an earlier one, by their keys.

The keys do not fit into memory. They are parted by their own value into files of which each does,
in the order of the articles: an article with a key that was there before is a duplicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from struct import Struct
from tempfile import TemporaryFile
from typing import IO

from newslint.archive.quality.measure import Measure
from newslint.archive.quality.minhash import BANDS

NEAR, EXACT = 1, 2
"""What an article is if one before it says nearly the same, or the same."""


TOGETHER = 500_000
"""Keys of a part, of which each takes about 100 bytes of memory."""


PARTS = 200
"""Parts at most: files that are open at a time. There are more than that of a system's limit."""


_RECORD = Struct("<QQ")


def duplicates(measures: Iterable[Measure], articles: int, folder: Path) -> bytearray:
    """For each of so many articles, in order, whether it is `NEAR`, `EXACT` or neither (0).

    Files that have no names lie in `folder` meanwhile.
    """
    kinds = bytearray(articles)
    number = min(PARTS, 1 + articles * (BANDS + 1) // TOGETHER)
    with ExitStack() as stack:
        parts = [stack.enter_context(TemporaryFile(dir=folder)) for _ in range(number)]
        for at, found in enumerate(measures):
            for key, kind in _keys(found):
                parts[key % number].write(_RECORD.pack(key, at << 2 | kind))
        for part in parts:
            for at, kind in _again(part):
                kinds[at] = max(kinds[at], kind)
    return kinds


def _keys(found: Measure) -> Iterator[tuple[int, int]]:
    if found.exact is not None:
        yield found.exact, EXACT
    for key in found.near:
        yield key, NEAR


def _again(part: IO[bytes]) -> Iterator[tuple[int, int]]:
    """The articles whose keys were there before, and what that makes them."""
    part.seek(0)
    seen: set[int] = set()
    while some := part.read(_RECORD.size << 12):
        for key, said in _RECORD.iter_unpack(some):
            if key in seen:
                yield said >> 2, said & 3
            seen.add(key)
