"""Mentions: which words belong to one name."""

from __future__ import annotations

import pytest

from newslint.text.name_spans import after, before
from tests.builders import document


def test_neighbours_in_a_name() -> None:
    article = document("then Jonna Varelinsk left, and Okoro, Sall and Ruud van Beltgen stayed")
    at = article.words.index
    assert before(article, at("Varelinsk")) == "Jonna"
    assert after(article, at("Jonna")) == "Varelinsk"
    assert before(article, at("Beltgen")) == "Ruud"
    assert before(article, at("Sall")) == ""
    assert after(article, at("Okoro")) == ""
    assert before(article, at("then")) == ""
    assert after(article, at("stayed")) == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("then Jonna\nTorvik left", "Jonna"),
        ("then Jonna\u00a0Torvik left", "Jonna"),
        ("then J. R. Torvik left", "R"),
        ("then Dr. Torvik left", "Dr"),
        ("then Omar al-Torvik left", "Omar"),
        ("then Pia de la Torvik left", "Pia"),
        ("then Adair-Torvik left", ""),
        ("then Okoro, Torvik left", ""),
        ("then Okoro’s Torvik left", ""),
        ("then Okoro left. Torvik came", ""),
    ],
)
def test_what_stands_before_in_the_same_name(text: str, left: str) -> None:
    article = document(text)
    assert before(article, article.words.index("Torvik")) == left


def test_halves_of_a_compound_are_not_given_name_and_surname() -> None:
    article = document("the Varelinsk-Okoro plan")
    assert before(article, article.words.index("Okoro")) == ""
    assert after(article, article.words.index("Varelinsk")) == ""
