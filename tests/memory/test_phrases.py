"""What one article teaches."""

from __future__ import annotations

import pytest

from newslint.lexicon.lexicon import shipped
from newslint.memory.phrases import phrases
from tests.builders import document


def taught(text: str) -> set[str]:
    return set(phrases(document(text), shipped()).values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Theodora Okarin.", {"Theodora", "Okarin", "Theodora Okarin"}),
        ("We met Theodora J. Okarin.", {"Theodora", "Okarin", "Theodora Okarin"}),
        ("We met Theodora Okarin's aunt.", {"Theodora", "Okarin", "Theodora Okarin"}),
        (
            "We met Theodora Okarin-Velt.",
            {
                "Theodora",
                "Okarin",
                "Velt",
                "Theodora Okarin",
                "Okarin-Velt",
                "Theodora Okarin-Velt",
            },
        ),
        ("We met Ruud van der Okarin.", {"Ruud", "Okarin", "Ruud van der Okarin"}),
        ("They joined the Bank of Okarin.", {"Bank", "Okarin", "Bank of Okarin"}),
        ("They asked mayor Okarin.", {"Okarin", "mayor Okarin"}),
        ("Yesterday Okarin left.", {"Okarin"}),
        ("On Monday Okarin left.", {"Monday", "Okarin"}),
        ("In brief: Iran, Okarin and Velt.", {"Iran", "Okarin", "Velt"}),
        ("The zorbnik was there.", {"zorbnik"}),
        ("They recieved it.", set()),
    ],
)
def test_names_are_told_by_their_capitals(text: str, names: set[str]) -> None:
    assert taught(text) == names


def test_a_headline_with_capitals_on_all_words_teaches_nothing() -> None:
    assert taught("Mayor Okarin Opens Harbour Market Again\n\nNobody came.") == set()


def test_a_name_of_three_words_is_remembered_whole() -> None:
    assert "General Harbour Office" in taught("They rang the General Harbour Office at noon.")


def test_what_is_written_with_capitals_inside_is_a_name() -> None:
    assert taught("They use openHarbour there.") == {"openHarbour"}
