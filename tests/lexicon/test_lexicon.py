"""The lexicon as it was compiled: what is known of words, and what is not."""

from __future__ import annotations

import pytest

from newslint.lexicon.edit_distance import is_one_edit_apart
from newslint.lexicon.lexicon import (
    CAPITAL,
    FAMILY,
    FOREIGN,
    GIVEN,
    PLACE,
    SLIP,
    UNKNOWN,
    WORD,
    shipped,
)


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("government", WORD),
        ("colour", WORD),
        ("color", WORD),
        ("organised", WORD),
        ("organized", WORD),
        ("hijackings", WORD),
        ("london", CAPITAL | PLACE),
        ("anna", GIVEN),
        ("smith", FAMILY),
        ("goverment", SLIP),
        ("accomodation", SLIP),
        ("ministre", FOREIGN),
    ],
)
def test_a_word_bears_what_its_sources_say(word: str, flags: int) -> None:
    assert shipped().entry(word).flags & flags == flags


@pytest.mark.parametrize("word", ["goverment", "accomodation", "seperate", "untill"])
def test_a_listed_misspelling_is_no_word_however_often_it_stands(word: str) -> None:
    standing = shipped().entry(word)
    assert standing.zipf > 0
    assert not standing.flags & WORD


def test_nothing_is_known_of_what_nobody_wrote() -> None:
    assert shipped().entry("varelnisqk") == UNKNOWN


def test_common_words_are_commoner_than_rare_ones() -> None:
    zipf = [shipped().entry(word).zipf for word in ("the", "government", "harbour", "gasfield")]
    assert zipf == sorted(zipf, reverse=True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("goverment", "government"),
        ("resigantion", "resignation"),
        ("bangaldesh", "bangladesh"),
        ("hollwood", "hollywood"),
    ],
)
def test_a_well_known_word_is_found_one_slip_off(wrong: str, right: str) -> None:
    near = shipped().near(wrong)
    assert right in near
    assert wrong not in near


def test_a_word_is_not_near_itself() -> None:
    near = shipped().near("minister")
    assert "minister" not in near
    assert any(is_one_edit_apart("minister", word) for word in near)


def test_further_words_are_two_slips_off() -> None:
    assert "resignation" in shipped().further("resigantoin")


def test_a_listed_misspelling_has_its_corrections() -> None:
    assert shipped().corrections("goverment") == ["government"]
    assert shipped().corrections("government") == []


def test_titles_tell_which_words_belong_together() -> None:
    lexicon = shipped()
    assert lexicon.is_title("marie curie")
    assert not lexicon.is_title("marie varelnisqk")
    assert "marie curie" in lexicon.titles_beginning("marie")
