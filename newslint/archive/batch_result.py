"""The results of a batch of articles, as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from newslint.archive.article_linter import ArticleLinter
from newslint.core.record import NamedTuple
from newslint.text.tables.article import Article
from newslint.text.tables.web_page import with_page_text


class BatchResult(NamedTuple):
    """The result of a batch: lines of JSON for each table, and counts."""

    findings: bytes
    errors: bytes
    changes: bytes
    names: bytes
    measures: bytes
    articles: int
    found: int
    failed: int
    unread: int  # files that could not be read to their end


def batch_result(linter: ArticleLinter, articles: Iterable[Article]) -> BatchResult:
    """Lint a batch of articles."""
    done = [(article, linter.outcome(article)) for article in map(with_page_text, articles)]
    rows = [row for _, outcome in done for row in outcome.rows]
    errors = [error for _, outcome in done for error in outcome.errors]
    changes = [[*article.place, outcome.changed] for article, outcome in done if outcome.changed]
    return BatchResult(
        _lines(row._asdict() for row in rows),
        _lines(error._asdict() for error in errors),
        _lines(changes),
        _lines([a.id, a.date, outcome.names] for a, outcome in done if outcome.names),
        _lines(outcome.measure for _, outcome in done if outcome.measure),
        sum(not article.whole for article, _ in done),
        len(rows),
        len(errors),
        sum(article.whole for article, _ in done),
    )


def _lines(objects: Iterable[object]) -> bytes:
    """One line of JSON for each object; half of a surrogate pair becomes an escape."""
    text = "".join(json.dumps(found, ensure_ascii=False) + "\n" for found in objects)
    return text.encode("utf-8", "backslashreplace")
