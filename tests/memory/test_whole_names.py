"""The whole names of an article, which all who count an archive's names count alike."""

from __future__ import annotations

import pytest

from newslint.lexicon.lexicon import shipped
from newslint.memory.whole_names import spelling, whole_names
from tests.builders import document


def names(text: str) -> list[str]:
    found = document(text)
    return [spelling(first, last, found) for first, last in whole_names(found, shipped())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Theodora Okarin's aunt.", ["Theodora Okarin"]),
        ("We met Theodora J. Okarin.", ["Theodora J. Okarin"]),
        ("We met T. J. Okarin there.", ["T. J. Okarin"]),
        ("We met Theodora Okarin-Velt.", ["Theodora Okarin-Velt"]),
        ("We met Ruud van der Okarin.", ["Ruud van der Okarin"]),
        ("They joined the Bank of Okarin.", ["Bank of Okarin"]),
        ("They rang President Theodora Okarin.", ["Theodora Okarin"]),
        ("The Chief of the Okarin Harbour Office spoke.", ["Okarin Harbour Office"]),
        ("They rang the President of Okarin.", []),
        ("On Monday Okarin left.", []),
        ("Yesterday Theodora Okarin left.", ["Theodora Okarin"]),
        ("We met Okarin alone.", []),
        ("Mayor Okarin Opens Harbour Market Again\n\nNobody came.", []),
    ],
)
def test_names_stand_whole_without_titles(text: str, found: list[str]) -> None:
    assert names(text) == found
