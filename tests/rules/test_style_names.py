"""Names of house styles: what a style does not use is put its way."""

import pytest

from newslint.authoring.names_check import audit
from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.book.shipped import styles
from newslint.core.name import Name
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.lexicon.lexicon import shipped
from newslint.text.source import Source
from tests.book.books import load_names
from tests.conftest import ROOT


def names_of(style: str) -> list[Name]:
    return load_names(ROOT / "rules" / "style" / style / "names.yaml")


NAMED = [s for s in styles() if (ROOT / "rules" / "style" / s / "names.yaml").is_file()]
"""The styles that have something to say about names."""


@pytest.mark.parametrize("style", NAMED)
def test_the_names_of_a_style_say_nothing_that_cannot_be(style: str) -> None:
    behind = open_book(cache=None)
    names = names_of(style)
    assert audit(names, shipped().entry, behind.names) == []
    assert not any(name.misspellings for name in names)


HOUSE_STYLE = Settings(selections=(Selection(select=("names/house-style",)),))


@pytest.mark.parametrize("style", NAMED)
def test_what_a_style_does_not_use_is_put_its_way(style: str) -> None:
    linter = Linter(open_book(cache=None, style=style), HOUSE_STYLE)
    for name in names_of(style):
        right = Source.from_text(f"She wrote of {name.name} today.", "a.txt")
        assert linter.lint(right) == []
        for spelling in name.instead_of:
            (finding,) = linter.lint(Source.from_text(f"She wrote of {spelling} today.", "a.txt"))
            assert finding.suggestions[0] in name.name
