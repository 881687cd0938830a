"""A stream -> the words that are counted, and how often they, pairs and triples of them stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from newslint.text.context_tokens import BOUNDARIES, CLASSES, token
from tools.counts.corpus import HYPHEN, MARKS, Stream
from tools.counts.sentences import shown_capitals

FEWEST = 3
"""Publishers that must have what is counted."""

FAMED = 30
"""... and a name, to be counted by itself."""

NAMELIKE = 0.8
"""Share of capitals, inside sentences, from which a word is a name."""

MOST_WORDS = 1 << 16

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Counted:
    """Things that are counted, sorted by key; how often each stands, with how many publishers."""

    keys: Array
    times: Array
    publishers: Array


def vocabulary(stream: Stream) -> list[str]:
    """Return the words that are counted by themselves, classes and boundaries among them."""
    lowered, numbers = _numbered([_lower(form) for form in stream.forms])
    counted = count(numbers[stream.tokens], stream.houses)
    share = np.zeros(len(lowered))
    capitals, inside = shown_capitals(stream)
    np.add.at(share, numbers, capitals)
    share /= np.maximum(np.bincount(numbers, inside, len(lowered)), 1)
    needed = np.where(share < NAMELIKE, FEWEST, FAMED)
    words = {
        lowered[key]
        for key, publishers in zip(counted.keys.tolist(), counted.publishers.tolist(), strict=True)
        if publishers >= needed[key] and not lowered[key][0].isdigit()
    }
    return sorted(words.union(BOUNDARIES, CLASSES) - {HYPHEN})


def as_counted(stream: Stream, numbers: dict[str, int]) -> tuple[Array, Array]:
    """Return the numbers of the tokens that a stream's forms are, and their houses."""
    table = np.array([_number(form, numbers) for form in stream.forms], np.uint64)
    kept = stream.tokens != MARKS.index(HYPHEN)
    return table[stream.tokens[kept]], stream.houses[kept]


def pairs(tokens: Array, houses: Array) -> Counted:
    """Count pairs; a key is the first word's number, then sixteen bits of the second's."""
    return count(tokens[:-1] << 16 | tokens[1:], houses[1:])


def triples(tokens: Array, houses: Array, end: int) -> Counted:
    """Count triples; none has the end of a sentence in its middle."""
    keys = tokens[:-2] << 32 | tokens[1:-1] << 16 | tokens[2:]
    whole = tokens[1:-1] != end
    return count(keys[whole], houses[2:][whole])


def count(keys: Array, houses: Array) -> Counted:
    """Count `keys`, of 48 bits at most, and keep what enough publishers have."""
    rows = np.sort(keys.astype(np.uint64) << 16 | houses)
    new_row = _changes(rows)
    rows >>= 16
    starts = np.flatnonzero(_changes(rows))
    times = np.diff(starts, append=len(rows))
    publishers = np.add.reduceat(new_row, starts, dtype=np.int64)
    wide = publishers >= FEWEST
    return Counted(rows[starts[wide]], times[wide], publishers[wide])


def _changes(rows: Array) -> Array:
    """Return for each row whether it differs from the one before."""
    return np.concatenate(([True], rows[1:] != rows[:-1]))


def _number(form: str, numbers: dict[str, int]) -> int:
    if form == HYPHEN:
        return 0
    return numbers[form if form in BOUNDARIES else token(form, numbers.__contains__)]


def _lower(form: str) -> str:
    return form.lower().replace("’", "'")


def _numbered(strings: list[str]) -> tuple[list[str], Array]:
    """Return the distinct strings, and which of them each one is."""
    numbers: dict[str, int] = {}
    each = [numbers.setdefault(string, len(numbers)) for string in strings]
    return [*numbers], np.array(each)
