"""Changes of a part of a document: the text is what the editor has, whatever ends its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from newslint.core.finding import Span
from newslint.lsp.edited_document import EditedDocument
from newslint.lsp.positions import Positions
from newslint.text.source import Source

TEXTS = st.text(st.sampled_from("ab é🦉\r\n\f\u2028\x85"), max_size=12)


def opened(text: str, encoding: str = "utf-16") -> EditedDocument:
    return EditedDocument(types.TextDocumentItem("file:///a.txt", "text", 0, text), encoding)


@given(TEXTS, TEXTS, st.data(), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_a_change_is_made_where_the_editor_makes_it(
    text: str, new: str, data: st.DataObject, encoding: str
) -> None:
    positions = Positions(Source.from_text(text), encoding)
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    place = positions.range(Span(start, end))
    start, end = positions.span(place)  # between CR and LF there is no place
    document = opened(text, encoding)
    document.apply_change(types.TextDocumentContentChangePartial(place, new))
    assert document.source == text[:start] + new + text[end:]


def test_a_change_without_a_place_is_the_whole_text() -> None:
    document = opened("One.")
    document.apply_change(types.TextDocumentContentChangeWholeDocument("Two."))
    assert document.source == "Two."


def test_a_place_behind_the_end_is_the_end() -> None:
    document = opened("One.")
    far = types.Range(types.Position(7, 1), types.Position(9, 0))
    document.apply_change(types.TextDocumentContentChangePartial(far, " Two."))
    assert document.source == "One. Two."
