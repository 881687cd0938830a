"""The inner loop of `tools.counts.vectors`, compiled by numba: stochastic gradient descent."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from newslint.lexicon.word_vectors import NEAR

SLIPS, RANDOM = 4, 4
"""Words that each word is told from: slips of it, and words drawn at random."""

AROUND = 14
"""Words on either side that are looked at."""

MARGIN = AROUND + 2


@njit(fastmath=True)  # type: ignore[misc]
def _next(state: Any) -> Any:
    """The next pseudo-random number."""
    state ^= state << np.uint64(13)
    state ^= state >> np.uint64(7)
    state ^= state << np.uint64(17)
    return state


@njit(fastmath=True)  # type: ignore[misc]
def descend(  # noqa: PLR0912, PLR0915, PLR0917
    tokens: Any, part: Any, words: Any, negatives: Any, vectors: Any, rate: Any, end: int, seed: int
) -> None:
    """Visit the tokens of a part, and move `vectors` towards telling each from other words."""
    kinds, is_small, visited = words
    heads, slips, drawn = negatives
    own, biases, around = vectors
    size = own.shape[1]
    state = np.uint64(seed * 1000003 + 12345)
    total, change = np.zeros(size, np.float32), np.zeros(size, np.float32)
    near, far = np.zeros(2 * NEAR, np.int32), np.zeros(2 * AROUND, np.int32)
    for at in range(max(part[0], MARGIN), min(part[1], len(tokens) - MARGIN)):
        word = tokens[at]
        state = _next(state)
        if (state & np.uint64(0xFFFFFF)) / 16777216.0 >= visited[word]:
            continue
        near[:] = 0
        for side in range(2):
            for step in range(NEAR):
                token = tokens[at - 1 - step] if side == 0 else tokens[at + 1 + step]
                near[side * NEAR + step] = kinds[token]
                if token == end:
                    break
        many = 0
        for step in range(2, AROUND + 1):
            for token in (tokens[at - step], tokens[at + step]):
                if not is_small[token]:
                    far[many] = kinds[token]
                    many += 1
        scale = np.float32(1 / np.sqrt(many + 1.0))
        for i in range(size):
            total[i] = 0
            change[i] = 0
        for k in range(many):
            row = around[2 * NEAR, far[k]]
            for i in range(size):
                total[i] += row[i]
        for i in range(size):
            total[i] *= scale
        for k in range(2 * NEAR):
            if near[k]:
                row = around[k, near[k]]
                for i in range(size):
                    total[i] += row[i]
        of_word = heads[word + 1] - heads[word]
        for nth in range(1 + SLIPS + RANDOM):
            other, is_meant = np.int32(word), np.float32(nth == 0)
            if nth:
                state = _next(state)
                random = np.int64(state >> np.uint64(20))
                if nth <= SLIPS and of_word > 0:
                    other = slips[heads[word] + random % of_word]
                else:
                    other = drawn[random % len(drawn)]
                if other == word:
                    continue
            vector = own[other]
            height = biases[other]
            for i in range(size):
                height += vector[i] * total[i]
            step_by = (is_meant - np.float32(1 / (1 + np.exp(-height)))) * rate
            for i in range(size):
                change[i] += step_by * vector[i]
                vector[i] += step_by * total[i]
            biases[other] += step_by
        for k in range(2 * NEAR):
            if near[k]:
                row = around[k, near[k]]
                for i in range(size):
                    row[i] += change[i]
        for i in range(size):
            change[i] *= scale
        for k in range(many):
            row = around[2 * NEAR, far[k]]
            for i in range(size):
                row[i] += change[i]
