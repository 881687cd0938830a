"""Streams: unpacked by the ending of a name, and read line by line within bounds."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.tables import streams
from newslint.text.tables.streams import UNREADABLE, lines, opened

LIMIT = 8


@given(st.lists(st.sampled_from([b"a", b"bb", b"\n", b"c" * LIMIT, b"\r\n"]), max_size=12))
def test_no_byte_is_lost_and_no_line_is_too_long(parts: list[bytes]) -> None:
    data, seen = b"".join(parts), bytearray()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "LONGEST", LIMIT)
        for line in lines(BytesIO(data), seen.extend):
            assert line is None or len(line) <= LIMIT
            seen += line or b""
    assert seen == data


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "A.CSV.GZ", "a.csv.zst"])
def test_packed_or_not_the_bytes_are_the_same(folder: Path, name: str) -> None:
    packed = b"one\ntwo\n"
    if name.lower().endswith("gz"):
        packed = gzip.compress(packed)
    elif name.endswith("zst"):
        packed = pytest.importorskip("zstandard").compress(packed)
    Path(name).write_bytes(packed)
    with opened(name) as stream:
        assert list(lines(stream.data)) == [b"one\n", b"two\n"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.jsonl.gz", slice(0, -9)),
        ("a.jsonl.gz", slice(5, None)),
        ("a.csv.zst", slice(5, None)),
        ("a.csv.zst", slice(0, -9)),
    ],
)
def test_damage_raises_what_readers_expect(folder: Path, name: str, kept: slice) -> None:
    text = bytes(range(256)) * 40
    packed = gzip.compress(text)
    if name.endswith("zst"):
        packed = pytest.importorskip("zstandard").compress(text)
    Path(name).write_bytes(packed[kept])
    with opened(name) as stream, pytest.raises(UNREADABLE):
        stream.data.read()
