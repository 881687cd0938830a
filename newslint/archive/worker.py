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
"""Number of open article linters in a process, for jobs that use several."""


PATIENCE = 300.0
"""Seconds after which a worker counts as lost; a batch takes less than one."""


@lru_cache(KEPT)
def article_linter(task: ArchiveTask) -> ArticleLinter:
    """The article linter for a task, opened once.

    Raises a NewslintError for a fault in the books, or if they are not the books of the process
    that set the task: rows of different books must not mix.
    """
    book = book_version(task.settings)
    if task.newslint != __version__:
        raise NewslintError(f"a worker has newslint {__version__}, and not {task.newslint}")
    if task.book and task.book != book:
        raise NewslintError(f"a worker has other books ({book}, and not {task.book})")
    return ArticleLinter(task._replace(book=book))


def examine(task: ArchiveTask, batch: Iterable[Article]) -> BatchResult:
    """Run a batch; the process ends if that takes more than `PATIENCE` seconds.

    The timer is faulthandler's: it works even while a regular expression keeps the interpreter
    busy.
    """
    examiner = article_linter(task)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  (nobody wants the traceback)
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere)
        try:
            return batch_result(examiner, batch)
        finally:
            faulthandler.cancel_dump_traceback_later()
