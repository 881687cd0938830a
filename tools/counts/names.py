"""A stream -> the names in it: runs of capitalised words, their counts and publishers."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from newslint.lexicon.folding import fold
from newslint.text.english import LINKS
from newslint.text.tokenizer import split_possessive
from tools.counts.corpus import MARKS, Numbers, Stream
from tools.counts.ngrams import Array, count
from tools.counts.sentences import begins, capitalised, plain_sentences, shown_capitals

LONGEST = 4
"""Parts of a name; small words between them are none."""

SMALL = LINKS | {"of", "the", "for", "&"}
MOST_SMALL = 3

COMMON = 0.5
"""Share of capitals under which a word is no part of a name where it begins a sentence."""

HYPHEN = MARKS.index("-")


class Name(NamedTuple):
    """A folded name, how it stands most often, how often, and with how many publishers."""

    key: str
    form: str
    times: int
    publishers: int


def names(stream: Stream) -> list[Name]:
    """Return the names that enough publishers print."""
    forms = Numbers()
    found = array("Q")
    for house, name in _printed(stream):
        found.append(forms[name] << 16 | house)
    rows = np.frombuffer(found, np.uint64)
    keys = Numbers()
    key_of = np.array([keys[fold(form)] for form in forms], np.uint64)
    places = (rows >> 16).astype(np.int64)
    counted = count(key_of[places], rows & 0xFFFF)
    usual = _usual(key_of, np.bincount(places, minlength=len(forms)), [*forms])
    spelt = [*keys]
    table = zip(
        counted.keys.tolist(), counted.times.tolist(), counted.publishers.tolist(), strict=True
    )
    return sorted(Name(spelt[key], usual[key], *numbers) for key, *numbers in table)


def _usual(key_of: Array, times: Array, forms: list[str]) -> dict[int, str]:
    """Return the commonest form of each key."""
    return {int(key_of[at]): forms[at] for at in np.argsort(times, kind="stable").tolist()}


def _printed(stream: Stream) -> Iterator[tuple[int, str]]:
    """Yield every name of one to four parts, longer ones in every such piece, and its house."""
    for at, parts in _Runs(stream):
        house = int(stream.houses[at])
        for first in range(len(parts)):
            name = parts[first][1]
            yield house, name
            for small, part in parts[first + 1 : first + LONGEST]:
                name = f"{name} {small}{part}"
                yield house, name


class _Runs:
    """Runs of capitalised words: (place, [(small words before it, part), ...])."""

    def __init__(self, stream: Stream) -> None:
        capitals, inside = shown_capitals(stream)
        lowered: dict[str, int] = {}
        numbers = np.array(
            [lowered.setdefault(form.lower(), len(lowered)) for form in stream.forms]
        )
        share = np.bincount(numbers, capitals) / np.maximum(np.bincount(numbers, inside), 1)
        common = (share < COMMON)[numbers]
        self._words = stream.tokens
        self._member = (
            capitalised(stream)[self._words]
            & plain_sentences(stream)
            & ~(begins(stream) & common[self._words])
        )
        self._forms = stream.forms
        self._end = len(self._words)

    def __iter__(self) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        done = 0
        for at in np.flatnonzero(self._member).tolist():
            if at >= done:
                parts, done = self._run(at)
                yield at, parts

    def _run(self, at: int) -> tuple[list[tuple[str, str]], int]:
        """Return the run that begins at `at`, and where it is over."""
        parts, small = [], ""
        while True:
            part, at, owns = self._part(at)
            parts.append((small, part))
            if owns:
                return parts, at
            small, following = self._small(at)
            if not self._is_member(following):
                return parts, at
            at = following

    def _part(self, at: int) -> tuple[str, int, bool]:
        """Return the part at `at` with what hyphens add to it, its end, and if it is possessive."""
        part = ""
        while True:
            word, ending = split_possessive(self._form(at))
            part += word
            joined = at + 1 < self._end and self._words[at + 1] == HYPHEN
            if (
                ending
                or not joined
                or not (self._is_member(at + 2) or self._form(at + 2).isdigit())
            ):
                return part, at + 1, bool(ending)
            part += "-"
            at += 2

    def _small(self, at: int) -> tuple[str, int]:
        """Return the small words at `at`, and the place behind them."""
        small = ""
        for _ in range(MOST_SMALL):
            if self._form(at) not in SMALL:
                break
            small += f"{self._form(at)} "
            at += 1
        return small, at

    def _is_member(self, at: int) -> bool:
        return at < self._end and bool(self._member[at])

    def _form(self, at: int) -> str:
        return self._forms[self._words[at]] if at < self._end else ""
