"""Names that the world spells otherwise."""

from __future__ import annotations

import pytest

from newslint.core.finding import UNSAFE
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


def test_no_fix_is_safe_for_a_name_that_somebody_bears() -> None:
    story = """\
Olav Petersen spoke first. Petersen was brief; Petersen left early. Petersen waved,
and “Petersen!” they cried. Then Pettersen's plane took off.
"""
    (finding,) = lint(story)
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE
