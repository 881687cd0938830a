"""Mentions: runs of capitalised words that are one name."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.mentions import after, before, mentions
from newslint.prose import Prose


def document(text: str) -> Document:
    return Document(Prose.plain(text))


def runs(text: str) -> list[str]:
    article = document(text)
    return [" ".join(article.words[m.first : m.last + 1]) for m in mentions(article)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then Jonna Varelinsk left", ["Jonna Varelinsk"]),
        ("then Jonna\nVarelinsk left", ["Jonna Varelinsk"]),
        ("then Jonna\u00a0Varelinsk left", ["Jonna Varelinsk"]),
        ("then Ruud van der Beltgen left", ["Ruud van der Beltgen"]),
        ("then Omar al-Darrawi left", ["Omar al Darrawi"]),
        ("then Anne-Lise Torvik left", ["Anne Lise Torvik"]),
        ("then J. R. Torvik left", ["J R Torvik"]),
        ("then Dr. Torvik met Ms. Okoro", ["Dr Torvik", "Ms Okoro"]),
        ("then Torvik, Okoro and Sall left", ["Torvik", "Okoro", "Sall"]),
        ("then Torvik’s Okoro left", ["Torvik’s", "Okoro"]),
        ("then Torvik left. Okoro came", ["Torvik", "Okoro"]),
        ("nobody came", []),
    ],
)
def test_runs_of_capitals_are_names(text: str, names: list[str]) -> None:
    assert runs(text) == names


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


def test_halves_of_a_compound_are_not_given_name_and_surname() -> None:
    article = document("the Varelinsk-Okoro plan")
    assert before(article, article.words.index("Okoro")) == ""
    assert after(article, article.words.index("Varelinsk")) == ""
