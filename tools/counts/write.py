"""Write the counts into the mapped files that `newslint.lexicon` opens."""

from __future__ import annotations

from array import array
from pathlib import Path

import marisa_trie
import numpy as np

from newslint.lexicon.counts import (
    AFTER,
    BEFORE,
    BLOCK,
    FAR_MORE,
    MAGIC,
    MORE,
    MORE_AFTER,
    MORE_BEFORE,
    PUBLISHERS,
    SECOND,
    TIMES,
)
from newslint.lexicon.edit_distance import deletions
from newslint.lexicon.hash_index import build_index, rows_of
from newslint.lexicon.lexicon import SLIP, shipped
from newslint.lexicon.printed_names import usual_form
from tools.counts.names import Name
from tools.counts.ngrams import Array, Counted
from tools.counts.rivals import Rivals

SHORTEST = 4
"""Letters of a name that others may be slips of."""


def write_words(folder: Path, words: list[str]) -> dict[str, int]:
    """Write the word list, and return each word's number."""
    trie = marisa_trie.Trie(words)
    trie.save(str(folder / "words.marisa"))
    return {word: trie[word] + 1 for word in words}


def write_counts(
    folder: Path, single: Counted, pairs: Counted, triples: Counted, rivals: Rivals
) -> None:
    """Write `counts.bin`, as `newslint.lexicon.counts.FORMAT` says."""
    words = len(rivals.heads) - 2
    each = np.zeros(words + 4 & ~3, np.uint8)
    each[single.keys] = levels(single)
    heads = np.searchsorted(pairs.keys, np.arange(words + 2, dtype=np.uint64) << 16)
    of_pair = np.searchsorted(pairs.keys, triples.keys >> 16).astype(np.uint64)
    blocks = np.searchsorted(of_pair // BLOCK, np.arange(len(pairs.keys) // BLOCK + 2))
    rows = (of_pair % BLOCK << 16 | triples.keys & 0xFFFF) << 8 | levels(triples)
    sizes = [single.times.sum(), words, len(pairs.keys), len(triples.keys), len(rivals.numbers)]
    parts = (
        np.array(sizes, "<u4"),
        each,
        heads.astype("<u4"),
        ((pairs.keys & 0xFFFF) << SECOND | contested(pairs, rivals) | levels(pairs)).astype("<u4"),
        blocks.astype("<u4"),
        rows.astype("<u4"),
        rivals.heads.astype("<u4"),
        rivals.numbers.astype("<u2"),
    )
    (folder / "counts.bin").write_bytes(MAGIC + b"".join(part.tobytes() for part in parts))


def contested(pairs: Counted, rivals: Rivals) -> Array:
    """Return the marks of pairs in which a rival of either word stands more often, or far more."""
    first, second = pairs.keys >> 16, pairs.keys & 0xFFFF
    times = np.array(TIMES)[levels(pairs) >> 3]
    marks = np.zeros(len(pairs.keys), np.uint64)
    for nth in range(int(np.diff(rivals.heads).max(initial=0))):
        for far, more, word in ((AFTER, MORE_AFTER, second), (BEFORE, MORE_BEFORE, first)):
            having = np.flatnonzero(rivals.heads[word] + nth < rivals.heads[word + 1])
            rival = rivals.numbers[rivals.heads[word[having]] + nth]
            keys = first[having] << 16 | rival if far == AFTER else rival << 16 | second[having]
            at = np.minimum(np.searchsorted(pairs.keys, keys), len(pairs.keys) - 1)
            its, own = np.where(pairs.keys[at] == keys, times[at], 0), times[having]
            marks[having[its > MORE * own]] |= np.uint64(more)
            marks[having[its > FAR_MORE * own]] |= np.uint64(far)
    return marks


def write_names(folder: Path, names: list[Name]) -> None:
    """Write the names: how often, how they are written, and by their last parts."""
    trie = marisa_trie.Trie([name.key for name in names])
    trie.save(str(folder / "names.marisa"))
    table = np.zeros(len(trie), np.uint8)
    table[[trie[name.key] for name in names]] = levels(
        Counted(
            np.arange(len(names)),
            np.array([name.times for name in names]),
            np.array([name.publishers for name in names]),
        )
    )
    (folder / "names.bin").write_bytes(table.tobytes())
    odd = [f"{name.key}|{name.form}" for name in names if usual_form(name.key) != name.form]
    marisa_trie.Trie(odd).save(str(folder / "forms.marisa"))
    split = (name.key.rpartition(" ") for name in names)
    ends = [f"{last} {rest}" for rest, _, last in split if rest]
    marisa_trie.Trie(ends).save(str(folder / "ends.marisa"))
    (folder / "near.bin").write_bytes(forms_near(trie))


def forms_near(trie: marisa_trie.Trie) -> bytes:
    """Return what leads to the less known names of one part from their shortened forms."""
    lexicon, rows = shipped(), array("Q")
    for name in trie:
        is_plain = len(name) >= SHORTEST and name.isalpha() and name.isascii()
        if is_plain and not (lexicon.is_well_known(name) or lexicon.entry(name).flags & SLIP):
            rows.extend(rows_of((name, *deletions(name)), trie[name]))
    return build_index(rows)


def levels(counted: Counted) -> Array:
    """Return the byte that stands for each count."""
    times = np.searchsorted(TIMES, counted.times, "right") - 1
    publishers = np.searchsorted(PUBLISHERS, counted.publishers, "right") - 1
    return (times * len(PUBLISHERS) + publishers).astype(np.uint64)
