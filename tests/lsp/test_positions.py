"""Places as editors count them, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from newslint.core.finding import Span
from newslint.lsp.code_actions import differences
from newslint.lsp.positions import CODECS, Positions
from newslint.text.edits import apply
from newslint.text.source import Source

TEXTS = st.text(st.sampled_from("ab\n\r é\u0301\u2028\x0b\U0001f4f0\U00010348"), max_size=20)


def positions(text: str, encoding: str) -> Positions:
    return Positions(Source.from_text(text), encoding)


@given(TEXTS, st.sampled_from(sorted(CODECS)), st.data())
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    placed = positions(text, encoding)
    back = placed.offset(placed.position(offset))
    # Between CR and LF, and behind them, an editor has no place of its own.
    assert back == offset or text[back:offset] in {"\r", "\r\n"}


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_units(encoding: str, character: int) -> None:
    placed = positions("\n\U0001f4f0ö!", encoding)
    assert placed.position(4) == Position(1, character)
    assert placed.offset(Position(1, character)) == 4
    assert (
        placed.range(Span(1, 2)).end.character == {"utf-8": 4, "utf-16": 2, "utf-32": 1}[encoding]
    )


def test_what_lies_behind_the_end_is_the_end() -> None:
    placed = positions("é\nab\r\nc", "utf-16")
    assert placed.offset(Position(0, 9)) == 1
    assert placed.offset(Position(1, 9)) == 4
    assert placed.offset(Position(7, 0)) == 7


def test_inside_a_character_is_its_beginning() -> None:
    assert positions("\U0001f4f0!", "utf-16").offset(Position(0, 1)) == 0
    assert positions("\U0001f4f0!", "utf-8").offset(Position(0, 2)) == 0


@given(TEXTS, TEXTS)
def test_differences_make_the_one_into_the_other(old: str, new: str) -> None:
    assert apply(old, differences(old, new)) == new
