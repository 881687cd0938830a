"""What a worker of any executor does: open the books of a task once, and lint batches in time."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterable
from functools import lru_cache

from newslint.archive.article_linter import ArchiveTask, ArticleLinter, book_version
from newslint.archive.batch_result import BatchResult, batch_result
from newslint.core.errors import NewslintError
from newslint.core.version import __version__
from newslint.text.tables.article import Article

KEPT = 4
"""Books that a process keeps open, for those who hold one job's batches to several."""


PATIENCE = 300.0
"""Seconds after which a worker is held to be lost; a batch takes less than one."""


@lru_cache(KEPT)
def article_linter(task: ArchiveTask) -> ArticleLinter:
    """The books of a task, opened.

    A NewslintError says what is wrong with them, or that they are not those of whoever set the
    task: the rows of two workers could then not be told from those of one.
    """
    book = book_version(task.settings)
    if task.newslint != __version__:
        raise NewslintError(f"a worker has newslint {__version__}, and not {task.newslint}")
    if task.book and task.book != book:
        raise NewslintError(f"a worker has other books ({book}, and not {task.book})")
    return ArticleLinter(task._replace(book=book))


def examine(task: ArchiveTask, batch: Iterable[Article]) -> BatchResult:
    """The portion of a batch; the process ends if that takes more than `PATIENCE`.

    A watch of faulthandler's sees to that: it needs no turn of the interpreter, which a regular
    expression that has run away does not give.
    """
    examiner = article_linter(task)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  (nobody wants the traceback)
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere)
        try:
            return batch_result(examiner, batch)
        finally:
            faulthandler.cancel_dump_traceback_later()
