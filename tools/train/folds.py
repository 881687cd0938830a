"""Compile what folds are judged by: python -m tools.train.folds STREAM COUNTS FOLDER.

STREAM is what `tools.counts --keep` keeps, and COUNTS what it compiles. FOLDER gets a folder for
each fold of publishers that is fitted on, with counts and vectors that know nothing of it. Vectors
leave out two folds at once, since they take longest.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.counts.compile import compile_counts
from tools.counts.corpus import Stream
from tools.counts.vectors import train, write_vectors
from tools.train.examples import FOLDS

TOGETHER = ((0, 1), (3, 4))
"""Folds that are fitted on, by those that the same vectors know nothing of."""

VISITS = 6.0
"""Visits of each token: as many in all as the shipped vectors have with more copy."""


def main() -> None:
    """Read the command line, and compile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stream", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    stream = Stream.load(options.stream)
    for folds in TOGETHER:
        others = stream
        for fold in folds:
            others = others.without(fold, FOLDS)
            print(compile_counts(stream.without(fold, FOLDS), options.folder / str(fold)))
        vectors = train(others, options.counts, VISITS)
        for fold in folds:
            write_vectors(vectors, options.folder / str(fold))


if __name__ == "__main__":
    main()
