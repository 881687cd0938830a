"""Findings as one stretch and what may replace it."""

from __future__ import annotations

import pytest

from newslint.core.finding import SAFE, Edit, Finding, Fix, Span
from newslint.serve.answers.replacements import replacements_of

TEXT = "the the end"


def finding(start: int, end: int, *suggestions: str, fix: Fix | None = None) -> Finding:
    return Finding("x/y", Span(start, end), TEXT[start:end], "m", suggestions=suggestions, fix=fix)


@pytest.mark.parametrize(
    ("found", "span", "values"),
    [
        (finding(0, 7, "the"), (0, 7), ("the",)),
        (finding(0, 3), (0, 3), ()),
        (finding(0, 7, fix=Fix(SAFE, (Edit(Span(3, 7), ""),))), (0, 7), ("the",)),
        (finding(8, 11, fix=Fix(SAFE, (Edit(Span(3, 7), ""),))), (3, 11), (" end",)),
        (finding(3, 3, ","), (3, 4), (", ",)),
        (finding(11, 11, "."), (10, 11), ("d.",)),
    ],
)
def test_the_stretch_and_its_replacements(
    found: Finding, span: tuple[int, int], values: tuple[str, ...]
) -> None:
    assert replacements_of(found, TEXT) == (span, values)


def test_an_empty_text_has_no_letter_to_underline() -> None:
    assert replacements_of(Finding("x/y", Span(0, 0), "", "m"), "").span == (0, 0)
