"""What no publisher prints, beside what many do: names of two words, single words, glued ones.

What is asked here is so well known that any counts of news have it.
"""

from __future__ import annotations

import pytest

from newslint.core.finding import UNSAFE, WARNING
from tests.builders import found, lint

NAMES = {
    "She joined the Boston Cetlics in May.": ("Cetlics", "Celtics"),
    "He saw Sherlock Homles twice.": ("Homles", "Holmes"),
    "They saw Stephen Colbart on Monday.": ("Colbart", "Colbert"),
    "The Royal Opera Huose was full.": ("Huose", "House"),
    "The novel by Agatha Christei was lost.": ("Christei", "Christie"),
    "The ferry to Inhambnae was late.": ("Inhambnae", "Inhambane"),
    "The talks went on in Hong Kog on Monday.": ("Kog", "Kong"),
    "The case of Donalds Trump went on.": ("Donalds", "Donald"),
}

PRIVATE = (
    "Brandon Skelton, 34, of Harstom, said that he had seen the boat.",
    "The clerk, Joan Stewart, wrote it down.",
    "The firm of Johnson & Johnston was founded by Albert Johnson and Edmund Johnston.",
    "A Missile Defence Museum opened in Harstom.",
    "The panel asked Gweon Young-ho and Park Geon Mi for the rent.",
    "Why So Many Homes Are Being Taken Off the Market\n\nNobody knew.",
)

WORDS = {
    "The town heard a bomb balst on Monday.": "blast",
    "The court heard a bribery complant.": "complaint",
    "The school had nochoice for paint.": "no choice",
    "The pianist came fromBerlin on Monday.": "from Berlin",
    "The talks resumed at theUnited Nations.": "the United",
    "The council sold boats andFerry tickets on Monday.": "and Ferry",
    "It was read by members ofThe Ostby Observer.": "of The",
    "They came fromRussia’s north on Monday.": "from Russia",
    "It was read in the Cathdral on Monday.": "Cathedral",
    "The clerk must decidewhat is paid for the bridge.": "decide what",
    "The school reopenedwith half of its staff on Monday.": "reopened with",
    "Why the Clerk Was Asked To MakeThe Rules for Ferries": "Make The",
    "They opened the HarbourHarbour on Monday.": "Harbour",
}


@pytest.mark.parametrize("story", NAMES)
def test_a_name_that_nobody_prints_is_the_one_that_many_do(story: str) -> None:
    wrong, right = NAMES[story]
    (finding,) = lint(story)
    assert finding.text == wrong
    assert finding.suggestions[0] == right
    if finding.rule == "names/doubtful":
        assert finding.severity == WARNING
        assert finding.fix is not None
        assert finding.fix.applicability == UNSAFE
    assert finding.evidence


@pytest.mark.parametrize("story", PRIVATE)
def test_people_and_phrases_that_resemble_a_famous_name_are_left_alone(story: str) -> None:
    assert found(story, "names/") == []


@pytest.mark.parametrize("story", WORDS)
def test_a_word_that_nobody_prints_is_the_one_that_fits(story: str) -> None:
    (finding,) = lint(story)
    assert finding.rule in ("spelling/typo", "names/doubtful")  # of two warnings the name's is told
    assert finding.suggestions[0] == WORDS[story]
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE


@pytest.mark.parametrize(
    "word",
    ["inReach", "LinkedIn", "MoveOn", "theGrio", "TomTom", "TalkTalk", "toString()", "ofQvuzzl"],
)
def test_names_that_are_written_together_are_left_alone(word: str) -> None:
    assert found(f"They said that {word} was sold on Monday.", "spelling/typo") == []


def test_words_in_code_are_no_copy() -> None:
    assert found("It calls get_stroage() and /usr/stroage/run.", "spelling/typo") == []
