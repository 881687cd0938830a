"""Endings that sound alike: no list has every word that is written with the wrong one."""

from __future__ import annotations

import pytest

from tests.builders import found, lint


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("approximently", "approximately"),
        ("ultimently", "ultimately"),
        ("definently", "definitely"),
        ("scientificly", "scientifically"),
    ],
)
def test_the_ending_that_is_meant(wrong: str, right: str) -> None:
    (finding,) = lint(f"The clerk said that it was {wrong} so.")
    assert (finding.text, finding.suggestions[0]) == (wrong, right)


@pytest.mark.parametrize("word", ["apparently", "publicly", "silently", "franticly"])
def test_words_that_have_the_ending(word: str) -> None:
    assert found(f"The clerk said that it was {word} so.", "spelling/typo") == []
