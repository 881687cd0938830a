"""RTF: what a reader sees, each letter with its place, and fixes that change nothing else."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.core.finding import Edit, Span
from newslint.text.edits import apply
from newslint.text.formats.reading import load_bytes, read
from newslint.text.prose import OBJECT
from tests.conftest import Run
from tests.examples import examples

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset0 Serif;}"
    r"{\f1\fcharset2 Pictures;}{\f2\fcharset128 Mincho;}{\f3\fcharset204 Grotesk;}}"
    r"{\colortbl;\red0\green0\blue0;}{\info{\title Not copy}}\pard\plain\f0 "
)


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode("latin-1")


def prose(body: str) -> str:
    return read(load_bytes(rtf(body), "a.rtf")).text


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"{\b The gov}erment\par" "\n" r"met.", "The goverment\n\nmet."),
        (r"hard\'92s \'93so\'94", "hard’s “so”"),
        (r"S\u246\'f6ren \u8217?s \uc0\u233 t\uc2\u233 ab.", "Sören ’s ét\u00e9."),
        (r"\u-10179?\u-8704? \u-10179? x", "😀 \ufffd x"),
        (r"{\f2\'82\'a0\'82\'a2}{\f3\'cf\'f0}", "あいПр"),
        (r"{\f1 \'4a abc}x", f"{OBJECT}{OBJECT}x"),
        (r"one\line two\tab three\emdash four\~five\_six", "one\ntwo\tthree—four\xa0five‑six"),
        (r"gov\-erment \{a\} \\", r"goverment {a} \ "[:-1]),
        (r"a {\v hidden}{\deleted gone}{\v0 b}\v c\v0 d", "a bd"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}", "a link"),
        (r"{\*\unknown no}{\*\bkmkstart no}{\pict 0abc}{\listtext 1.}yes", "yes"),
        (r"{\upr{ansi}{\*\ud{uni}}}", "uni"),
        (r"one{\footnote \pard A note.\par more} two", "A note.\n\nmore\n\none two"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Box\par}}{\shprslt old}}x", "Box\n\nx"),
        (r"one\cell two\cell\row", "one\n\ntwo"),
        (r"a{\bin3 }}}b", "ab"),
        (r"wo" "\r\n" r"rd", "word"),
    ],
)
def test_what_a_reader_sees(body: str, seen: str) -> None:
    assert prose(body) == seen


def test_a_fix_changes_letters_among_marks_and_nothing_else(newslint: Run, folder: Path) -> None:
    body = r"The {\b gov}erment met.\par The owner\'92s {\i goverment} said \bin3 {\'00\f1 so."
    (folder / "a.rtf").write_bytes(rtf(body))
    assert newslint("--fix").exit_code == 0
    fixed = body.replace("}erment", "}ernment").replace("goverment", "government")
    assert (folder / "a.rtf").read_bytes() == rtf(fixed)


def test_only_ascii_is_written(newslint: Run, folder: Path) -> None:
    (folder / "newslint.toml").write_text('names = ["desk.yaml"]\n')
    (folder / "desk.yaml").write_text("- name: Sören Ostby\n  misspellings: [Soeren Ostby]\n")
    data = rtf("Soeren Ostby spoke.")
    (folder / "a.rtf").write_bytes(data)
    assert "Sören Ostby" in newslint("--fix").stdout
    assert (folder / "a.rtf").read_bytes() == data


@pytest.mark.parametrize("data", [b"", b"plain", b"{\\rt", b"\xff{\\rtf1 x}"])
def test_what_is_no_rtf_is_refused_in_a_line(data: bytes) -> None:
    with pytest.raises(SourceError, match="no RTF: it does not begin with"):
        load_bytes(data, "a.rtf")


ATOMS = (
    *("teh", "a", " ", "1", "-", "'", "\\b", "\\b ", "\\par", "\\par ", "{", "}", "{\\b ", "\\'e9"),
    *("\\'", "\\", "\\\\", "\\{", "\\~", "\\-", "\\u233", "\\u233?", "\\u233\\'e9", "\\uc0 "),
    *("\\u-10179?\\u-8704?", "\\uc2 ", "\\f2", "\\f3 ", "\\'82", "\\'a0", "\\emdash", "\\line "),
    *("\n", "\r\n", "\\v ", "\\v0", "\\bin2 ab", "\\bin", "\\*", "{\\*\\x ", "{\\footnote "),
    *("{\\pict ", "\\plain", "\0", "\xe9", "\\bin99999999999 ", "\\ansicpg99999 ", "\\f"),
)


@examples(300)
@given(st.lists(st.sampled_from(ATOMS), max_size=25), st.data())
def test_an_edit_that_is_made_reads_as_it_was_meant(atoms: list[str], data: st.DataObject) -> None:
    source = load_bytes(rtf("".join(atoms)), "a.rtf")
    before = read(source)
    start = data.draw(st.integers(0, len(before.text)))
    end = data.draw(st.integers(start, min(len(before.text), start + 4)))
    new = data.draw(st.sampled_from(["", "x", "1", "-", "the", "ab c", "'", " "]))
    edits = before.edits(Edit(Span(start, end), new))
    if edits is not None:
        after = read(source.replaced(apply(source.text, list(edits))))
        meant = before.text[:start] + new + before.text[end:]
        assert after.text.split() == meant.split()


@given(st.binary(max_size=60))
def test_any_bytes_are_read_and_written_back(data: bytes) -> None:
    source = load_bytes(b"{\\rtf1" + data, "a.rtf")
    read(source)
    assert source.to_bytes() == b"{\\rtf1" + data


UNITS = ("{", "}", "{\\b a", "\\'e9", "\\u233?", "{\\footnote a", "a\\par ", "{\\*\\x ")


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_memory_grows_with_the_file_and_not_with_what_is_in_it(unit: str) -> None:
    data = rtf(unit * (60_000 // len(unit)))
    tracemalloc.start()
    read(load_bytes(data, "a.rtf"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * len(data)
