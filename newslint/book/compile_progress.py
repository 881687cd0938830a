"""Show progress on a terminal while a large book is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.book.book_files import BookFile
    from newslint.core.name import Name
    from newslint.core.rule import Rule


LARGE = 4_000_000
"""Bytes from which a book takes more than a few seconds to compile."""

WIDTH = 30
"""Letters of the bar."""


def with_progress(
    content: Iterable[Rule | Name], files: Sequence[BookFile]
) -> Iterator[Rule | Name]:
    """The content of `files`, with a bar on standard error while it is read."""
    stderr = sys.stderr
    sizes = [file.path.stat().st_size for file in files]
    if stderr is None or not stderr.isatty() or sum(sizes) < LARGE:
        yield from content
        return
    lines = {file.shown: file.read().count(b"\n") + 1 for file in files}
    before, total, shown = 0, sum(lines.values()), -1
    current = ""
    for item in content:
        if item.where.path != current:
            before += lines.get(current, 0)
            current = item.where.path
        done = 100 * (before + item.where.line) // total
        if done > shown:
            shown = min(done, 100)
            bar = "#" * (WIDTH * shown // 100)
            stderr.write(f"\rcompiling the names book [{bar:<{WIDTH}}] {shown:3} %")
            stderr.flush()
        yield item
    stderr.write("\r\x1b[K")
    stderr.flush()
