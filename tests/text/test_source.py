"""Sources: any bytes in, the same bytes out, or one clear line saying why not."""

from __future__ import annotations

import os
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.text.formats.reading import load
from newslint.text.source import Source, line_starts
from tests.examples import examples

ENCODINGS = {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_encoding_reads_the_same_and_writes_back_the_same_bytes(encoding: str) -> None:
    data = ENCODINGS[encoding] + "Zoë Brandt’s\r\nlast line 🦉".encode(encoding)
    source = Source.from_bytes(data, "story.txt")
    assert source.text == "Zoë Brandt’s\r\nlast line 🦉"
    assert source.to_bytes() == data
    assert Source.from_bytes(source.to_bytes("Zoë"), "story.txt").text == "Zoë"


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbf\xef\xbb\xbfx")
@example(b"\xff\xfe\xff\xfe")
def test_whatever_can_be_read_is_written_back_to_the_byte(data: bytes) -> None:
    with suppress(SourceError):
        assert Source.from_bytes(data, "x").to_bytes() == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PNG\0\0", "binary file (NUL byte at offset 3)"),
        (b"\xff\xfe\0\0a\0\0\0", "binary file (NUL characters in what claims to be UTF-16)"),
        (b"{\\rtf1\\ansi teh}", "rich text (RTF), which newslint reads if its name ends in .rtf"),
        (b"%PDF-1.4\nteh", "a PDF, which newslint does not read: save it as .docx or .txt"),
        (b"One.\r\nCaf\x8e two", "not valid UTF-8: byte 0x8E at offset 9, line 2"),
        (b"\xef\xbb\xbfa\xff", "not valid UTF-8: byte 0xFF at offset 4, line 1"),
        (b"a\xe2\x82", "not valid UTF-8: byte 0xE2 at offset 1, line 1 (unexpected end of data)"),
        (b"\xff\xfea\0b", "not valid UTF-16-LE: byte 0x62 at offset 4, line 1"),
    ],
)
def test_what_is_not_text_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        Source.from_bytes(data, "wire.txt")
    assert str(caught.value).startswith(f"wire.txt: {said}")


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    source = load(str(tmp_path / "empty.txt"))
    assert (source.text, source.to_bytes(), source.line_column(0)) == ("", b"", (1, 1))
    assert source.newline == "\n"


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, said in [
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "pipe", "is a named pipe, not a file"),
        (Path(os.devnull), "is a device, not a file"),
        (tmp_path / "missing.txt", "no such file or directory"),
        (Path("a\0b"), "no file has a NUL character in its name"),
    ]:
        with pytest.raises(SourceError) as caught:
            load(str(path))
        assert caught.value.reason == said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch(0o000)
    with pytest.raises(SourceError, match="permission denied"):
        load(str(tmp_path / "secret.txt"))


def test_a_text_that_cannot_be_written_down_is_an_error() -> None:
    with pytest.raises(SourceError, match="cannot be written as utf-8"):
        Source.from_text("x").to_bytes("\ud800")


def test_lines_end_with_any_line_end() -> None:
    source = Source.from_text("one\ntwo\r\nthree\rfour")
    places = [source.line_column(source.text.index(w)) for w in ("one", "two", "three", "four")]
    assert places == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert source.line_column(len(source.text)) == (4, 5)
    assert [source.line(n) for n in (1, 2, 3, 4)] == ["one", "two", "three", "four"]
    assert Source.from_text("a\r\nb\n").newline == "\r\n"


@examples(50)
@given(st.text(alphabet="ab\r\n\u2028é", max_size=30))
def test_line_and_column_say_where_an_offset_is(text: str) -> None:
    source = Source.from_text(text)
    for offset in range(len(text) + 1):
        line, column = source.line_column(offset)
        assert line_starts(text)[line - 1] + column - 1 == offset


@pytest.mark.slow
def test_short_lines_are_counted_without_keeping_them() -> None:
    text = "ab\n" * 50_000
    tracemalloc.start()
    line_starts(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * len(text)


@pytest.mark.slow
def test_one_line_of_20_megabytes() -> None:
    text = "Ilse Okoro spoke. " * 1_150_000
    source = Source.from_bytes(text.encode(), "long.txt")
    assert source.line_column(len(text) - 1) == (1, len(text))
