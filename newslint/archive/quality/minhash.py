"""Keys of an article that its exact and near duplicates share.

The same words in the same order have the same exact key. Near duplicates share keys made of the
least hashes of runs of words (MinHash, Broder 1997; all of them in one pass, Li, Owen and Zhang
2012; an empty bin takes its neighbour's, Shrivastava and Li 2014), bound together in bands
(Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from struct import pack
from zlib import crc32

RUN = 4
"""Number of words in a run."""


BANDS, ROWS = 8, 8
"""Number of keys, and of smallest hashes in each key. Articles that share 90 % of their runs share
a key in 99 of 100 cases, those that share 80 % in 77, those that share half in 3."""


_BINS = BANDS * ROWS

_WORD = re.compile(r"\w+(?:['’]\w+)*")

_ODD, _ALL = 0x9E3779B97F4A7C15, (1 << 64) - 1


def words_of(text: str) -> list[str]:
    """The words of a text, without capitals.

    >>> words_of("The harbour’s LIGHT, 2024.")
    ['the', 'harbour’s', 'light', '2024']
    """
    return _WORD.findall(text.casefold())


def exact_key(words: Sequence[str]) -> int:
    """A key that articles share exactly if they have the same words in the same order."""
    return _digest(" ".join(words).encode())


def near_keys(words: Sequence[str]) -> tuple[int, ...]:
    """Keys of which articles with nearly the same words share one; none for few words."""
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if not runs:
        return ()
    hashes = sorted((crc32(run.encode()) * _ODD & _ALL for run in runs), reverse=True)
    least = {drawn >> 58: drawn for drawn in hashes}  # six bits for 64 bins; the least comes last
    drawn = [0] * _BINS
    following = least[min(least)]
    for at in reversed(range(_BINS)):
        following = drawn[at] = least.get(at, following)
    return tuple(
        _digest(pack(f"<{ROWS + 1}Q", band, *drawn[band * ROWS : (band + 1) * ROWS]))
        for band in range(BANDS)
    )


def _digest(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")
