"""OpenDocument: paragraphs are whole, and a fix changes letters and nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from newslint.core.errors import SourceError
from newslint.text.formats.reading import load_bytes, read
from newslint.text.prose import OBJECT
from tests.conftest import Run

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="o">'


def odt(body: str, styles: str = "") -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        zipped.writestr("content.xml", f"{HEAD}{body}</office:document-content>")
        if styles:
            zipped.writestr(
                "styles.xml", f"<office:document-styles>{styles}</office:document-styles>"
            )
        zipped.writestr("Pictures/a.png", b"\0\1")
    return target.getvalue()


def parts(data: bytes) -> list[tuple[str, int, bytes]]:
    with ZipFile(BytesIO(data)) as zipped:
        return [(i.filename, i.compress_type, zipped.read(i)) for i in zipped.infolist()]


BODY = (
    "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    "<text:h>Ferry</text:h><text:p/>"
    "<text:p>The gov<text:span>erment</text:span> met<text:s/>on<text:tab/>Monday"
    " &amp; left.</text:p>"
    "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>Note.</text:p></text:note-body></text:note> two<office:annotation><text:p>No</text:p>"
    "</office:annotation><text:line-break/>three, page "
    "<text:page-number>4</text:page-number></text:p>"
)


def test_paragraphs_are_whole_and_what_is_no_copy_is_left_out() -> None:
    copy = load_bytes(odt(BODY), "a.odt")
    assert copy.text == (
        f"Ferry\n\nThe goverment met on\tMonday & left.\n\nNote.\n\nOne two\nthree, page {OBJECT}"
    )
    assert read(copy).text == copy.text


def test_headers_are_read_from_the_styles() -> None:
    copy = load_bytes(odt("<text:p>One</text:p>", "<text:p>Ostby Observer</text:p>"), "a.odt")
    assert copy.text == "One\n\nOstby Observer"


def test_a_fix_changes_the_letters_of_a_split_word_and_nothing_else(
    newslint: Run, folder: Path
) -> None:
    data = odt(BODY)
    (folder / "a.odt").write_bytes(data)
    assert newslint("--fix").exit_code == 0
    before, after = parts(data), parts((folder / "a.odt").read_bytes())
    fixed = BODY.replace("gov<text:span>erment", "gov<text:span>ernment")
    assert after[1][2].decode() == f"{HEAD}{fixed}</office:document-content>"
    assert after[0] == before[0]
    assert after[2:] == before[2:]
    assert newslint().exit_code == 0


@pytest.mark.parametrize("data", [b"", b"PK", b"<text:p>plain</text:p>"])
def test_what_is_no_odt_is_refused_in_a_line(data: bytes) -> None:
    with pytest.raises(SourceError, match="no ODT that can be read"):
        load_bytes(data, "a.odt")


def test_a_zip_without_content_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as zipped:
        zipped.writestr("word/document.xml", "<w:p/>")
    with pytest.raises(SourceError, match=r"no ODT: it has no content\.xml"):
        load_bytes(target.getvalue(), "a.odt")
