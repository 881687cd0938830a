"""What is said of a place of which several rules have something to say."""

from __future__ import annotations

import pytest

from newslint.book.selection import Selection
from newslint.book.settings import Settings
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import fixed, found

MISREAD = {
    "Canadaâ\x80\x99s mayors met.": "Canada’s mayors met.",
    "Canadaâ€™s mayors met.": "Canada’s mayors met.",
    "â\x80\x9cThe goverment fell,â\x80\x9d he said.": "“The goverment fell,” he said.",
    "It was the goverâ\x80\x99ments fault.": "It was the gover’ments fault.",
    "Ostby Ã¼ber all.": "Ostby über all.",
}


@pytest.mark.parametrize("story", MISREAD)
def test_what_was_misread_is_mended_first(story: str) -> None:
    assert fixed(story, "story.txt").replace("government", "goverment") == MISREAD[story]


@pytest.mark.parametrize("apostrophe", ["â\x80\x99", "â€™"])
def test_nothing_else_is_said_of_a_misread_word(apostrophe: str) -> None:
    story = f"Canada{apostrophe}s mayors met, and Norway{apostrophe}s goverment{apostrophe}s did."
    assert {rule for rule, _ in found(story)} == {"cleanup/mojibake"}
    names_alone = Linter(
        open_book(cache=None), Settings(selections=(Selection(select=("names", "spelling")),))
    )
    assert names_alone.lint(Source.from_text(story)) == []


def test_a_misread_word_is_no_spelling_of_a_name() -> None:
    story = (
        "Jonna Varelinsk sold the ferries. Varelinskâ\x80\x99s crew cheered. "
        "Varelinskâ\x80\x99s mayor wept. Varelinskâ\x80\x99s dog slept."
    )
    assert {rule for rule, _ in found(story)} == {"cleanup/mojibake"}


def test_what_a_misread_word_stands_in_is_still_told() -> None:
    story = "The goverment met Canadaâ\x80\x99s mayors."
    assert ("spelling/typo", "goverment") in found(story)
