"""A name with a small word stuck to it is two words, and no spelling of anything."""

from __future__ import annotations

import pytest

from newslint.core.finding import SAFE, UNSAFE, WARNING
from newslint.engine.fixer import KeepAll, fix_source
from newslint.text.source import Source
from tests.builders import fixed, found, lint, linter, right_for

MAYOR = "Jonna Varelinsk runs the ferries. Varelinsk said so. {} Then Varelinsk slept.\n"

SURE = {
    "The mayor met Varelinskand his crew.": "The mayor met Varelinsk and his crew.",
    "When Varelinskwas on the pier it rained.": "When Varelinsk was on the pier it rained.",
    "The crew met Varelinskwho slept.": "The crew met Varelinsk who slept.",
    "He met Erdoganand his party.": "He met Erdogan and his party.",
    "The talks in Switzerlandwere long.": "The talks in Switzerland were long.",
}


@pytest.mark.parametrize("wrong", SURE)
def test_the_space_is_put_back(wrong: str) -> None:
    (finding,) = lint(MAYOR.format(wrong))
    assert finding.rule == "spelling/typo"
    assert fixed(MAYOR.format(wrong)) == MAYOR.format(SURE[wrong])


DOUBTFUL = {
    "The ferry was in Parisin May.": ("Parisin", "Paris in"),
    "The mayor said that Merkelis now at home.": ("Merkelis", "Merkel is"),
    "The ships of Varelinskas they were shallow.": ("Varelinskas", "Varelinsk as"),
    "A pier of Varelinskin the harbour fell.": ("Varelinskin", "Varelinsk in"),
}


@pytest.mark.parametrize("story", DOUBTFUL)
def test_what_a_name_may_end_in_is_not_parted_unseen(story: str) -> None:
    findings = lint(MAYOR.format(story))
    assert right_for(findings) == dict([DOUBTFUL[story]])
    assert fixed(MAYOR.format(story)) == MAYOR.format(story)


LONGER = {
    "Merkelisnow the longest in office.": ("Merkelisnow", "Merkel is now"),
    "He said that Merkelnow leads the ferries.": ("Merkelnow", "Merkel now"),
    "The pier of Londonisnot far.": ("Londonisnot", "London is not"),
    "The ferry Parisofthe North sank.": ("Parisofthe", "Paris of the"),
    "Varelinskhasbeen on the pier.": ("Varelinskhasbeen", "Varelinsk has been"),
    "Then Varelinskstill needed a pier.": ("Varelinskstill", "Varelinsk still"),
    "The crew of Googleand its lawyers slept.": ("Googleand", "Google and"),
}
"""A rarer small word, two, or a name that is a word, too."""


@pytest.mark.parametrize("story", LONGER)
def test_more_of_them_are_parted_but_not_unseen(story: str) -> None:
    findings = lint(MAYOR.format(story))
    assert right_for(findings) == dict([LONGER[story]])
    assert fixed(MAYOR.format(story)) == MAYOR.format(story)
    wrong, right = LONGER[story]
    every = fix_source(
        Source.from_text(MAYOR.format(story), "story.txt"), linter().examine, KeepAll(), unsafe=True
    )
    assert every.source.text == MAYOR.format(story.replace(wrong, right))


@pytest.mark.parametrize(
    "story",
    [
        "Drovnikis now at sea. Drovnikisnow the oldest of all. Drovniknow sails.",
        "The mayor met Drovnikis now at sea. A pier of Drovnikin the harbour fell. "
        "Drovnikin 2016 was young.",
        "The mayor met Drovnikisnow the oldest. Then Drovnikhasbeen the youngest.",
    ],
)
def test_two_of_them_are_no_evidence_for_each_other(story: str) -> None:
    assert lint(f"{story}\n") == []


def test_the_name_is_what_is_left_of_both_small_words() -> None:
    story = "Merkelis now in office. Merkelisnow the longest there.\n"
    assert right_for(lint(story)) == {"Merkelis": "Merkel is", "Merkelisnow": "Merkel is now"}


@pytest.mark.parametrize("small", ["is", "in", "as", "and", "was", "will", "now", "is now"])
def test_no_word_disappears(small: str) -> None:
    stuck = small.replace(" ", "")
    story = MAYOR.format(f"The harbour of Varelinsk{stuck} the pride of all.")
    for finding in lint(story):
        assert (
            finding.fix is None
            or finding.fix.applicability != SAFE
            or small in finding.suggestions[0]
        )


@pytest.mark.parametrize(
    "story",
    [
        "The Kazakhstanis vote. Kazakhstan is glad of the Kazakhstanis there.",
        "The Jamaat al-Muslimin claimed it. A Muslimin spokesman wept.",
        "Audias Flores sold an Audi. Benetton opened; so did Audias Orr.",
        "Milanow said no, and Milan is glad of Baranow there. Bara sold Milanow the pier.",
        "A Parisina of the Paris in May; Harrisonnow Ltd said Harrison is glad.",
        "Sermonnow reads aloud. In a Sermon Sermonnow ran for hours.",
        "She beat Savchenko-Karland to the pier.",
        "Mr Halmand said no. Oda Halm met Halmand, and Halmand was glad.",
    ],
)
def test_names_that_end_in_a_small_word_are_left_alone(story: str) -> None:
    assert found(story, "spelling/typo") == []


@pytest.mark.parametrize("rest", ["On The Money", "by Fighting"])
def test_what_is_stuck_to_a_name_is_not_taken_away(rest: str) -> None:
    story = MAYOR.format(f"The crew read of Varelinsk{rest} in the harbour.")
    assert fixed(story) == story


JOINED = {
    "The clerk said that voterswant a new bridge.": "voters want",
    "The minister told local residentsconcerning the pier to wait.": "residents concerning",
    "There have been repeateddelays of the ferry.": "repeated delays",
    "Everyonewho has been there knows it.": "Everyone who",
}


@pytest.mark.parametrize("story", JOINED)
def test_two_words_that_fit_where_an_unknown_one_stands_lack_a_space(story: str) -> None:
    (finding,) = lint(story)
    assert finding.suggestions == (JOINED[story],)
    assert finding.severity == WARNING
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE


@pytest.mark.parametrize(
    "story",
    [
        "The maker added 63 new rainbarrels to the harbourboard.",  # compounds
        "The economy is back at preharvest levels of employment.",
        "It began with a sharpeyed assessment of the harbour.",
        "The mayor is an ex-quizshow host.",
        "It was leaked by the crew. (Quizshow) (Harstorm News)",
        "Everyonewho has been there knows it. Everyonewho has been here forgets it.",  # used again
        "Ministers met to visit Fixproblems that led the table.",  # a name
    ],
)
def test_what_may_be_coined_is_not_parted(story: str) -> None:
    assert lint(story) == []
