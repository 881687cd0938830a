"""Train vectors of words on a corpus: python -m tools.counts.vectors STREAM FOLDER [--without F/N].

FOLDER holds counts compiled by `tools.counts`; `newslint.lexicon.word_vectors` reads what is
written beside them. Each word is told from slips of it and from words at random by the words around
it: the sums of their vectors, one vector for each place. The loop is in C, so a compiler is needed.
It has one thread, so that the same corpus gives the same vectors on the same machine.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np

from newslint.lexicon.counts import Counts
from newslint.lexicon.word_vectors import BIAS, MAGIC, NEAR, SMALL
from newslint.text.context_tokens import END, UNKNOWN
from tools.counts.corpus import Stream
from tools.counts.descent import compile_descent
from tools.counts.ngrams import as_counted

Array = np.ndarray[Any, np.dtype[Any]]

SIZE = 64
"""Length of a vector."""

VISITS = 4.0

RATE = 0.05
"""How far the vectors move at first; less and less then."""

AT_ONCE = 1 << 20
"""Tokens between two changes of the rate."""

AROUND = 14
"""Words on either side that are looked at."""

SLIPS, RANDOM = 8, 4
"""Words that each word is told from: slips of it, and words drawn at random."""

KINDS, ENDINGS, LAST = 8_000, 500, 3
"""Words around that have vectors of their own; rarer ones share those of their last letters."""

FREQUENT = 120
"""Words that say nothing from afar."""

DRAWN = 1 << 22
"""Length of the table that words are drawn from at random."""

CLIPPED = 0.9995
"""Share of the numbers that a byte must hold; the others become its ends."""


@dataclass
class Vectors:
    """What is trained, by the place of a word in `forms`, and the kinds of words around."""

    forms: list[str]
    own: Array
    biases: Array
    around: Array
    kinds: Array
    is_small: Array


def main() -> None:
    """Read the command line, train, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stream", type=Path, help="a folder of tools.counts --keep")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", metavar="FOLD,FOLD/FOLDS", help="leave publishers out")
    options = parser.parse_args()
    stream = Stream.load(options.stream)
    if options.without:
        left_out, _, folds = options.without.partition("/")
        for fold in left_out.split(","):
            stream = stream.without(int(fold), int(folds))
    write_vectors(train(stream, options.folder), options.folder)


def train(stream: Stream, folder: Path, visits: float = VISITS) -> Vectors:
    """Return vectors for the words that are counted in `folder`.

    They are trained on a stream, each word of which is visited so many times.
    """
    counts = Counts(folder)
    forms = [""] + [counts.token(number) for number in range(1, counts.words + 1)]
    tokens = as_counted(stream, {form: at for at, form in enumerate(forms) if at})[0]
    tokens = tokens.astype(np.uint16)
    times = np.bincount(tokens, minlength=len(forms)).astype(np.float64)
    found = untrained(forms, times, counts)
    is_word = np.array([form[:1].isalnum() for form in forms])
    chances = np.cumsum(is_word * times**0.75)
    drawn = np.searchsorted(chances, (np.arange(DRAWN) + 0.5) / DRAWN * chances[-1])
    constants = {"SIZE": SIZE, "KINDS": found.around.shape[1], "NEAR": NEAR, "AROUND": AROUND}
    constants |= {"SLIPS": SLIPS, "RANDOM": RANDOM, "DRAWN": DRAWN, "END": counts.number(END)}
    read = tokens, found.kinds, found.is_small, is_word.astype(np.uint8), *slips_of(counts)
    moved = found.own, found.biases, found.around
    descend = compile_descent(constants)
    parts = [*range(AROUND, len(tokens) - AROUND, AT_ONCE), len(tokens) - AROUND]
    steps = int(visits * (len(parts) - 1))
    for done in range(steps):
        nth = done % (len(parts) - 1)
        rate = RATE * max(1e-3, 1 - done / steps)
        descend(*read, drawn.astype(np.int32), *moved, *parts[nth : nth + 2], done + 1, rate)
    return found


def untrained(forms: list[str], times: Array, counts: Counts) -> Vectors:
    """Return vectors to begin with, for words that stand so many times in the corpus."""
    order = np.argsort(-times, kind="stable")
    is_small = np.zeros(len(forms), np.uint8)
    is_small[order[:FREQUENT]] = 1
    size = (2 * NEAR + 1, KINDS + ENDINGS + 2, SIZE)
    around = (np.random.default_rng(1).random(size, dtype=np.float32) - 0.5) / SIZE
    own, biases = np.zeros((len(forms), SIZE), np.float32), np.zeros(len(forms), np.float32)
    return Vectors(forms, own, biases, around, kinds_of(forms, times, order, counts), is_small)


def kinds_of(forms: list[str], times: Array, order: Array, counts: Counts) -> Array:
    """Return for each word's number its kind where it stands around another."""
    kinds = np.zeros(len(forms), np.int32)
    kinds[order[:KINDS]] = np.arange(1, KINDS + 1)
    endings = Counter[str]()
    for number in order[KINDS:]:
        if times[number]:
            endings[forms[number][-LAST:]] += int(times[number])
    shared = {ending: KINDS + 1 + at for at, (ending, _) in enumerate(endings.most_common(ENDINGS))}
    unknown = kinds[counts.number(UNKNOWN)]
    for number in order[KINDS:]:
        kinds[number] = shared.get(forms[number][-LAST:], unknown) if number else 0
    return kinds


def slips_of(counts: Counts) -> tuple[Array, Array]:
    """Return for each word where its slips begin, and those: what may be written or meant for it.

    >>> class Few:
    ...     words = 3
    ...     def rivals(self, number):
    ...         return (1,) if number == 3 else ()
    >>> [array.tolist() for array in slips_of(Few())]
    [[0, 0, 1, 1, 2], [3, 1]]
    """
    pairs = [(word, rival) for word in range(1, counts.words + 1) for rival in counts.rivals(word)]
    both = sorted({pair for a, b in pairs for pair in ((a, b), (b, a))})
    table = np.array(both, np.int32).reshape(-1, 2)
    heads = np.searchsorted(table[:, 0], np.arange(counts.words + 2))
    return heads.astype(np.int32), table[:, 1].copy()


def write_vectors(found: Vectors, folder: Path) -> None:
    """Write `vectors.bin` for the words of `folder`, as `word_vectors.FORMAT` says."""
    words = marisa_trie.Trie().mmap(str(folder / "words.marisa"))
    place = {form: at for at, form in enumerate(found.forms)}
    rows = [0, *(place.get(words.restore_key(at), 0) for at in range(len(words)))]
    sizes = [len(words), found.around.shape[1], SIZE, words[END] + 1]
    near, far = found.around[:-1].reshape(-1, SIZE), found.around[-1]
    steps, parts = zip(*map(in_bytes, (found.own[rows], near, far)), strict=True)
    biases = np.clip(np.rint(found.biases[rows] / BIAS), -(1 << 15), (1 << 15) - 1)
    (folder / "vectors.bin").write_bytes(
        MAGIC
        + np.array(sizes, "<u4").tobytes()
        + np.array(steps, "<f4").tobytes()
        + biases.astype("<i2").tobytes()
        + (found.kinds[rows] | SMALL * found.is_small[rows].astype(int)).astype("<u2").tobytes()
        + b"".join(part.tobytes() for part in parts)
    )


def in_bytes(vectors: Array) -> tuple[float, Array]:
    """Return what a step of 1 stands for, and the vectors in such steps."""
    used = np.abs(vectors[np.abs(vectors).sum(1) > 0])
    step = float(np.quantile(used, CLIPPED)) / 127
    return step, np.clip(np.rint(vectors / step), -127, 127).astype(np.int8)


if __name__ == "__main__":
    main()
