"""Correction notices: what they say of a name, and what is not guessed at."""

from __future__ import annotations

import pytest

from newslint.authoring.corrections import Correction, read_notices


@pytest.mark.parametrize(
    ("notice", "right", "wrong"),
    [
        (
            "An earlier version of this article misspelled the surname of the harbour master. "
            "He is Jonas Hallgrim, not Hallgrin.",
            "Jonas Hallgrim",
            "Jonas Hallgrin",
        ),
        ("The surname of Rosa Velmere is Velmere, not Velmore.", "Rosa Velmere", "Rosa Velmore"),
        (
            "Rosa Velmere's name was misspelled as Rosa Velmore in an article on Tuesday.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        (
            "A report on Page 4 misspelled the name of the skipper, Rosa Velmere, as Roza Velmere.",
            "Rosa Velmere",
            "Roza Velmere",
        ),
        (
            "Because of an editing error, a report misspelt Rosa Velmere’s surname as Velmore.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        (
            "We misspelled the last name of Ordo Maris chief executive Rosa Velmere as Velmoore.",
            "Rosa Velmere",
            "Rosa Velmoore",
        ),
        (
            "The name of Councillor Rosa Velmere was misspelt as Velmeer.",
            "Rosa Velmere",
            "Rosa Velmeer",
        ),
        (
            "We misspelled her name as Rosa Velmore. It is Rosa Velmere.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        ("The name of the town is Brannock Bay, not Brannoch Bay.", "Brannock Bay", "Brannoch Bay"),
        ("Her surname should have been spelled Velmere, not “Velmore”.", "Velmere", "Velmore"),
        ("The correct spelling is Velmere rather than Velmore.", "Velmere", "Velmore"),
        (
            "Jonas Hallgrim's first name was incorrectly given as Jonus.",
            "Jonas Hallgrim",
            "Jonus Hallgrim",
        ),
        (
            "An article misspelled the given name of a councillor. She is Rosa Velmere, not Roza.",
            "Rosa Velmere",
            "Roza Velmere",
        ),
        (
            "Dr Jonas Hallgrim was quoted in a report. His surname is Hallgrim, not Halgrim.",
            "Jonas Hallgrim",
            "Jonas Halgrim",
        ),
        (
            "In Tuesday's report on the harbour we said Rosa Velmore; the correct spelling is"
            " Rosa Velmere.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        (
            "A story on Page 4 called the skipper Roza Velmere. The correct spelling is Rosa"
            " Velmere.",
            "Rosa Velmere",
            "Roza Velmere",
        ),
        (
            "A caption misidentified the skipper. She is Rosa Velmere, not Rosa Velmore.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        ("Rosa Velmore should have been spelled Rosa Velmere.", "Rosa Velmere", "Rosa Velmore"),
    ],
)
def test_a_notice_is_read(notice: str, right: str, wrong: str) -> None:
    (read,) = read_notices(notice, "notices.txt")
    assert isinstance(read, Correction)
    assert (read.right, read.wrong) == (right, wrong)


@pytest.mark.parametrize(
    "notice",
    [
        "A caption misidentified the man. He is Jonas Hallgrim, not Peter Dunmore.",
        "Her name is Rosa Velmere, not Anna Kostrova.",
        "The vote was on Monday, not Tuesday.",
        "An article misspelled the name of the mayor.",
        "The surname of the mayor is spelt Estébarez, not Estebarez.",
        "Rosa Velmere's surname was misspelled in an article on Tuesday.",
        "A-" * 200 + " misspelled the name of " + "A B " * 200,
    ],
)
def test_a_notice_that_does_not_say_enough_is_not_guessed_at(notice: str) -> None:
    (read,) = read_notices(notice, "notices.txt")
    assert not isinstance(read, Correction)
