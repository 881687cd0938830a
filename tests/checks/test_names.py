"""Names, end to end: spelt several ways in one article, unlike the world, or unlike the desk."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newslint.core.finding import DISPLAY, ERROR, SAFE, UNSAFE, WARNING, Finding
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.stories import fixed, found, lint, right_for

FERRY = """\
Ferry firm sold for a pound

Jonna Varelinsk, who has run the Ostrey ferries for ten years, sold them yesterday. Varelinsk said
that the ships were old and the harbour shallow.

{}

"Nobody else wanted them," Varelinsk told the council. The buyer, Marcus Obodai, met Varelinsk
once, and Varelinsk’s staff never.
"""
"""A story in which Varelinsk stands five times; a test adds what it is about."""

INVENTED = {
    "Varelinsk": ["Varelnisk", "Varrelinsk", "Varelinks"],
    "Drovnik": ["Dorvnik", "Drovnnik", "Drovnk"],
    "Ekholtvik": ["Ekholtivk", "Ekoltvik", "Ekhholtvik"],
    "Tamborrel": ["Tambborrel", "Tamborel", "Tabmorrel"],
    "Okwesiri": ["Okwseiri", "Okwesirri", "Okwesri"],
}


@pytest.mark.parametrize("name", INVENTED)
def test_every_slip_of_a_name_that_nobody_ever_had_is_found(name: str) -> None:
    first, second, third = slips = INVENTED[name]
    about = f"When {first} left, the crew cheered. The mayor defended {second}. {third} wept."
    story = FERRY.format(about).replace("Varelinsk", name)
    findings = lint(story)
    assert right_for(findings) == dict.fromkeys(slips, name)
    for finding in findings:
        assert finding.rule == "names/inconsistent"
        assert finding.severity == ERROR
        assert finding.fix is not None
        assert finding.fix.applicability == SAFE
        assert finding.evidence
    assert not [slip for slip in slips if slip in fixed(story)]


def test_four_spellings_are_one_finding_a_place() -> None:
    story = FERRY.format("Varelnisk wept. Varelinnsk laughed. Varelnisk slept. Vaerlinsk sang.")
    assert [f.text for f in lint(story)] == ["Varelnisk", "Varelinnsk", "Varelnisk", "Vaerlinsk"]


def test_what_is_said_of_a_slip_is_what_an_editor_can_check() -> None:
    (finding,) = lint(FERRY.format("The mayor defended Varelnisk."))
    assert finding.message == "'Varelnisk' stands once, 'Varelinsk' 5 times"
    assert "count 1 against 5" in finding.evidence


SHAPES = {
    "The crew cheered Varelnisk’s farewell.": "The crew cheered Varelinsk’s farewell.",
    "The crew cheered Varelnisk's farewell.": "The crew cheered Varelinsk's farewell.",
    "The crew cheered Jonna\nVarelnisk.": "The crew cheered Jonna\nVarelinsk.",
    "The crew cheered Mr\u00a0Varelnisk.": "The crew cheered Mr\u00a0Varelinsk.",
    "The Varelnisk-Obodai pact is a week old.": "The Varelinsk-Obodai pact is a week old.",
    "“Varelnisk was brave,” a sailor said.": "“Varelinsk was brave,” a sailor said.",
    "VARELNISK SELLS SHIPS\n\nSo it is.": "VARELINSK SELLS SHIPS\n\nSo it is.",
    "CREW CHEERS VARELNISK’S END\n\nSo it is.": "CREW CHEERS VARELINSK’S END\n\nSo it is.",
}


@pytest.mark.parametrize("wrong", SHAPES)
def test_a_fix_keeps_endings_capitals_and_line_breaks(wrong: str) -> None:
    assert fixed(FERRY.format(wrong)) == FERRY.format(SHAPES[wrong])


def test_a_suggestion_keeps_capitals_within_and_curly_apostrophes() -> None:
    story = "Sinead O’Conor sang of the ferry. The actor Ewan McGergor missed it."
    assert right_for(lint(story)) == {"O’Conor": "O’Connor", "McGergor": "McGregor"}


def test_names_with_accents() -> None:
    story = FERRY.replace("Varelinsk", "Kärpälä").format("The crew cheered Kräpälä.")
    assert right_for(lint(story)) == {"Kräpälä": "Kärpälä"}


def test_accents_dropped_are_not_a_slip() -> None:
    story = FERRY.replace("Varelinsk", "Kärpälä").format("The crew cheered Karpala.")
    assert lint(story) == []


def test_two_slips_off_through_a_third_spelling() -> None:
    story = FERRY.format("The mayor defended Varelnisk. The bank sued Varelnissk.")
    assert right_for(lint(story)) == {"Varelnisk": "Varelinsk", "Varelnissk": "Varelinsk"}


def test_a_surname_of_a_mr_whom_nobody_introduced() -> None:
    story = FERRY.format("The mayor defended Mr Varelnisk.")
    assert found(story) == [("names/inconsistent", "Varelnisk")]


def test_people_of_a_city_are_no_slip_of_its_genitive() -> None:
    story = "Beijings parks are full. Many Beijingers walk there.\n"
    assert found(story) == [("names/doubtful", "Beijings")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n", " \r\n"])
def test_a_line_may_end_behind_a_genitive_without_its_apostrophe(line_end: str) -> None:
    assert found(f"All of Beijings{line_end}parks are full.\n") == [("names/doubtful", "Beijings")]


def test_a_wife_is_not_mended_through_a_slip_of_her_husband() -> None:
    story = """\
Nursultan Halvarbaev spoke. Halvarbaev was late, and Halvarbaev sat. Halvarbaev left. Few heard
Haalvarbaev, who wept. Darigha Halvarbaeva said that she would give up her seat.
"""
    assert found(story) == [("names/inconsistent", "Haalvarbaev")]


def test_a_tie_is_reported_and_not_fixed() -> None:
    story = "The prize went to Ann Terrowin. Later the crowd cheered Ann Terorwin.\n"
    (finding,) = lint(story)
    assert (finding.text, finding.suggestions) == ("Terorwin", ("Terrowin",))
    assert (finding.severity, finding.fix) == (WARNING, None)
    assert fixed(story) == story


@pytest.mark.parametrize(
    ("story", "right"),
    [
        ("The storm moved on towards Bangaldesh.", "Bangladesh"),
        ("She has always wanted to see Hollwood.", "Hollywood"),
        ("The part was played by Micha Barton.", "Mischa"),
        ("The envoy met Condoleeza Rice twice.", "Condoleezza"),
    ],
)
def test_the_world_knows_better(story: str, right: str) -> None:
    (finding,) = lint(story)
    assert finding.rule.startswith("names/")
    assert finding.suggestions[0] == right
    assert finding.evidence


OFFICE = """\
Tenants leave tower

Jane Hewitt, who owns the tower, wrote to the tenants yesterday. Hewitt wants them out by May.

{}
"""


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The lift will be mended, Hewett said.", "Hewett"),
        ("“We have no choice,” said Hewett.", "Hewett"),
        ("Mr Karim, a tenant, told Ms Hewett about the lift.", "Hewett"),
        ("Nobody has seen Hewett there since.", "Hewett"),
    ],
)
def test_who_is_never_introduced_was_introduced_otherwise(line: str, wrong: str) -> None:
    """Hewett is a surname like another, but nobody of that name was introduced."""
    assert found(OFFICE.format(line)) == [("names/inconsistent", wrong)]


@pytest.mark.parametrize(
    "line",
    [
        "Karim Hewett, a tenant, has sued her.",
        "Tenants: Adair, Boyle, Hewett, Karim, Lund.",
        "She met Adair and Hewett.",
    ],
)
def test_another_surname_is_another_where_it_may_be_introduced(line: str) -> None:
    assert found(OFFICE.format(line)) == []


def test_a_surname_that_lost_its_last_letter() -> None:
    story = OFFICE.replace("Hewitt", "Varelis").format("The lift will be mended, Vareli said.")
    assert right_for(lint(story)) == {"Vareli": "Varelis"}


def test_a_listed_word_that_is_a_clipped_surname() -> None:
    story = OFFICE.replace("Hewitt", "Briggs").format("“We have no choice,” Mr Brigg said.")
    assert right_for(lint(story)) == {"Brigg": "Briggs"}


def test_a_surname_is_a_name_though_it_is_a_word() -> None:
    story = OFFICE.replace("Hewitt", "Starling").format("Ms Staling wrote to them.")
    assert right_for(lint(story)) == {"Staling": "Starling"}


@pytest.mark.parametrize(
    ("story", "right"),
    [
        ("The Evans family is here. Chris Evans cooks, and Evanns sings.", "Evans"),
        ("Palestinian guests came. No Palestinian left. A Palestinia poet read.", "Palestinian"),
        ("Shares of Roche fell. Roche had no comment; Roche never has. Ruche was quiet.", "Roche"),
        ("Ann Lewis-Darrant ran. Lewis-Darrant won, and Lewi-Darrant fell.", "Lewis"),
        ("Mortensen/WebCount counts. So says Mortenson/WebCount of Brenig.", "Mortensen"),
        ("The fans of Moran Moran came early. Moran Moan were late.", "Moran"),
        ("Owen Hughs scored. Dylan Hughes wept. Hughes was tired.", "Hughes"),
        ("Many go to Madrid by train. Madrid is hot. She was in Madri on Thursday.", "Madrid"),
    ],
)
def test_what_the_article_shows_of_a_name(story: str, right: str) -> None:
    (finding,) = lint(story)
    assert (finding.rule, finding.suggestions) == ("names/inconsistent", (right,))


def test_whom_the_article_introduces_it_spells_right() -> None:
    story = "A prize for Nora Gankus. The town gave Gankus a medal on Friday. Ganks was calm.\n"
    assert right_for(lint(story)) == {"Ganks": "Gankus"}


def test_a_spelling_that_the_world_has_with_the_word_beside_it() -> None:
    story = "Sri Lanka won by an innings. Nobody in Sri Lanka slept. Sri Lana’s captain did.\n"
    assert right_for(lint(story)) == {"Lana": "Lanka"}


def test_nothing_tells_which_of_two_is_right_if_the_world_hardly_knows_them() -> None:
    story = "Arbel Yehud came home. The family of Arbel Yahud wept.\n"
    (finding,) = lint(story)
    assert (finding.text, finding.fix) == ("Yahud", None)


def test_two_forms_that_may_be_meant_leave_the_choice_to_the_editor() -> None:
    story = "India won. The Indian captain wept, and India wept with her. An Indina flag flew.\n"
    (finding,) = lint(story)
    assert (finding.text, finding.severity) == ("Indina", WARNING)
    assert fixed(story) == story


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


def test_no_fix_is_safe_for_a_name_that_somebody_bears() -> None:
    story = """\
Alyaksandr Lukashenka spoke first. Lukashenka was brief; Lukashenka left early. Lukashenka waved,
and “Lukashenka!” they cried. Then Lukashenko's plane took off.
"""
    (finding,) = lint(story)
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE
