"""Closeness: edits between spellings, and the slips behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon.edit_distance import deletions, distance, is_one_edit_apart, two_slips_from
from newslint.lexicon.slips import slip_kind

WORDS = st.text("abcde", max_size=7)


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("varelnisk", "varelinsk", "transposed"),
        ("varrelinsk", "varelinsk", "doubled"),
        ("tarovel", "tarrovel", "undoubled"),
        ("varlinsk", "varelinsk", "dropped"),
        ("varelminsk", "varelinsk", "added"),
        ("varilinsk", "varelinsk", "vowel"),
        ("barelinsk", "varelinsk", "first"),
        ("okorop", "okoro", "last"),
        ("varelinks", "varelinsk", "transposed"),
        ("pokalz", "pokals", "sound"),
        ("torvil", "torvik", "key"),
        ("tormik", "torvik", "other"),
        ("vornsk", "varelinsk", "several"),
        ("linvarsk", "varlinsk", "moved"),
    ],
)
def test_each_slip_is_called_by_its_name(wrong: str, right: str, kind: str) -> None:
    assert slip_kind(wrong, right) == kind


def test_a_transposition_is_one_edit() -> None:
    assert distance("beigun", "biegun") == 1
    assert distance("begun", "biegun") == 1
    assert distance("beigan", "biegun") == 2


@given(WORDS, WORDS)
def test_one_apart_is_a_distance_of_one(a: str, b: str) -> None:
    assert is_one_edit_apart(a, b) == (distance(a, b) == 1)


@given(WORDS, WORDS)
def test_closeness_has_no_direction(a: str, b: str) -> None:
    assert is_one_edit_apart(a, b) == is_one_edit_apart(b, a)
    assert distance(a, b) == distance(b, a)


@given(WORDS, WORDS)
def test_neighbours_share_a_shortened_form(a: str, b: str) -> None:
    if is_one_edit_apart(a, b):
        assert {a, *deletions(a)} & {b, *deletions(b)}


@given(st.text("abc", min_size=2, max_size=6), st.lists(st.text("abc", min_size=1, max_size=7)))
def test_what_is_two_slips_away_is_at_that_distance(word: str, choices: list[str]) -> None:
    assert {distance(word, right) for right in two_slips_from(word, choices)} <= {2}
