"""Names that the world spells otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.finding import UNSAFE
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import found, lint, right_for


@pytest.mark.parametrize(
    ("story", "wrong", "right"),
    [
        ("Nobody doubts Moldovas claim to the bridge.", "Moldovas", "Moldova's"),
        ("The envoy spoke to Lithuanias Prime Minister.", "Lithuanias", "Lithuania's"),
        ("South Kordoffan was quiet.", "Kordoffan", "Kordofan"),
        ("The fleet left the base at Trincomallee at dawn.", "Trincomallee", "Trincomalee"),
    ],
)
def test_what_the_world_spells_otherwise(story: str, wrong: str, right: str) -> None:
    assert found(story, "names/") == [("names/doubtful", wrong)]
    assert right_for(lint(story)) == {wrong: right}


@pytest.mark.parametrize(
    "story",
    [
        "The software of Hellsinger was sold.",
        "Peiter lives by the harbour.",
    ],
)
def test_what_nobody_has_heard_of_is_mostly_a_new_name(story: str) -> None:
    assert found(story, "names/") == []


@pytest.mark.parametrize(
    "story",
    [
        "A band named South Kordoffan was sold.",
        "A boat called “The Kordoffan” was sold in Halm.",
        "He was known to all as Trincomallee.",
        "He lives in Lombart Street in Halm.",
        "South Kordoffan was quiet. They left South Kordoffan. He saw South Kordoffan.",
    ],
)
def test_what_is_called_so_is_a_street_or_stands_thrice_is_meant(story: str) -> None:
    assert found(story, "names/") == []


def test_no_fix_is_safe_for_a_name_that_somebody_bears() -> None:
    story = """\
Olav Petersen spoke first. Petersen was brief; Petersen left early. Petersen waved,
and “Petersen!” they cried. Then Pettersen's plane took off.
"""
    (finding,) = lint(story)
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE


def test_an_alias_is_right_without_the_word_joined_to_it_too(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(
        "- name: Idris al-Varouni\n  aliases: [Idris Varouni, Idris al-Varuni]\n", "utf-8"
    )
    desk = Linter(open_book(names=[str(path)], cache=None))

    def objected(story: str) -> list[str]:
        return [finding.text for finding in desk.lint(Source.from_text(story, "story.txt"))]

    assert objected("The reporters asked Idris Varuni about it.") == []
    assert objected("The reporters asked Idris Varrouni about it.") == ["Varrouni"]
