"""Edit distance: how far two spellings are from each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from newslint.lexicon.edit_distance import (
    LONGEST,
    are_two_edits_apart,
    deletions,
    distance,
    forms_slipped_once,
    is_one_edit_apart,
    two_slips_from,
)

WORDS = st.text("abcde", max_size=7)


def test_a_transposition_is_one_edit() -> None:
    assert distance("beigun", "biegun") == 1
    assert distance("begun", "biegun") == 1
    assert distance("beigan", "biegun") == 2


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_the_distance_is_that_of_rapidfuzz(a: str, b: str) -> None:
    edits = OSA.distance(a, b)
    assert distance(a, b) == edits
    assert is_one_edit_apart(a, b) == (edits == 1)
    assert are_two_edits_apart(a, b) == (edits == 2)


def test_the_distance_of_long_texts_is_found_soon() -> None:
    assert distance("ab" * 2_000, "cb" * 1_999) == 2_001


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


def test_a_word_too_long_to_be_a_slip_has_no_shortened_forms() -> None:
    assert len(deletions("a" * LONGEST)) == LONGEST
    assert deletions("a" * (LONGEST + 1)) == []
    assert forms_slipped_once("ab" * 50_000) == set()
