"""What is still being typed waits; what stands elsewhere does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Finding, Span
from newslint.lsp.last_edit import caret, waits
from newslint.text.source import Source

TEXT = st.text(alphabet="ab ", max_size=12)


@given(TEXT, TEXT, TEXT, TEXT)
def test_what_stands_after_the_caret_did_not_change(a: str, b: str, c: str, d: str) -> None:
    old, new = f"{a}{b}{d}", f"{a}{c}{d}"
    at = caret(old, new)
    assert 0 <= at <= len(new)
    assert old.endswith(new[at:])


def finding(rule: str, start: int, end: int) -> Finding:
    return Finding(rule, Span(start, end), "", "")


def test_half_a_word_and_an_open_quotation_wait() -> None:
    source = Source.from_text('Teh ferry sank.\n\nHe said: "The gove', "a.txt")
    at = len(source.text)
    mark = source.text.index('"')
    assert waits(finding("spelling/typo", at - 4, at), source, at)
    assert waits(finding("punctuation/quotation-mark", mark, mark + 1), source, at)
    assert not waits(finding("spelling/typo", 0, 3), source, at)
    assert not waits(finding("punctuation/doubled", 14, 15), source, at)
    assert not waits(finding("spelling/typo", mark + 1, mark + 4), source, at)
