"""Reviewdog's format, which counts bytes."""

from __future__ import annotations

import json

from newslint.text.source import Source
from tests.report.builders import ODD_COPY, slip, written


def test_rdjson_counts_bytes(odd: Source) -> None:
    (diagnostic,) = json.loads(written("rdjson", odd, [slip(odd)]))["diagnostics"]
    start = diagnostic["location"]["range"]["start"]
    line = ODD_COPY.splitlines()[0].encode()
    assert line[start["column"] - 1 :].startswith(b"Harstom left")
    assert diagnostic["suggestions"][0]["text"] == "Harstorm"
