"""One name spelt several ways: which form is right, how sure that is, and what is said for it."""

from __future__ import annotations

from itertools import permutations

import pytest

from newslint.core.finding import SAFE
from tests.builders import fixed, lint, right_for

ENVOY = """\
Deputy minister Stefan Vradsel came on Monday. Ahead of the talks Vradsel was not eager.
“Nobody else decides,” said Vradsel on the pier. Before the meeting with {0} the mayor slept.

Vradsel then spoke of the ferries. On Tuesday {1} met the crew, and Vradsel’s staff met the
harbour master. Later {2} also met the fishermen.

Vradsel was glad. The talks with Vradsel went on.
"""
SLIPS = ("Vardsel", "Vardsal", "Vradsal")


@pytest.mark.parametrize("order", list(permutations(SLIPS)))
def test_four_spellings_that_are_one_name_are_fixed_together(order: tuple[str, ...]) -> None:
    findings = lint(ENVOY.format(*order))
    assert right_for(findings) == dict.fromkeys(SLIPS, "Vradsel")
    assert {f.fix.applicability for f in findings if f.fix} == {SAFE}
    assert fixed(ENVOY.format(*order)) == ENVOY.format(*["Vradsel"] * 3)


def test_two_slips_need_the_form_in_the_middle() -> None:
    alone = ENVOY.format("Vardsal", "Vradsel", "Vradsel")
    assert fixed(alone) == alone
    findings = lint(ENVOY.format("Vardsal", "Vardsel", "Vardsal"))
    assert [(f.text, f.suggestions, f.fix and f.fix.applicability) for f in findings] == [
        (slip, ("Vradsel",), SAFE) for slip in ("Vardsal", "Vardsel", "Vardsal")
    ]
    assert "'Vardsel' stands in the middle of the two" in findings[0].evidence
    assert "count 2 against 7" in findings[0].evidence


def test_a_person_of_his_own_is_no_slip_through_another() -> None:
    story = ENVOY.format("Vardsel", "Oluf Vardsal", "Oluf Vardsal")
    assert right_for(lint(story)) == {"Vardsel": "Vradsel"}


@pytest.mark.parametrize(
    "story",
    [
        "The airline Moolra was sold. It is called Mooolra now, Moolra said, and Moolra paid.",
        "The Vazorn A1 is sharp. The Varozn A1 is dull. Get the Varozn A1.",
        "Ada Orr, the Chargé d’ Affaires, met Foreign Affairs. Affairs said no, and Affairs left.",
        "Deputy mayor Stefan Vradsel came. Vradsel left, and Pter Pradsel and his Pradsel came.",
    ],
)
def test_what_may_be_another_name_is_not_mended_unseen(story: str) -> None:
    assert fixed(story) == story


INTRODUCED = """\
Jonna Varelinsk, who has run the ferries for ten years, sold them. Later {0} said that the
ships were old. The mayor met {0} on the pier.
"""


@pytest.mark.parametrize("slip", ["Varelnisk", "Varrelinsk", "Varelinks"])
def test_who_was_introduced_in_full_is_not_blamed(slip: str) -> None:
    findings = lint(INTRODUCED.format(slip))
    assert right_for(findings) == {slip: "Varelinsk"}
    for finding in findings:
        assert f"'{slip}' is never introduced in full" in finding.evidence
        assert not any("count" in said for said in finding.evidence)


def test_where_the_other_form_stands_much_oftener_nothing_is_mended() -> None:
    story = INTRODUCED.format("Varelnisk") + "Varelnisk wept. The crew cheered Varelnisk.\n"
    assert fixed(story) == story
    assert "Varelinsk" not in right_for(lint(story))


def test_what_speaks_against_a_finding_is_not_said() -> None:
    story = "Anna Halvorsen spoke. Mr Halvorsne wept, and Halvorsen slept. Halvorsen ate.\n"
    for finding in lint(story):
        assert "'Halvorsen' is never introduced in full" not in finding.evidence


def test_neither_may_be_right_where_a_known_name_is_a_slip_from_both() -> None:
    story = (
        "The Alleghenny mill was sold. Alleghenny had old looms, Alleghenny said. "
        "The buyer met Alleghney, and Alleghenny paid.\n"
    )
    findings = [f for f in lint(story) if f.rule == "names/inconsistent"]
    assert all(f.fix is None or f.fix.applicability != SAFE for f in findings)


def test_followers_are_not_their_master() -> None:
    story = "Rabbi Varelonides wrote. Varelonides taught. The Varelonists liked Varelonides.\n"
    assert "Varelonists" not in right_for(lint(story))


def test_another_letter_in_a_short_name_is_not_mended_unseen() -> None:
    story = "Slavo Halm sang. Slavo ate at Savvo, and Slavo slept. Slavo left.\n"
    assert fixed(story) == story
