"""Patterns: all matches are found, wherever they may begin, and none is sought for ever."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.checks.matching.patterns import Pattern, PatternTimeError, TimeBudget
from newslint.core.errors import NewslintError
from newslint.core.place import Where
from tests.builders import document
from tests.examples import examples


def regex(pattern: str) -> Pattern:
    return Pattern(pattern, Where("desk.yaml", 3), "desk/slow")


def may_be_in(pattern: str, text: str) -> bool:
    """Whether the pattern would be looked for in the text."""
    one, even = regex(pattern), document(text).normal_text
    return one.may_match(text) and (not one.strings or any(map(even.__contains__, one.strings)))


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "[ab]",
        "a?",
        "b+",
        "(?:ab|c)",
        "(a|b)",
        "(?=a)",
        "(?<=b)",
        "c{2}",
        "c{1,2}",
        r"\b",
        r"(?<!\w)",
        r"(?![\w-])",
        "A ",
        ".",
    ]
)


@given(st.lists(PIECES, max_size=5), st.text("abcA \n", max_size=12))
def test_no_match_is_without_what_is_needed(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    if re.search(pattern, text):
        assert may_be_in(pattern, text)


@given(st.lists(PIECES, max_size=4), st.text("abcA ,", max_size=12))
def test_no_match_begins_where_none_can(pieces: list[str], text: str) -> None:
    one = regex(r"\b[aA] " + "".join(pieces))
    starts = one.starts(text)
    assert starts is None or {match.start() for match in re.finditer(one.pattern, text)} <= {
        *starts
    }


@examples(300)
@given(st.lists(PIECES, min_size=1, max_size=5), st.text("abcA \n", max_size=12))
def test_about_its_strings_all_matches_are_found(pieces: list[str], text: str) -> None:
    text = "~" * 300 + text + "~" * 300
    one = regex("".join(pieces))
    expected = [match.span() for match in re.finditer(one.pattern, text)]
    assume(all(start < end for start, end in expected))
    even = document(text).normal_text
    held = {string for string in one.strings if string in even}
    if expected:
        assert held or not one.strings
    starts = one.starts(text, held)
    assert [match.span() for match in one.matches(text, TimeBudget(), starts)] == expected


def test_an_article_is_tried_about_the_strings_that_it_holds() -> None:
    one = regex("(?<=the )pier (?:was|is) sold|sold the pier")
    text = "~" * 500 + "They sold the pier. The pier was sold; the pier is sold." + "~" * 500
    even = document(text).normal_text
    starts = one.starts(text, {string for string in one.strings if string in even})
    assert starts
    assert len(starts) < 200
    found = [match[0] for match in one.matches(text, TimeBudget(), starts)]
    assert found == ["sold the pier", "pier is sold"]


@pytest.mark.parametrize("pattern", ["(?i)K", "(?i:STRASSE)|x", "(?i)é"])
def test_small_letters_and_capitals_are_one_where_a_pattern_says_so(pattern: str) -> None:
    text = "K strasse é É"
    assert may_be_in(pattern, text)
    assert list(regex(pattern).matches(text, TimeBudget()))


@pytest.mark.slow
def test_a_pattern_that_never_ends_is_an_error_not_a_wait() -> None:
    pytest.importorskip("regex")
    with pytest.raises(PatternTimeError) as raised:
        list(regex("(a|aa)+$").matches("a" * 60 + "!", TimeBudget()))
    assert str(raised.value).startswith("desk.yaml:3: 'desk/slow' searched for more than 1 s")
    assert isinstance(raised.value, NewslintError)


@pytest.mark.slow
def test_what_a_rule_may_take_is_what_all_its_searches_take_together() -> None:
    one, budget = regex("(a|aa)+$"), TimeBudget()
    with pytest.raises(PatternTimeError):
        list(one.matches("a" * 60 + "!", budget))
    with pytest.raises(PatternTimeError):  # at once: there is nothing left
        list(one.matches("aa", budget))


def test_both_engines_find_the_same_however_many_there_are() -> None:
    one, text = regex("a(?=b)|b{1,2}"), "ab bb a " * 2_000
    budget = TimeBudget()
    quick = [match.span() for match in one.matches(text, budget)]
    budget.steps = 0
    assert [match.span() for match in one.matches(text, budget)] == quick
    assert len(quick) == 6_000
