"""WARC: the pages of a crawl, plain or packed.

A page is unpacked, and its text taken out of it, by whoever lints it (`text_of`): that is the work
of several processes, and what is wrong with a page costs only that page. Reading the file is the
work of one. It hands on each record by itself, with no more than its page needs.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from newslint.core.errors import NewslintError, SourceError
from newslint.core.errors import os_error_reason as error_text
from newslint.core.optional import load
from newslint.text.source import size
from newslint.text.tables.article import LONGEST, Article, Columns, Place, Rows, Texts
from newslint.text.tables.streams import UNREADABLE

FAULTS = UNREADABLE

PAGES = ("text/html", "application/xhtml+xml")

LARGEST = 4 * LONGEST
"""Maximum bytes of a page, packed or not."""


TOO_LARGE = f"longer than {LARGEST:,} bytes"

_HEAD = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "


def check(path: str, columns: Columns) -> None:
    """Check that the reader is installed and that the file begins as a WARC file does."""
    load("trafilatura", "archive", "WARC")
    if size(path) and next(iter(_records(path)), None) is None:
        raise SourceError(path, "there is no page in it, or it is no WARC file")
    with open(path, "rb"):  # noqa: PTH123  (only whether it can be)
        pass


def articles(path: str, file: int, columns: Columns, skip: int) -> Rows:
    """The pages after the first `skip`; their address is both id and source."""
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
                    read=record.stream_pos,
                )
                body = record.reader.read(LARGEST + 1)
                if len(body) > LARGEST:
                    yield article._replace(fault=TOO_LARGE)
                else:
                    yield article._replace(page=_by_itself(record.http_headers, body))
    except FAULTS as error:
        yield Article(Place(file, row), path, fault=error_text(error), whole=True)


def rewrite(path: str, out: IO[bytes], texts: Texts) -> None:
    """Raise a NewslintError: a WARC file holds pages, and no text to replace."""
    raise NewslintError(f"{path}: pages of a crawl cannot be fixed (leave out --fixed)")


def text_of(page: bytes) -> tuple[str, str, str]:
    """Title, text and date of a page; all are empty if it holds no article.

    A NewslintError says why it cannot be unpacked.
    """
    trafilatura = load("trafilatura", "archive", "WARC")
    html = _unpacked(page)
    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    return (found.title or "", found.text or "", found.date or "") if found else ("", "", "")


def _records(path: str) -> Any:
    warc = load("fastwarc.warc", "archive", "WARC")
    kind = warc.WarcRecordType.response
    for record in warc.ArchiveIterator(path, record_types=kind, auto_decode="none"):
        if record.http_content_type in PAGES:
            yield record


def _by_itself(headers: Any, body: bytes) -> bytes:
    """A WARC record made of a single page."""
    lines = (f"{name}: {value}\r\n" for name, value in headers.astuples())
    head = f"{headers.status_line}\r\n{''.join(lines)}\r\n".encode("utf-8", "replace")
    return f"{_HEAD}{len(head) + len(body)}\r\n\r\n".encode() + head + body + b"\r\n\r\n"


def _unpacked(page: bytes) -> bytes:
    warc = load("fastwarc.warc", "archive", "WARC")
    try:
        record = next(iter(warc.ArchiveIterator(BytesIO(page), auto_decode="all")))
        body = bytes(record.reader.read(LARGEST + 1))
    except (*FAULTS, StopIteration) as error:
        raise NewslintError(error_text(error)) from None
    if len(body) > LARGEST:
        raise NewslintError(TOO_LARGE)
    return body
