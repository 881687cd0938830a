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
"""Sorts of duplicates: an earlier article has nearly the same text, or the same."""


TOGETHER = 500_000
"""Keys of a part; each takes about 100 bytes of memory."""


PARTS = 200
"""Maximum number of parts, each an open file: below the limits of common systems."""


_RECORD = Struct("<QQ")


def duplicates(measures: Iterable[Measure], articles: int, folder: Path) -> bytearray:
    """For each article, in order, `NEAR`, `EXACT` or neither (0).

    Temporary files without names are written to `folder`.
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
    """The articles with a key that an earlier one has, and their sort of duplicate."""
    part.seek(0)
    seen: set[int] = set()
    while some := part.read(_RECORD.size << 12):
        for key, record in _RECORD.iter_unpack(some):
            if key in seen:
                yield record >> 2, record & 3
            seen.add(key)
