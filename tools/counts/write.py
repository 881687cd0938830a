"""Counts -> the mapped files that `newslint.lexicon.counts` and `newslint.lexicon.printed_names` open."""

from __future__ import annotations

from pathlib import Path

import marisa_trie
import numpy as np

from newslint.lexicon.counts import BLOCK, MAGIC, PUBLISHERS, TIMES
from newslint.lexicon.printed_names import usual_form
from tools.counts.names import Name
from tools.counts.ngrams import Array, Counted


def write_words(folder: Path, words: list[str]) -> dict[str, int]:
    """Write the word list, and return each word's number."""
    trie = marisa_trie.Trie(words)
    trie.save(str(folder / "words.marisa"))
    return {word: trie[word] for word in words}


def write_counts(folder: Path, words: Array, pairs: Counted, triples: Counted) -> None:
    """Write `counts.bin`; `words` are a byte each."""
    heads = np.searchsorted(pairs.keys, np.arange(len(words) + 1, dtype=np.uint64) << 16)
    of_pair = np.searchsorted(pairs.keys, triples.keys >> 16).astype(np.uint64)
    blocks = np.searchsorted(of_pair // BLOCK, np.arange(len(pairs.keys) // BLOCK + 2))
    rows = (of_pair % BLOCK << 16 | triples.keys & 0xFFFF) << 8 | levels(triples)
    sizes = np.array([len(words), len(pairs.keys), len(triples.keys)])
    parts = (
        sizes,
        (pairs_heads := heads),
        (pairs.keys & 0xFFFF) << 8 | levels(pairs),
        blocks,
        rows,
    )
    del pairs_heads
    first, *others = (part.astype("<u4").tobytes() for part in parts)
    padded = words.astype(np.uint8).tobytes() + bytes(-len(words) % 4)
    (folder / "counts.bin").write_bytes(b"".join((MAGIC, first, padded, *others)))


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


def levels(counted: Counted) -> Array:
    """Return the byte that stands for each count."""
    times = np.searchsorted(TIMES, counted.times, "right") - 1
    publishers = np.searchsorted(PUBLISHERS, counted.publishers, "right") - 1
    return (times * len(PUBLISHERS) + publishers).astype(np.uint64)
