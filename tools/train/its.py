"""Fit the model of its and it's: python -m tools.train.its STREAM COUNTS.

STREAM is what `tools.counts --keep` keeps, and COUNTS a folder for each fold of publishers, as
`tools.train.folds` compiles them. Each place in a fold where news has either word is an example,
and the word that stands there is taken to be meant: one in a thousand is not, and the model will
not believe it. One fold is kept out.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from newslint.evidence.additive_model import WEIGHTS
from newslint.evidence.real_words.its import FITS, IT_IS, ITS, REPORT, ItsOrItIs
from newslint.evidence.real_words.word_in_context import AROUND, Place, WordsInContext
from newslint.lexicon.counts import Counts
from newslint.lexicon.word_vectors import WordVectors
from tools.counts.corpus import Stream
from tools.counts.ngrams import as_counted
from tools.train import curves
from tools.train.curves import Table
from tools.train.examples import FOLDS, KEPT_OUT
from tools.train.report import write_model

Array = np.ndarray[Any, np.dtype[Any]]

EACH = 0.6
"""Share of the places that are examples."""

Examples = tuple[list[dict[str, float]], list[bool]]


def main() -> None:
    """Gather examples, judge each fold by a model of the others, and write the model of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stream", type=Path)
    parser.add_argument("counts", type=Path)
    options = parser.parse_args()
    stream = Stream.load(options.stream)
    rows, meant, folds = list[dict[str, float]](), list[bool](), list[int]()
    for fold in range(FOLDS):
        if fold != KEPT_OUT:
            found, is_meant = gather(only(stream, fold), options.counts / str(fold))
            rows += found
            meant += is_meant
            folds += [fold] * len(found)
    table = Table.of(rows, meant)
    scores, model = curves.cross_fit(table, np.array(folds), np.ones(len(rows), np.bool_), 1.0)
    scores += FITS * np.array([row["fits"] for row in rows])
    write_model(Path(WEIGHTS) / "its.json", *model, figures(scores, table.slips == 1), date.today())


def only(stream: Stream, fold: int) -> Stream:
    """Return the publishers of one fold."""
    for other in range(FOLDS):
        if other != fold:
            stream = stream.without(other, FOLDS)
    return stream


def gather(stream: Stream, folder: Path) -> Examples:
    """Return the features of places, and whether it's stands in each."""
    counts = Counts(folder)
    either = ItsOrItIs(WordsInContext(counts, WordVectors(folder), {}, {}))
    numbers = {counts.token(number): number for number in range(1, counts.words + 1)}
    tokens = as_counted(stream, numbers)[0].astype(np.uint16)
    its, it_is = counts.number(ITS), counts.number(IT_IS)
    chance, rows, meant = Random(1), list[dict[str, float]](), list[bool]()
    for at in np.flatnonzero((tokens == its) | (tokens == it_is)).tolist():
        if AROUND < at < len(tokens) - AROUND and chance.random() < EACH:
            ahead, behind = tokens[at - AROUND : at][::-1], tokens[at + 1 : at + 1 + AROUND]
            place = Place(its, tuple(ahead.tolist()), tuple(behind.tolist()))
            rows.append(dict(either.features(either.weigh(place, it_is))))
            meant.append(bool(tokens[at] == it_is))
    return rows, meant


def figures(scores: Array, is_it_is: Array) -> dict[str, Any]:
    """Return how many places are reported, and the share of them if the other word stood there."""
    found: dict[str, Any] = {"places": len(scores)}
    for word, towards, stands in ((ITS, scores, ~is_it_is), (IT_IS, -scores, is_it_is)):
        is_told = towards > REPORT[word]
        found[f"{word}: reported"] = int((is_told & stands).sum())
        found[f"{word}: share that would be"] = round(float(is_told[~stands].mean()), 3)
    return found | {"report": min(REPORT.values())}


if __name__ == "__main__":
    main()
