"""Train vectors of words on a corpus: python -m tools.counts.vectors STREAM FOLDER [--without F/N].

FOLDER holds counts compiled by `tools.counts`; `newslint.lexicon.word_vectors` reads what is
written beside them. Each word is told from slips of it and from words at random by the words around
it: the sums of their vectors, one vector for each place. One thread, so that the same corpus gives
the same vectors; an hour of a slow machine.
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
from tools.counts.ngrams import as_counted

Array = np.ndarray[Any, np.dtype[Any]]

SIZE = 48
"""Length of a vector."""

VISITS = 1.5

RATE = 0.05
"""How far the vectors move at first; less and less then."""

AT_ONCE = 1 << 20
"""Tokens between two changes of the rate."""

KINDS, ENDINGS, LAST = 16_000, 500, 3
"""Words around that have vectors of their own; rarer ones share those of their last letters."""

FREQUENT = 120
"""Words that say nothing from afar."""

THINNED = 1e-3
"""Share of the corpus above which a word is visited less often than it stands there."""

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
    """Return vectors for the words that are counted in `folder`, trained on a stream.

    Each token is visited `visits` times before frequent ones are thinned out.
    """
    from tools.counts.descent import descend

    counts = Counts(folder)
    forms = [""] + [counts.token(number) for number in range(1, counts.words + 1)]
    tokens = as_counted(stream, {form: at for at, form in enumerate(forms) if at})[0]
    tokens = tokens.astype(np.uint16)
    times = np.bincount(tokens, minlength=len(forms)).astype(np.float64)
    order = np.argsort(-times)
    kinds = kinds_of(forms, times, order, counts)
    is_small = np.zeros(len(forms), np.bool_)
    is_small[order[:FREQUENT]] = True
    is_word = np.array([form[:1].isalnum() for form in forms])
    heads, slips = slips_of(counts)
    chances = np.cumsum(np.where(is_word, times**0.75, 0))
    drawn = np.searchsorted(chances, (np.arange(DRAWN) + 0.5) / DRAWN * chances[-1])
    visited = np.minimum(1, np.sqrt(THINNED * times.sum() / np.maximum(times, 1)))
    near = np.random.default_rng(1).random((2 * NEAR + 1, KINDS + ENDINGS + 2, SIZE)) - 0.5
    found = Vectors(
        forms,
        np.zeros((len(forms), SIZE), np.float32),
        np.zeros(len(forms), np.float32),
        (near / SIZE).astype(np.float32),
        kinds,
        is_small,
    )
    total, done = int(visits * len(tokens)), 0
    while done < total:
        begin = done % len(tokens)
        end = min(begin + AT_ONCE, len(tokens))
        descend(
            tokens,
            (begin, end),
            (kinds, is_small, (visited * is_word).astype(np.float32)),
            (heads, slips, drawn.astype(np.int32)),
            (found.own, found.biases, found.around),
            np.float32(RATE * max(1e-3, 1 - done / total)),
            counts.number(END),
            done // AT_ONCE + 1,
        )
        done += end - begin
    return found


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
    """Return what may be written for each word, and where that begins."""
    pairs = sorted(
        (rival, number) for number in range(1, counts.words + 1) for rival in counts.rivals(number)
    )
    table = np.array(pairs, np.int32).reshape(-1, 2)
    return np.searchsorted(table[:, 0], np.arange(counts.words + 2)), table[:, 1].copy()


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
        + (found.kinds[rows] | SMALL * found.is_small[rows]).astype("<u2").tobytes()
        + b"".join(part.tobytes() for part in parts)
    )


def in_bytes(vectors: Array) -> tuple[float, Array]:
    """Return what a step of 1 stands for, and the vectors in such steps."""
    used = np.abs(vectors[np.abs(vectors).sum(1) > 0])
    step = float(np.quantile(used, CLIPPED)) / 127
    return step, np.clip(np.rint(vectors / step), -127, 127).astype(np.int8)


if __name__ == "__main__":
    main()
