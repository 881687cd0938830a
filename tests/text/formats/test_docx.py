"""Word: paragraphs are whole however they are split, and a fix changes letters and nothing else."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import SourceError
from newslint.text.formats.reading import load_bytes, read
from newslint.text.prose import OBJECT
from newslint.text.source import Source
from tests.conftest import Run
from tests.examples import examples

KEPT = ' xml:space="preserve"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def document(*paragraphs: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    body = "".join(paragraphs)
    return f"{head}<w:document xmlns:w='w' xmlns:mc='m'><w:body>{body}</w:body></w:document>"


def docx(xml: str, **others: str | bytes) -> bytes:
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": xml,
        "word/media/a.png": b"\0\1",
    }
    members |= {name.replace("__", "/") + ".xml": data for name, data in others.items()}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data)
    return target.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def source(*paragraphs: str) -> Source:
    return load_bytes(docx(document(*paragraphs)), "a.docx")


def test_paragraphs_are_whole() -> None:
    boxed = paragraph(
        run("Out"), "<w:r><w:txbxContent>", paragraph(run("boxed")), "</w:txbxContent></w:r>"
    )
    copy = source(
        paragraph(run("Bei"), "<w:proofErr/>", run("gun", BOLD), run(" &amp; Caf&#233;")),
        paragraph(),
        paragraph(run("one"), "<w:r><w:tab/><w:t>two</w:t><w:br/><w:br/><w:t>three</w:t></w:r>"),
        paragraph("<w:del>", run("gone"), "</w:del><w:ins>", run("here"), "</w:ins>"),
        "<w:tbl><w:tr><w:tc>", paragraph(run("cell")), "</w:tc></w:tr></w:tbl>",
        paragraph("<w:r><w:instrText>teh</w:instrText><w:t>field</w:t></w:r>"),
        "<mc:Fallback>", paragraph(run("again")), "</mc:Fallback>", boxed,
    )  # fmt: skip
    assert copy.text == (
        "Beigun & Café\n\none\ttwo\n three\n\nhere\n\ncell\n\nfield\n\nboxed\n\nOut"
    )
    assert read(copy).text == copy.text
    assert copy.line(1) == "Beigun & Café"


def test_what_is_hidden_is_not_read() -> None:
    hidden, shown = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    copy = source(
        paragraph("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", run("one")),
        paragraph(run("gone", hidden), run("two", shown), "<w:r><w:sym w:char='F0E0'/></w:r>three"),
    )
    assert copy.text == f"one\n\ntwo{OBJECT}"


def test_headers_and_notes_are_read() -> None:
    def part(text: str) -> str:
        return f"<w:x xmlns:w='w'>{paragraph(run(text))}</w:x>"

    data = docx(
        document(paragraph(run("One"))),
        word__footnotes=part("Two"),
        word__header2=part("Three"),
        word__comments=part("No"),
        word__endnotes=part(""),
        docProps__core="<a>No</a>",
    )
    copy = load_bytes(data, "a.docx")
    assert copy.text == "One\n\nTwo\n\nThree"
    new = copy.to_bytes("Ones\n\nTwos\n\nThrees")
    assert load_bytes(new, "a.docx").text == "Ones\n\nTwos\n\nThrees"
    assert parts(new)["word/comments.xml"] == parts(data)["word/comments.xml"]


@pytest.mark.parametrize("text", ["One", "One\n\nTwo\n\nThree\n\nFour"])
def test_a_paragraph_can_neither_come_nor_go(text: str) -> None:
    copy = source(*(paragraph(run(said)) for said in ("One", "Two", "Three")))
    with pytest.raises(SourceError, match=r"a paragraph is (missing|too many), so"):
        copy.to_bytes(text)


def test_what_is_not_edited_is_the_same_bytes() -> None:
    data = docx(document(paragraph(run("One"))))
    copy = load_bytes(data, "a.DOCX")
    assert copy.to_bytes() == data
    assert copy.replaced("Two").replaced("One").to_bytes() == data


@pytest.mark.parametrize(
    ("runs", "new", "after"),
    [
        ([run("Bei"), run("gun", BOLD)], "Biegun", [run("Bie"), run("gun", BOLD)]),
        ([run("Be"), run("igun", BOLD)], "Biegun", [run("Bie"), run("gun", BOLD)]),
        ([run("Bei"), run("gn", BOLD)], "Beigun", [run("Bei"), run("gun", BOLD)]),
        ([run("a &amp; b")], "a &amp; c".replace("&amp;", "&"), [run("a &amp; c")]),
        ([run("a b")], "a < b", [run("a &lt; b")]),
        ([run("the"), run(" the", BOLD), run(" cat")], "the cat",
         [run("the"), f"<w:r>{BOLD}<w:t{KEPT}> </w:t></w:r>", run("cat")]),
        ([run("cats")], "cats ", [f"<w:r><w:t{KEPT}>cats </w:t></w:r>"]),
        ([run("a"), "<w:r><w:tab/></w:r>", run("b")], "ab", [run("a"), "<w:r></w:r>", run("b")]),
        ([run("a"), "<w:r><w:tab/></w:r>", run("b")], "acb", [run("ac"), "<w:r></w:r>", run("b")]),
    ],
)  # fmt: skip
def test_every_run_keeps_its_look(runs: list[str], new: str, after: list[str]) -> None:
    old = docx(document(paragraph(*runs)))
    data = load_bytes(old, "a.docx").replaced(new).to_bytes()
    made = parts(data)
    assert made.pop("word/document.xml").decode() == document(paragraph(*after))
    before = parts(old)
    del before["word/document.xml"]
    assert made == before
    assert load_bytes(data, "a.docx").text == new
    with ZipFile(BytesIO(data)) as zipped:
        assert {info.date_time for info in zipped.infolist()} == {(2026, 1, 2, 3, 4, 6)}


def test_fixing_from_the_command_line(newslint: Run, desk: str, tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    xml = document(
        paragraph(run("One.")), paragraph(run("Lena Har"), run("stom", BOLD), run(" left."))
    )
    path.write_bytes(docx(xml))
    args = ("--names", desk, str(path))
    (finding,) = json.loads(newslint("--output-format", "json", *args).stdout)
    assert (finding["text"], finding["start"]["line"]) == ("Harstom", 3)
    assert "-Lena Harstom left." in newslint("--diff", *args).stdout
    assert newslint("--fix", *args).exit_code == 0
    assert parts(path.read_bytes())["word/document.xml"].decode() == xml.replace("stom", "storm")
    fixed = path.read_bytes()
    newslint("--fix", *args)
    assert path.read_bytes() == fixed


def bomb() -> bytes:
    return docx(document(), word__styles=b"\0" * 100_000_001)


def renamed(old: str, new: str) -> bytes:
    return docx(document(), word__aaaaa="x").replace(old.encode(), new.encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no DOCX that can be read"),
        (b"PK\3\4 half a zip", "no DOCX that can be read"),
        (docx(document())[:-30], "no DOCX that can be read"),
        (docx("<a><b></a>"), "not well-formed XML"),
        (docx('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "declares the entity 'b'"),
        (docx("ÿ"), "not well-formed XML"),
        (renamed("word/aaaaa.xml", "../../../a.xml"), "no DOCX: '../../../a.xml' leads out of it"),
        (renamed("word/aaaaa.xml", "/etc/passwdxyz"), "no DOCX: '/etc/passwdxyz' leads out of it"),
        (renamed("word/document.xml", "word/documemt.xml"), "no DOCX: it has no word/document.xml"),
        (bomb(), "unpacks to more than 100 MB"),
    ],
)  # fmt: skip
def test_what_is_hostile_or_broken_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        load_bytes(data, "a.docx")
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.docx")


WORDS = st.lists(st.sampled_from(["teh", "cat", " ", "&", "é", "<", "x y"]), max_size=6).map(
    "".join
)


@examples(30)
@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=4), st.data())
def test_what_is_written_is_read_again(words: list[list[str]], data: st.DataObject) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    copy = source(*(paragraph(*(run(escaped(text)) for text in texts)) for texts in words))
    lines = [line for line in copy.text.split("\n\n") if line]
    new = "\n\n".join(data.draw(WORDS.filter(str.strip)) for _ in lines)
    with suppress(SourceError):
        made = copy.replaced(new).to_bytes()
        assert load_bytes(made, "a.docx").text == new
        xml = parts(made)["word/document.xml"].decode()
        assert len(re.findall("<w:t[ >]", xml)) == sum(map(len, words))


@examples(40)
@given(st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_file_is_read_or_refused(at: int, byte: int) -> None:
    data = bytearray(docx(document(paragraph(run("One")))))
    data[at % len(data)] = byte
    with suppress(SourceError):
        load_bytes(bytes(data), "a.docx")
