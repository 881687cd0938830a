"""Compile the counts of a corpus: python -m tools.counts CORPUS FOLDER [--without FOLD/FOLDS]."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.lexicon.lexicon import shipped
from newslint.text.context_tokens import END
from tools.counts.corpus import Stream, read
from tools.counts.names import names
from tools.counts.ngrams import as_counted, count, pairs, triples, vocabulary
from tools.counts.rivals import find_rivals
from tools.counts.write import write_counts, write_names, write_words


def compile_counts(stream: Stream, folder: Path) -> None:
    """Write the counts of `stream` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = write_words(folder, vocabulary(stream))
    tokens, houses = as_counted(stream, numbers)
    single, of_two = count(tokens, houses), pairs(tokens, houses)
    of_three = triples(tokens, houses, numbers[END])
    write_counts(folder, single, of_two, of_three, find_rivals(numbers, single, shipped()))
    found = names(stream)
    write_names(folder, found)
    print(
        f"{len(stream.publishers)} publishers, {len(tokens)} tokens: {len(numbers)} words, "
        f"{len(of_two.keys)} pairs, {len(of_three.keys)} triples, {len(found)} names"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", metavar="FOLD/FOLDS", help="leave a fold of publishers out")
    options = parser.parse_args()
    stream = Stream.load(options.corpus) if options.corpus.is_dir() else read(options.corpus)
    if options.without:
        stream = stream.without(*map(int, options.without.split("/")))
    compile_counts(stream, options.folder)


main()
