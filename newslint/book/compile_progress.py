"""Show progress on a terminal while a large book is compiled."""

# ruff: noqa: PTH116

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from newslint.core.progress_line import ProgressLine, is_terminal

if TYPE_CHECKING:
    from newslint.book.book_files import BookFile
    from newslint.core.name import Name
    from newslint.core.rule import Rule


LARGE = 4_000_000
"""Bytes from which a book takes more than a few seconds to compile."""


def with_progress(
    content: Iterable[Rule | Name], files: Sequence[BookFile]
) -> Iterator[Rule | Name]:
    """The content of `files`, with a line on standard error that shows how much is read."""
    large = sum(os.stat(file.path).st_size for file in files) >= LARGE
    if not (large and sys.stderr and is_terminal(sys.stderr)):
        yield from content
        return
    lines = {file.shown: file.read().count(b"\n") + 1 for file in files}
    before, total, current = 0, sum(lines.values()), ""
    with closing(ProgressLine(sys.stderr)) as progress:
        for item in content:
            path, line = item.where
            if path != current:
                before += lines.get(current, 0)
                current = path
            done = 100 * (before + line) // total
            progress.update(partial("compiling the names book: {} %".format, done))
            yield item
