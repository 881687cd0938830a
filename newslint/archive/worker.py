"""A worker's part: the books of a task, opened once a process, and batches examined in good time.

It is the same on any engine. A worker is sent a Task, which is a few words, and Articles.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterable
from functools import lru_cache

from newslint.archive.article_linter import Examiner, Task, book_version
from newslint.archive.batch_result import Portion, portion
from newslint.core.errors import NewslintError
from newslint.core.version import __version__
from newslint.text.tables.article import Article

KEPT = 4
"""Books that a process keeps open, for those who hold one job's batches to several."""


PATIENCE = 300.0
"""Seconds after which a worker is held to be lost; a batch takes less than one."""


@lru_cache(KEPT)
def examiner_of(task: Task) -> Examiner:
    """The books of a task, opened.

    A NewslintError says what is wrong with them, or that they are not those of whoever set the
    task: the rows of two workers could then not be told from those of one.
    """
    book = book_version(task.settings)
    if task.newslint != __version__:
        raise NewslintError(f"a worker has newslint {__version__}, and not {task.newslint}")
    if task.book and task.book != book:
        raise NewslintError(f"a worker has other books ({book}, and not {task.book})")
    return Examiner(task._replace(book=book))


def examine(task: Task, batch: Iterable[Article]) -> Portion:
    """The portion of a batch; the process ends if that takes more than `PATIENCE`.

    A watch of faulthandler's sees to that: it needs no turn of the interpreter, which a regular
    expression that has run away does not give.
    """
    examiner = examiner_of(task)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  (nobody wants the traceback)
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere)
        try:
            return portion(examiner, batch)
        finally:
            faulthandler.cancel_dump_traceback_later()
