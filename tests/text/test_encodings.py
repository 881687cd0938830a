"""Encodings: what is declared or certain is read, the rest is refused; bytes stay bytes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.commands.lint import command
from newslint.core.errors import SourceError
from newslint.text.encodings import decode
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples

COPY = "Zoë Brandt’s café in Málaga – “open”, she said – made £3m."


@pytest.mark.parametrize(
    ("head", "written", "read_as"),
    [
        ('<meta charset="windows-1252">', "cp1252", "cp1252"),
        ("<!doctype html>\n<META CHARSET=latin1>", "cp1252", "cp1252"),
        ('<meta http-equiv=x content="text/html; charset=us-ascii">', "cp1252", "cp1252"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("<meta charset=utf-16>", "utf-8", "utf-8"),
        ('<?xml version="1.0" encoding="macintosh"?>', "mac_roman", "mac-roman"),
        ("<?xml version='1.0' encoding='windows-1252'?><meta charset=utf-8>", "cp1252", "cp1252"),
        ("<p>", "cp1252", "cp1252"),
    ],
)
def test_what_a_page_declares_holds(head: str, written: str, read_as: str) -> None:
    text = head + COPY
    decoded = decode(text.encode(written), "a.html")
    assert (decoded.text, decoded.encoding) == (text, read_as)


@pytest.mark.parametrize(
    "encoding", ["iso-8859-2", "iso-8859-15", "koi8-r", "shift_jis", "gb18030"]
)
def test_iso_8859_and_others_are_read_where_declared(encoding: str) -> None:
    text = (
        f"<meta charset={encoding}>"
        + {
            "iso-8859-2": "Wałęsa, Dvořák",
            "iso-8859-15": "œuvre €4",
            "koi8-r": "Правда",
            "shift_jis": "朝日",
            "gb18030": "人民",
        }[encoding]
    )
    data = text.encode(encoding)
    assert Source.from_bytes(data, "a.html").text == text
    assert Source.from_bytes(data, "a.html").to_bytes() == data
    with pytest.raises(SourceError, match="not valid UTF-8"):
        decode(data.replace(b"charset", b"name"), "a.html")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<meta charset=utf-8>Caf\xe9", "not valid UTF-8: byte 0xE9"),
        (b"<meta charset=klingon>x", "declares the encoding 'klingon', which is unknown"),
        (b"<meta charset=rot13>x", "declares the encoding 'rot13', which is unknown"),
        (b"<meta charset=windows-1252>\x81", "not valid CP1252: byte 0x81"),
        (b"<meta charset=utf-7>+AGE-", "not the one way to write its text in utf-7"),
    ],
)
def test_what_is_declared_and_not_so_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.html")
    assert caught.value.reason.startswith(said)


@pytest.mark.parametrize(
    "encoding", ["mac_roman", "cp437", "cp850", "cp1251", "shift_jis", "big5", "utf-16-le"]
)
def test_what_cannot_be_certain_is_refused(encoding: str) -> None:
    with pytest.raises(SourceError):
        decode((COPY + " Правда 朝日").encode(encoding, "ignore"), "a.txt")


def test_what_looks_like_windows_copy_is_read_as_that() -> None:
    for text in (COPY, "One é", "Señor Muñoz, François Müller", "½ price"):
        decoded = decode(text.encode("cp1252"), "a.txt")
        assert (decoded.text, decoded.certain) == (text, False)


def test_a_guess_is_fixed_with_ascii_alone(newslint: Run, tmp_path: Path) -> None:
    book = tmp_path / "desk.yaml"
    book.write_text("- {name: Zoë Harstorm, misspellings: [Zaoe Harstorm, Harstom]}\n")
    text = "Zaoe Harstorm’s café.\r\nZoë Harstom"
    for head, name in (("", "Zaoe"), ("<meta charset=windows-1252>", "Zoë")):
        page = tmp_path / "story.html"
        page.write_bytes((head + text).encode("cp1252"))
        done = newslint("--fix", "--names", str(book), str(page))
        right = head + text.replace("Harstom", "Harstorm").replace("Zaoe", name)
        assert page.read_bytes().decode("cp1252") == right
        assert done.exit_code == (name == "Zaoe")


def test_what_an_encoding_cannot_write_is_not_written(newslint: Run, tmp_path: Path) -> None:
    book = tmp_path / "desk.yaml"
    book.write_text("- {name: Lech Harstąm, misspellings: [Lech Harstum]}\n")
    page = tmp_path / "story.html"
    page.write_bytes(b"<meta charset=latin1>Lech Harstum")
    done = newslint("--fix", "--names", str(book), str(page))
    assert (done.exit_code, page.read_bytes()) == (1, b"<meta charset=latin1>Lech Harstum")


HEADS = (b"", b"<meta charset=cp1252>", b"<meta charset=utf-7>", b"<meta charset=gb18030>")


@given(st.binary(max_size=40), st.sampled_from(HEADS))
def test_whatever_is_read_is_written_back(data: bytes, head: bytes) -> None:
    with suppress(SourceError):
        assert Source.from_bytes(head + data, "x").to_bytes() == head + data


@examples(60)
@given(
    st.lists(
        st.sampled_from(
            [b"The co\xadoperative ", b"teh ", b"\xef\xbb\xbf", b"caf\xe9 ", b"\xad", b"line. "]
        ),
        min_size=1,
        max_size=6,
    ).map(b"".join)
)
@pytest.mark.slow
def test_what_is_fixed_is_fixed_for_the_next_run_too(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    page = tmp_path_factory.mktemp("turn") / "a.txt"
    page.write_bytes(data)
    fixed = []
    for _ in range(2):
        CliRunner().invoke(command, ["--isolated", "--no-cache", "--fix", "-q", str(page)])
        fixed.append(page.read_bytes())
    assert fixed[0] == fixed[1]


def test_a_fix_that_would_turn_the_encoding_is_not_made(newslint: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(b"The co\xadoperative said \xef\xbb\xbfthe line.\n")
    done = newslint("--isolated", "--fix", str(page))
    assert done.exit_code == 2
    assert "not fixed: its encoding is in doubt" in done.stderr
    assert page.read_bytes() == b"The co\xadoperative said \xef\xbb\xbfthe line.\n"


@pytest.mark.parametrize("options", [[], ["--fix"], ["--fix", "--unsafe-fixes"]])
def test_the_turn_from_utf_8_to_windows_1252_within_a_word_is_read(
    newslint: Run, tmp_path: Path, options: list[str]
) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(b"oin\xad\xc4d")
    done = newslint("--isolated", "--no-cache", *options, str(page))
    assert done.exit_code in (1, 2)
    assert "report it" not in done.stderr
    assert page.read_bytes() == b"oin\xad\xc4d"
