"""Slips: each kind by its name."""

from __future__ import annotations

import pytest

from newslint.lexicon.slips import slip_kind


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("varelnisk", "varelinsk", "transposed"),
        ("varrelinsk", "varelinsk", "doubled"),
        ("tarovel", "tarrovel", "undoubled"),
        ("varlinsk", "varelinsk", "dropped"),
        ("varelminsk", "varelinsk", "added"),
        ("varilinsk", "varelinsk", "vowel"),
        ("barelinsk", "varelinsk", "first"),
        ("okorop", "okoro", "last"),
        ("varelinks", "varelinsk", "transposed"),
        ("pokalz", "pokals", "sound"),
        ("torvil", "torvik", "key"),
        ("tormik", "torvik", "other"),
        ("vornsk", "varelinsk", "several"),
        ("linvarsk", "varlinsk", "moved"),
    ],
)
def test_each_slip_is_called_by_its_name(wrong: str, right: str, kind: str) -> None:
    assert slip_kind(wrong, right) == kind
