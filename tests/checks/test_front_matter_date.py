"""Days without a year are held against the date in the article's front matter."""

from __future__ import annotations

import pytest

from tests.builders import lint

STORY = "The council met on Tuesday, 30 November, in Ostby.\n"


def rules(text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in lint(text, "story.md") if f.rule.startswith("facts/")]


WRONG = [("facts/wrong-weekday", "30 November 2026 is a Monday, not a Tuesday")]


@pytest.mark.parametrize(
    "front_matter",
    [
        "---\ntitle: Vote\ndate: 2026-12-02\n---\n",
        "---\npublished: '2026-12-02T08:00:00Z'\n---\n",
        '+++\ndate = "2026-12-02"\n+++\n',
        "---\ndate: 2027-01-04\n---\n",
    ],
)
def test_the_day_is_the_one_nearest_to_the_article(front_matter: str) -> None:
    assert rules(f"{front_matter}\n{STORY}") == WRONG


@pytest.mark.parametrize(
    "front_matter",
    [
        "",
        "---\ndate: 2021-12-02\n---\n",
        "---\ndate: soon\n---\n",
        "---\nupdates: 2026-12-02\n---\n",
    ],
)
def test_without_a_date_or_in_its_year_it_is_silent(front_matter: str) -> None:
    assert rules(f"{front_matter}\n{STORY}") == []


def test_a_day_of_another_year_is_left_alone() -> None:
    assert rules(f"---\ndate: 2026-12-02\n---\n\nIn 1941 all was quiet. {STORY}") == []
