"""Names are held against those of the sources."""

from __future__ import annotations

import pytest

from tests.sources.held import held, shown

SOURCE = """\
LANTON TO REBUILD BRIDGE

Councillor William Okoro, leader of Lanton Borough Council, met Inspector Petra Harstorm of the \
Ministry of Works in North Ostby on Monday. Ms Harstorm spoke for the University of Calderwick.

Volodymyr Zaluzhnyi of Ukraine, George Brask Jr and the Lanton Residents Group (LRG) were there. \
Deputy Mayor Ilse Quillan sat at Harker Road.
"""


@pytest.mark.parametrize(
    "copy",
    [
        "William Okoro met Petra Harstorm.",
        "Bill Okoro spoke. Mr Okoro's plan is the Okoros' plan.",
        "W. Okoro is the leader.",
        "Ms Harstorm spoke for Calderwick University.",
        "The LRG and the council were there, and so was the Ukrainian.",
        "Volodymyr Zaluzhny was there.",
        "Deputy Mayor Quillan and George Brask Jr came from North Ostby.",
        "Councillor Okoro leads the council of Lanton.",
        "People from London, Paris and the United Nations came in July.",
        "Nobody came. However, Mr Okoro did. Hall was full.",
        "A Council Leader Speaks About The Bridge\n\nMr Okoro spoke.",
    ],
)
def test_the_same_names(copy: str) -> None:
    assert not shown(copy, SOURCE)


@pytest.mark.parametrize(
    ("copy", "found", "right"),
    [
        ("William Okorro spoke.", "Okorro", "Okoro"),
        ("The mayor met Harstrom there.", "Harstrom", "Harstorm"),
        ("Petra Harstrom's plan failed.", "Harstrom", "Harstorm"),
        ("Martin Okoro, leader of the council, met the inspector.", "Martin", "William"),
        ("Sergeant Petra Harstorm spoke.", "Sergeant", "Inspector"),
        ("Mr Harstorm spoke.", "Mr", "Ms"),
        ("Lanton District Council met.", "District", "Borough"),
        ("They met in South Ostby.", "South", "North"),
        ("They met in Ostby.", "Ostby", "North Ostby"),
        ("The College of Calderwick knew.", "College", "University"),
        ("George Brask was there.", "George Brask", "George Brask Jr"),
        ("Mayor Ilse Quillan sat.", "Mayor", "Deputy Mayor"),
        ("She sat at Harker Lane.", "Lane", "Road"),
    ],
)
def test_a_name_that_stands_otherwise(copy: str, found: str, right: str) -> None:
    (finding,) = held(copy, SOURCE)
    assert (finding.rule, finding.text) == ("source/name", found)
    assert finding.suggestions[0].lower() == right.lower()
    assert finding.evidence[0].startswith("source1.txt:")


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("Wendel Tarvey was there.", "Wendel Tarvey"),
        ("They asked Tarvey, and Tarvey said no.", "Tarvey"),
        ("He works for the Quorvex Group.", "Quorvex Group"),
    ],
)
def test_a_name_of_no_source_is_a_note_once(copy: str, found: str) -> None:
    (finding,) = held(copy, SOURCE)
    assert (finding.rule, finding.text, finding.severity) == ("source/unknown-name", found, "note")


def test_a_relative_is_somebody_else() -> None:
    copy = "William Okoro came with his wife. Nobody had asked Marta Okoro before."
    assert [rule for rule, _ in shown(copy, SOURCE)] == ["source/unknown-name"]
