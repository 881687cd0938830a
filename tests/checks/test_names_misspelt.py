"""Names that the desk or the shipped book lists as misspelt."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newslint.core.finding import DISPLAY, ERROR, SAFE, WARNING, Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import found

DESK = """\
- name: Oskar Brindelmeyer
  aliases: [Ossi Brindelmeyer]
  misspellings: [Brindlemeyer, Brindelmeier]
  note: mayor of Ostrey
- name: Port Sarrow
  kind: place
  misspellings: [Port Sorrow]
- name: Kelvanby
  kind: place
  instead_of: [Kelvinby]
- name: Harlowen
  distinct: [Harlowyn]
- name: Thora Winsell-Prine
  misspellings: [Winsell-Pryne]
"""


@cache
def desk() -> Linter:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.yaml"
        path.write_text(DESK)
        return Linter(open_book(names=[str(path)], cache=None))


def by_desk(story: str) -> list[Finding]:
    return desk().lint(Source.from_text(story, "story.txt"))


LISTED = {
    "Then Brindlemeyer spoke.": ("Brindlemeyer", "Brindelmeyer"),
    "Then Brindelmeier spoke.": ("Brindelmeier", "Brindelmeyer"),
    "Then Brindlemeyer's wife spoke.": ("Brindlemeyer", "Brindelmeyer"),
    "Then Brindlemeyer’s wife spoke.": ("Brindlemeyer", "Brindelmeyer"),
    "BRINDLEMEYER’S WIFE SPEAKS": ("BRINDLEMEYER", "BRINDELMEYER"),
    "Then Oskar\nBrindlemeyer spoke.": ("Brindlemeyer", "Brindelmeyer"),
    "Then Oskar\r\nBrindlemeyer’s wife spoke.": ("Brindlemeyer", "Brindelmeyer"),
    "The Brindlemeyer-Obodai pact is a week old.": ("Brindlemeyer", "Brindelmeyer"),
    "The ferry sailed to Port Sorrow.": ("Sorrow", "Sarrow"),
    "The ferry sailed to Port\nSorrow.": ("Sorrow", "Sarrow"),
    "PORT SORROW CLOSES": ("SORROW", "SARROW"),
    "Then Thora Winsell-Pryne spoke.": ("Winsell-Pryne", "Winsell-Prine"),
}


@pytest.mark.parametrize("story", LISTED)
def test_what_the_desk_lists_is_mended_wherever_it_stands(story: str) -> None:
    (finding,) = by_desk(story)
    assert (finding.text, finding.suggestions[0]) == LISTED[story]
    assert (finding.rule, finding.severity) == ("names/misspelt", ERROR)
    assert finding.fix is not None
    assert finding.fix.applicability == SAFE


@pytest.mark.parametrize(
    "story",
    [
        "Oskar Brindelmeyer, Ossi Brindelmeyer and Brindelmeyer’s wife were there.",
        "Jane Brindlemeyer is nobody’s wife.",
        "He wrote Brindlemeyer [sic] on the door.",
        "Write to brindlemeyer@ostrey.example or @Brindlemeyer; see www.brindlemeyer.example.",
        "It was a port of sorrow for many.",
        "Harlowen left. Harlowen came back. Harlowen slept. Harlowyn sang.",
    ],
)
def test_what_the_desk_lists_spares_the_rest(story: str) -> None:
    assert by_desk(story) == []


def test_another_form_than_the_desk_uses() -> None:
    outside, inside = by_desk("He left Kelvinby. “I loved Kelvinby,” he said.")
    for finding in (outside, inside):
        assert (finding.rule, finding.severity) == ("names/house-style", WARNING)
        assert finding.suggestions == ("Kelvanby",)
    assert outside.fix is not None
    assert outside.fix.applicability == SAFE
    assert inside.fix is not None
    assert inside.fix.applicability == DISPLAY


@pytest.mark.parametrize(
    ("story", "wrong"),
    [
        ("They solved Rubic’s Cube in a minute.", "Rubic’s"),
        ("They solved Rubic's Cube in a minute.", "Rubic's"),
        ("He poured Kellog’s into a bowl.", "Kellog’s"),
        ("The envoy met Condoleeza Rice.", "Condoleeza"),
        ("The envoy met Peter Mendelson.", "Mendelson"),
    ],
)
def test_what_the_shipped_book_lists(story: str, wrong: str) -> None:
    assert found(story) == [("names/misspelt", wrong)]


def test_a_namesake_whom_the_world_knows_is_somebody_else() -> None:
    assert found("The pitcher Michael Martin retired.") == []


def test_nearly_every_listed_misspelling_of_several_words_is_found() -> None:
    """Those left are namesakes whom the world knows; in hyphens desks differ."""
    listed = [
        wrong
        for name in open_book(cache=None).names
        for wrong in name.misspellings
        if " " in wrong and wrong.replace("-", " ") != name.name.replace("-", " ")
    ]
    sample = listed[:: len(listed) // 250]
    silent = [wrong for wrong in sample if not found(f"Then {wrong} came up.", "names/")]
    assert len(silent) <= len(sample) * 3 // 100, silent
