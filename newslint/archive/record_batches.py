"""Findings of an Arrow record batch of articles, as a record batch: what engines map.

    from newslint.archive.record_batches import findings_of

Books and lexicon are opened once a process and mapped into memory, so that a task that is sent to
another machine is small.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from newslint.archive.article_linter import ArchiveTask, FindingRow
from newslint.archive.table_writers import schema
from newslint.archive.worker import article_linter
from newslint.book.selection import Selection
from newslint.book.settings import Layer, Settings
from newslint.core.language import known_language
from newslint.core.optional import load
from newslint.text.tables.article import Columns, Place, from_row, refuse_unknown

if TYPE_CHECKING:
    import pyarrow

Many: TypeAlias = str | Iterable[str]
"""One string or several."""


def findings_of(
    batch: pyarrow.RecordBatch,
    *,
    text: str = "text",
    title: str = "",
    id: str = "",  # noqa: A002  (what it is called on the command line, too)
    names: Many = (),
    rules: Many = (),
    style: str = "",
    language: str = "",
    select: Many = (),
    ignore: Many = (),
) -> pyarrow.RecordBatch:
    """Lint the articles of `batch`: a row for each finding, in the order of the articles.

    `batch` may also be a table.

    `text`, `title` and `id` name columns; without `id`, an article is called by its row in the
    batch, from 0. The other arguments are the options of the command line. The columns are those
    of `newslint archive`. A row without a `rule` has in `message` what failed for an article;
    such errors are not raised. Raises a NewslintError for a fault in a book or a missing column.
    """
    columns = Columns(text, title, id)
    refuse_unknown(columns, batch.schema.names, "the batch")
    layer, selection = Layer(_many(names), _many(rules)), Selection(_many(select), _many(ignore))
    settings = Settings((layer,), style, (selection,)).in_language(known_language(language))
    examiner = article_linter(ArchiveTask(columns, settings))
    rows: list[dict[str, Any]] = []
    for at, values in enumerate(batch.select(columns.wanted).to_pylist()):
        outcome = examiner.outcome(from_row(values, columns, Place(0, at), str(at)))
        rows += (row._asdict() for row in outcome.rows)
        rows += (
            {"article": error.article, "message": error.error, **examiner.versions}
            for error in outcome.errors
        )
    arrow = load("pyarrow", "archive", "a record batch")
    return arrow.RecordBatch.from_pylist(rows, schema(FindingRow._fields))


def _many(values: Many) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)
