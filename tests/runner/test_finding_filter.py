"""Findings traced back through the fixes that were made meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.finding import Edit, Span
from newslint.runner.finding_filter import original_offset
from newslint.text.edits import apply

WORDS = st.text("ab ", max_size=4)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_places_are_traced_back(parts: list[tuple[str, str, str]]) -> None:
    text, edits = "", []
    for kept, gone, new in parts:
        start = len(text) + len(kept) + 1
        text += f"{kept}#{gone}"
        edits.append(Edit(Span(start, start + len(gone)), new))
    after = apply(text, edits)
    marks = [at for at, letter in enumerate(after) if letter == "#"]
    assert [original_offset(at, edits) for at in marks] == [
        at for at, letter in enumerate(text) if letter == "#"
    ]
