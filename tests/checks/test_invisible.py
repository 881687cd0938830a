"""Letters that nobody sees: left where they do something."""

import pytest

from newslint.text.source import Source
from tests.checks.leftovers import LINTER, ids


@pytest.mark.parametrize(
    "text",
    [
        "The \U0001f468\u200d\U0001f469\u200d\U0001f467 is an emoji.",
        "He wrote \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.",
        "The sign says \u202b\u05e9\u05dc\u05d5\u05dd\u202c in Hebrew.",
        "See https://example.org/a\u200bb for it.",
    ],
)
def test_invisible_letters_are_left_where_they_do_something(text: str) -> None:
    assert ids(text) == []


def test_a_mark_at_the_start_of_a_file_is_its_own() -> None:
    assert LINTER.lint(Source.from_bytes(b"\xef\xbb\xbfOstby.\n", "a.txt")) == []
