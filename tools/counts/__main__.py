"""Compile the counts of a corpus: python -m tools.counts CORPUS FOLDER [--without FOLD/FOLDS]."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.counts.compile import compile_counts
from tools.counts.corpus import Stream, read


def main() -> None:
    """Read the command line, compile, and say what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON Lines (zstd), or a folder of --keep")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the corpus as read")
    parser.add_argument("--without", metavar="FOLD/FOLDS", help="leave a fold of publishers out")
    options = parser.parse_args()
    stream = Stream.load(options.corpus) if options.corpus.is_dir() else read(options.corpus)
    if options.keep:
        stream.save(options.keep)
    if options.without:
        stream = stream.without(*map(int, options.without.split("/")))
    print(compile_counts(stream, options.folder))


if __name__ == "__main__":
    main()
