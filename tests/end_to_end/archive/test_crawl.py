"""Pages of a crawl (WARC)."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.end_to_end.archive.tables import read


def page(address: str, html: str | bytes, more: str = "") -> bytes:
    html = html if isinstance(html, bytes) else html.encode()
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2024-05-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def test_pages_of_a_crawl(archive: Run, folder: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    text = "The council met on Monday to hear what teh harbour needs before the winter comes. " * 4
    html = f"<html><title>Harbour</title><body><nav>Home</nav><article><p>{text}</p></article>"
    Path("a.warc").write_bytes(page("https://courier.example/1", html))
    done = archive("a.warc", "-o", "found.jsonl")
    assert done.exit_code == 0
    found = read("found.jsonl")
    assert {row["text"] for row in found} == {"teh"}
    assert {row["article"] for row in found} == {"https://courier.example/1"}
    assert "cannot be fixed" in archive("a.warc", "-o", "b.csv", "--fixed", "b.warc").stderr


def test_a_page_that_cannot_be_unpacked_costs_itself(archive: Run, folder: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    text = "The council met on Monday to hear what teh harbour needs before the winter comes. " * 4
    good = f"<html><title>Harbour</title><body><article><p>{text}</p></article>"
    bomb = gzip.compress(b"<p>" + b"a" * 21_000_000)
    pages = [
        page("a:1", good),
        page("a:2", bomb, "Content-Encoding: gzip\r\n"),
        page("a:3", "no gzip", "Content-Encoding: gzip\r\n"),
        page("a:4", "zz\r\nno length", "Transfer-Encoding: chunked\r\n"),
        page("a:5", good),
    ]
    Path("a.warc").write_bytes(b"".join(pages))
    assert archive("a.warc", "-o", "found.jsonl").exit_code == 0
    assert {row["article"] for row in read("found.jsonl")} == {"a:1", "a:5"}
    errors = read("found.errors.jsonl")
    assert [row["article"] for row in errors] == ["a:2", "a:3", "a:4"]
    assert errors[0]["error"] == "longer than 20,000,000 bytes"
