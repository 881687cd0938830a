"""Names that the desk or the shipped book lists as misspelt."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newslint.core.finding import DISPLAY, ERROR, SAFE, WARNING, Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import found
from tests.conftest import Run

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
- name: Ostreyan
  kind: term
  misspellings: [Ostryean, Ostreyians]
- name: Kelvarri
  kind: organisation
  aliases: [Kelvarris]
  misspellings: [Kelvari, Kelvarries]
- name: Marl Group
  kind: organisation
  aliases: [Marl Motors, MarlFast]
  misspellings: [Marl Moters, MarlFats]
- name: Jon De Vellar
  misspellings: [Jon DeVellar]
- name: Tora E. Brindahl
  misspellings: [Torra E. Brindahl]
- name: Lin Vey-sho
  misspellings: [Lin Vey-shoo]
- name: Harbour 24
  kind: organisation
  aliases: [Harböur 24]
  misspellings: [Harrbour 24]
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
    "Then Jon DeVellar spoke.": ("DeVellar", "De Vellar"),
    "Then Torra E. Brindahl spoke.": ("Torra", "Tora"),
    "Then Lin Vey-shoo spoke.": ("Vey-shoo", "Vey-sho"),
    "The film ran on Harrbour 24 at night.": ("Harrbour", "Harbour"),
    "Then Marl Moters closed.": ("Moters", "Motors"),
    "Then MarlFats closed.": ("MarlFats", "MarlFast"),
}


NUMBERED = {
    "An Ostryean spoke.": "An Ostreyan spoke.",
    "Ostryeans spoke.": "Ostreyans spoke.",
    "The Ostryeans’ ferry sank.": "The Ostreyans’ ferry sank.",
    "The Ostryean's ferry sank.": "The Ostreyan's ferry sank.",
    "Ostreyians spoke.": "Ostreyans spoke.",
    "OSTREYIANS WEPT": "OSTREYANS WEPT",
    "A Kelvari fighter fell.": "A Kelvarri fighter fell.",
    "Kelvaris fell back.": "Kelvarris fell back.",
    "Then Kelvarries' ships came.": "Then Kelvarris' ships came.",
}
"""What a fix makes of one and of several, and of what is theirs."""


@pytest.mark.parametrize("story", NUMBERED)
def test_a_fix_keeps_number_and_possession(story: str) -> None:
    (finding,) = by_desk(story)
    start, end = finding.span
    assert finding.rule == "names/misspelt"
    assert story[:start] + finding.suggestions[0] + story[end:] == NUMBERED[story]


def test_accents_that_no_spelling_has_are_of_another_language() -> None:
    assert by_desk("Then Brīndlemeyer spoke.") == []
    (finding,) = by_desk("Then Harrböur 24 closed.")
    assert finding.suggestions == ("Harbour",)


def test_a_small_word_at_the_start_is_no_given_name() -> None:
    for story in ("In Ostryean homes they wept.", "So Ostryean sailors wept."):
        assert [f.text for f in by_desk(story)] == ["Ostryean"]


def test_several_of_one_family_need_the_article() -> None:
    assert by_desk("Brindlemeyers came.") == []
    (finding,) = by_desk("The Brindlemeyers came.")
    assert finding.suggestions == ("Brindelmeyer",)


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


@pytest.mark.parametrize("name", ["Michael Martin", "John Husted", "Shaun O'Malley", "Marc Rowley"])
def test_a_namesake_is_somebody_else(name: str) -> None:
    assert found(f"The pitcher {name} retired.") == []


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("The report says Barak Obama came.", [("names/misspelt", "Barak")]),
        ("The report says Michael Martin came.", []),
        ("The report says Robert Louis Stephenson came.", [("names/misspelt", "Stephenson")]),
        ("The report says Mother Theresa came.", [("names/misspelt", "Theresa")]),
    ],
)
def test_a_title_that_leads_on_to_the_printed_name_is_nobody(
    story: str, expected: list[tuple[str, str]]
) -> None:
    assert found(story, "names/") == expected


def test_the_book_is_named(folder: Path, desk: str, newslint: Run) -> None:
    """A desk's by its file, wherever that lies, and newslint's own as such."""
    (folder / "a.md").write_text("Then Harstom left. Kier Starmer and Barak Obama spoke.\n")
    done = newslint("--isolated", "--names", desk, "--output-format", "json", "a.md")
    first, second, third = json.loads(done.stdout)
    assert first["message"] == "'Harstom': desk.yaml has 'Harstorm'"
    assert first["evidence"][0].startswith(f"{desk}:1: ")
    assert second["message"] == "'Kier': newslint's own book has 'Keir'"
    assert second["evidence"][0].startswith("newslint's own book: Keir")
    assert "newslint's own book" in third["message"] + third["evidence"][0]
