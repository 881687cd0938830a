"""A browser's text gets the line ends of its file back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.serve.answers.line_ends import with_line_ends
from newslint.text.source import LINE_END, Source

TEXT = st.lists(st.sampled_from(["a", "b", "", "\r\n", "\n", "\r", "c d"]), max_size=30).map(
    "".join
)


@given(TEXT)
def test_an_unchanged_text_is_the_file_again(text: str) -> None:
    assert with_line_ends(Source.from_text(text), LINE_END.sub("\n", text)) == text


@given(TEXT, TEXT)
def test_no_letter_is_lost_or_won(old: str, new: str) -> None:
    plain = LINE_END.sub("\n", new)
    assert LINE_END.sub("\n", with_line_ends(Source.from_text(old), plain)) == plain
