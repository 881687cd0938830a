"""The verdict cache: each word is judged once, and a judge that fails is asked again."""

from __future__ import annotations

import pytest

from newslint.checks.word_cache import WordVerdicts
from newslint.text.document import Document
from newslint.text.formats.reading import read
from newslint.text.source import Source


def test_a_judge_that_failed_is_asked_about_all_words_again() -> None:
    document = Document(read(Source.from_text("The ferry left the harbour.", "a.txt")))
    broken = [True]

    def judge(word: str) -> str | None:
        if word == "ferry" and broken:
            broken.clear()
            raise OSError
        return word if len(word) > 4 else None

    verdicts_on = WordVerdicts().add_judge("long", judge)
    with pytest.raises(OSError):  # noqa: PT011
        verdicts_on(document)
    assert sorted(verdicts_on(document)) == ["ferry", "harbour"]


def test_a_judge_that_fails_costs_the_others_nothing() -> None:
    words = WordVerdicts()

    def fails(word: str) -> str | None:
        raise OSError(word)

    broken = words.add_judge("broken", fails)
    long = words.add_judge("long", lambda word: len(word) > 4 or None)
    document = Document(read(Source.from_text("The ferry of Harstom", "a.txt")))
    for _ in range(2):
        with pytest.raises(OSError):  # noqa: PT011
            broken(document)
        assert long(document) == {"ferry": True, "Harstom": True}


def test_a_judge_that_is_added_again_takes_the_place_of_the_first() -> None:
    words = WordVerdicts()
    words.add_judge("long", lambda word: len(word) > 6 or None)
    capitals = words.add_judge("capital", lambda word: word[0].isupper() or None)
    long = words.add_judge("long", lambda word: len(word) > 4 or None)
    document = Document(read(Source("a.txt", "The ferry of Harstom")))
    assert long(document) == {"ferry": True, "Harstom": True}
    assert capitals(document) == {"The": True, "Harstom": True}
