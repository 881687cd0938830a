"""Vectors of words, which tell how well a word fits among the words around it.

Each word that may be meant has a vector, and each word around has one for each place where it may
stand: first, second or third to the left or the right, or farther off. The products of the first
with the sums of the others say how likely the word is there. `vectors.bin` is mapped, and `FORMAT`
describes it; `tools.counts.vectors` makes it.
"""

# ruff: noqa: PTH118, PTH202

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from math import sqrt
from operator import mul

from newslint.core.record import NamedTuple
from newslint.lexicon.counts import DATA, map_file
from newslint.native.choice import compiled

MAGIC = b"newslint vector\x01"

FORMAT = """
MAGIC, and four numbers: words, kinds of words around, length of a vector, number of the end token
scales    of the words' vectors, of those of near places, of far ones: what a step of 1 stands for
biases    for each number of a word, in steps of 1/1024: how likely it is anywhere
kinds     for each number of a word, its kind where it stands around another, and `SMALL`
vectors   of the words, a byte each number
places    vectors of the kinds of words for each of seven places
"""

NEAR = 3
"""Number of places to the left, and to the right, that have vectors of their own."""

SMALL = 1 << 15
"""Mark of a word that is too frequent to tell anything from afar."""

BIAS = 1 / 1024


class Surroundings(NamedTuple):
    """Sums of the vectors of the words around a place."""

    left: Sequence[int]
    right: Sequence[int]
    far: Sequence[int]
    far_scale: float


class Fit(NamedTuple):
    """How well a word fits to what is on either side, and farther off, and how likely it is."""

    left: float
    right: float
    far: float
    bias: float

    @property
    def total(self) -> float:
        """The logarithm of how much likelier the word is meant than it is a slip."""
        return self.left + self.right + self.far + self.bias


class WordVectors:
    """The vectors in `folder`."""

    def __init__(self, folder: str | os.PathLike[str] = DATA) -> None:
        """Map the file; raises a ValueError if it is damaged."""
        path = os.path.join(folder, "vectors.bin")
        at = len(MAGIC) + 28
        if os.path.getsize(path) < at or (view := memoryview(map_file(path)))[:16] != MAGIC:
            raise ValueError(f"{path}: not a file of vectors")
        self.words, kinds, size, self._end = view[len(MAGIC) : at - 12].cast("I")
        own, near, far = view[at - 12 : at].cast("f")
        self._near_step, self._far_step = own * near, own * far
        parts = []
        for length in (
            *(2 * (self.words + 1),) * 2,
            size * (self.words + 1),
            *(size * kinds,) * (2 * NEAR + 1),
        ):
            parts.append(view[at : at + length])
            at += length
        if len(view) != at:
            raise ValueError(f"{path}: damaged")
        self._size = size
        self._biases, self._kinds = parts[0].cast("h"), parts[1].cast("H")
        self._vectors = parts[2].cast("b")
        places = [part.cast("b") for part in parts[3:]]
        self._left, self._right, self._far = places[:NEAR], places[NEAR:-1], places[-1]
        held = self._kinds, self._vectors, view[at - sum(map(len, places)) :]
        self._compiled = compiled and compiled.Vectors(*held, size, NEAR, self._end)

    def around(self, ahead: Sequence[int], behind: Sequence[int]) -> Surroundings:
        """Sum up the tokens before and after a place, each time the nearest first.

        A seam of the compiled scanner, and so is `fit`.
        """
        if self._compiled:
            *sums, added = self._compiled.around(ahead, behind)
            left, right, afar = (memoryview(each).cast("i") for each in sums)
            return Surroundings(left, right, afar, self._far_step / sqrt(added + 1))
        far = [kind for token in (*ahead[1:], *behind[1:]) if (kind := self._kinds[token]) < SMALL]
        rows = [self._row(self._far, kind) for kind in far]
        return Surroundings(
            self._sum(self._near(self._left, ahead)),
            self._sum(self._near(self._right, behind)),
            self._sum(rows),
            self._far_step / sqrt(len(far) + 1),
        )

    def _near(self, places: Sequence[memoryview], tokens: Sequence[int]) -> Iterable[memoryview]:
        """The vectors of the nearest tokens, up to the end of the sentence."""
        for vectors, token in zip(places, tokens, strict=False):
            yield self._row(vectors, self._kinds[token] & ~SMALL)
            if token == self._end:
                return

    def fit(self, word: int, around: Surroundings) -> Fit:
        """How well a word fits into its surroundings."""
        if self._compiled:
            left, right, far = self._compiled.products(word, *around[:3])
        else:
            own = self._row(self._vectors, word)
            left, right, far = (sum(map(mul, own, summed)) for summed in around[:3])
        return Fit(
            left * self._near_step,
            right * self._near_step,
            far * around.far_scale,
            self._biases[word] * BIAS,
        )

    def _row(self, vectors: memoryview, number: int) -> memoryview:
        return vectors[number * self._size : (number + 1) * self._size]

    def _sum(self, rows: Iterable[memoryview]) -> Sequence[int]:
        return tuple(map(sum, zip(*rows, strict=True))) or (0,) * self._size


@cache
def shipped_vectors() -> WordVectors:
    """The vectors of the wheel, opened once a process."""
    return WordVectors()
