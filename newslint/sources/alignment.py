"""Find the place of a text that is most like some words: by their diagonal, then word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newslint.core.record import NamedTuple

MOST_PLACES = 400
"""Places of one word that vote; a word that stands more often says nothing."""

BAND = 4
"""Words by which two places may be apart and still be one diagonal."""


class Aligned(NamedTuple):
    """Where the words stand nearly: from and to which word, and the pairs that are the same."""

    first: int
    last: int
    pairs: tuple[tuple[int, int], ...]


def find_exact(words: Sequence[str], text: str) -> int:
    """The offset of words in a text of words between spaces; -1 if they are not in it."""
    return text.find(f" {' '.join(words)} ")


def best_alignment(
    words: Sequence[str], places: Mapping[str, Sequence[int]], text: Sequence[str]
) -> Aligned | None:
    """The stretch of `text` that has the most of `words` in their order; `places` is its index."""
    votes = Counter[int]()
    for at, word in enumerate(words):
        found = places.get(word, ())
        if len(found) <= MOST_PLACES:
            weight = 2 if len(found) <= 20 else 1
            for place in found:
                votes[(place - at) // BAND] += weight
    if not votes:
        return None
    both = {band: count + votes.get(band + 1, 0) for band, count in votes.items()}
    tried = sorted(both, key=lambda band: (-both[band], band))[:3]
    aligned = [align(words, text, band * BAND) for band in tried]
    return max(aligned, key=lambda one: (len(one.pairs), one.first - one.last))


def align(words: Sequence[str], text: Sequence[str], about: int) -> Aligned:
    """Align words with the stretch of `text` that begins about there."""
    from rapidfuzz.distance import Indel

    low = max(0, about - BAND - len(words) // 3)
    high = min(len(text), about + len(words) + 2 * BAND + len(words) // 3)
    pairs = [
        (block.a + step, low + block.b + step)
        for block in Indel.opcodes(words, text[low:high]).as_matching_blocks()
        for step in range(block.size)
    ]
    kept = _without_strays(pairs)
    if not kept:
        return Aligned(about, about, ())
    while min(kept[0]) > 0 and words[kept[0][0] - 1] == text[kept[0][1] - 1]:
        kept.insert(0, (kept[0][0] - 1, kept[0][1] - 1))
    while _goes_on(kept[-1], words, text):
        kept.append((kept[-1][0] + 1, kept[-1][1] + 1))
    return Aligned(kept[0][1], kept[-1][1], tuple(kept))


def _without_strays(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs but for single ones at the ends that stand far from the rest."""
    kept = list(pairs)
    while len(kept) > 2 and _leap(kept[0], kept[1]) > BAND:
        kept.pop(0)
    while len(kept) > 2 and _leap(kept[-2], kept[-1]) > BAND:
        kept.pop()
    return kept


def _goes_on(last: tuple[int, int], words: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the words behind the last pair are the same, too."""
    ours, theirs = last[0] + 1, last[1] + 1
    return ours < len(words) and theirs < len(text) and words[ours] == text[theirs]


def _leap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many words of the text lie between two pairs beyond those of the quotation."""
    return abs((b[1] - a[1]) - (b[0] - a[0]))
