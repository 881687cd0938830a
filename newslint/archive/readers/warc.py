"""WARC: the pages of a crawl, plain or packed.

The text of a page is taken out of it by whoever examines it (`text_of`), which is the work of
several processes; reading the file is that of one.
"""

from __future__ import annotations

from typing import IO, Any

from newslint.archive.article import LONGEST, Article, Columns, Place, Rows
from newslint.archive.readers import Texts
from newslint.archive.readers.streams import UNREADABLE
from newslint.errors import NewslintError, SourceError
from newslint.errors import reason as said
from newslint.extras import load
from newslint.source import size

FAULTS = UNREADABLE

PAGES = ("text/html", "application/xhtml+xml")


def check(path: str, columns: Columns) -> None:
    """What reads it must be installed, and it must begin as a WARC file does."""
    load("trafilatura", "archive", "WARC")
    if size(path) and next(iter(_records(path)), None) is None:
        raise SourceError(path, "there is no page in it, or it is no WARC file")
    with open(path, "rb"):  # noqa: PTH123  (only whether it can be)
        pass


def articles(path: str, file: int, columns: Columns, skip: int) -> Rows:
    """The pages behind the first `skip`; their ids, and what they are from, are their addresses."""
    row = 0
    try:
        for row, record in enumerate(_records(path)):
            if row >= skip:
                place = Place(file, row)
                address = record.headers.get("WARC-Target-URI") or ""
                article = Article(
                    place,
                    address or f"{path}:{row + 1}",
                    date=record.headers.get("WARC-Date") or "",
                    source=address,
                    page=record.reader.read(4 * LONGEST + 1),
                    read=record.stream_pos,
                )
                if len(article.page) > 4 * LONGEST:
                    article = article.failed(f"longer than {4 * LONGEST:,} bytes")
                yield article
    except FAULTS as error:
        yield Article(Place(file, row), path, fault=said(error), whole=True)


def rewrite(path: str, out: IO[bytes], texts: Texts) -> None:
    """Not possible: the text is not what stands in the file."""
    raise NewslintError(f"{path}: pages of a crawl cannot be fixed (leave out --fixed)")


def text_of(page: bytes) -> tuple[str, str, str]:
    """Title, text and date of a page; all are empty where there is no article on it."""
    trafilatura = load("trafilatura", "archive", "WARC")
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    return (found.title or "", found.text or "", found.date or "") if found else ("", "", "")


def _records(path: str) -> Any:
    warc = load("fastwarc.warc", "archive", "WARC")
    kind = warc.WarcRecordType.response
    for record in warc.ArchiveIterator(path, record_types=kind, auto_decode="all"):
        if record.http_content_type in PAGES:
            yield record
