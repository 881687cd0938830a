"""What the fits of words and of names do alike: they read options, and gather from each fold."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tools.train.examples import FOLDS, KEPT_OUT

Example = TypeVar("Example")


def read_options(description: str | None) -> argparse.Namespace:
    """Return the options `corpus`, `counts` and `read` of the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("--read", type=Path, metavar="FILE")
    return parser.parse_args()


def gather_all(
    gather: Callable[[Path, Path, int], tuple[list[Example], int]], corpus: Path, counts: Path
) -> tuple[list[Example], int]:
    """Return the examples of all folds but the one kept out, and how many words were read."""
    examples, words = list[Example](), 0
    for fold in range(FOLDS):
        if fold != KEPT_OUT:
            found, number = gather(corpus, counts, fold)
            examples += found
            words += number
    return examples, words
