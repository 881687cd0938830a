"""Quotation marks come in pairs."""

import pytest

from tests.builders import fixed
from tests.checks.leftovers import ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We waited," he said. "We lost."', []),
        ('"We waited," he said. "We lost.', ["unclosed-quotation"]),
        ('"We waited.\n\n"We lost," he said.', []),
        ('"We waited.\n\nThe club lost," he said.', ["unclosed-quotation", "unopened-quotation"]),
        ('"We waited. "We lost," he said.', []),
        ('"It "tried to" wait," he said.', ["nested-quotation"]),
        ("“It “tried to” wait,” he said.", ["nested-quotation"]),
        ('The 6" plank and the " mark', []),
        ("Er sagte „gut“ dazu.", []),
        ("«Oui» et “non", []),
        ('("We waited") and—"we lost"—so', []),
        ("He said “we waited.", ["unclosed-quotation"]),
    ],
)
def test_quotation_marks_come_in_pairs(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize("text", ["He added: ”Nobody saw it.”", "“We won.” He said: ”We lost.”"])
def test_no_space_is_put_behind_a_mark_that_opens_a_quotation(text: str) -> None:
    assert fixed(text) == text
