"""Stretches of an article: paragraphs, the headline, the first paragraph, sentences."""

import pytest

from newslint.text import scopes
from tests.builders import document

STORY = """\
Harbour vote delayed again

By Lena Harstorm

OSTBY - The council put off its vote. Mr. Orrin said "we will wait. We can."

It meets on Friday at the U.S. consulate. Nobody
objected.
"""


def texts(scope: str, text: str) -> list[str]:
    read = document(text)
    return [text[span.start : span.end] for span in scopes.SCOPES[scope](read)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("prose", [STORY]),
        ("headline", ["Harbour vote delayed again"]),
        (
            "first-paragraph",
            ['OSTBY - The council put off its vote. Mr. Orrin said "we will wait. We can."'],
        ),
        ("quotation", ["we will wait. We can."]),
    ],
)
def test_scopes_of_a_story(scope: str, expected: list[str]) -> None:
    assert texts(scope, STORY) == expected


def test_sentences_do_not_end_at_short_forms() -> None:
    assert texts("sentence", STORY)[2:] == [
        "OSTBY - The council put off its vote.",
        'Mr. Orrin said "we will wait.',
        'We can."',
        "It meets on Friday at the U.S. consulate.",
        "Nobody\nobjected.",
    ]


def test_what_is_outside_quotations_leaves_them_out() -> None:
    assert "".join(texts("outside-quotation", STORY)) == STORY.replace("we will wait. We can.", "")


def test_lines_are_paragraphs_where_none_is_blank_and_they_are_long() -> None:
    long = (
        "The council put off its vote on the harbour, and will meet again on Friday " * 2
        + "at nine."
    )
    assert texts("paragraph", f"{long}\n{long}\n") == [long, long]


def test_copy_broken_by_hand_is_one_paragraph() -> None:
    assert (
        len(texts("paragraph", "The council put off\nits vote on Monday.\nIt meets again.\n")) == 1
    )


@pytest.mark.parametrize(
    "text", ["One paragraph and no headline", "It voted.\n\nIt met.\n", "", "\n"]
)
def test_not_every_story_has_a_headline(text: str) -> None:
    assert texts("headline", text) == []
