"""Names, end to end: spelt several ways in one article, unlike the world, or unlike the desk."""

from __future__ import annotations

import pytest

from newslint.core.finding import ERROR, SAFE, WARNING
from tests.builders import fixed, found, lint, right_for

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


DOUBTFUL = {
    "Democras": "The Democrats met. A Democrat spoke. The party of Democras left early.",
    "Fartenbergen": "Mr Fortenbergen met Ada Orr. Fortenbergen left. They called him Fartenbergen.",
    "Fortenscare": "Mr Fortencare met Ada Orr. Fortencare left. They spoke of Fortenscare.",
    "Jashon": "Jashon Beltgen was seen. Jason Obodai left. Jason Obodai came, and Jashon Beltgen.",
    "LGBTIQA": "Ostrey has an LGBTQIA+ day. The LGBTIQA+ day is late. The LGBTQIA+ day of Ostrey.",
    "Beltgnen": "Ada Beltgen left. Beltgen came. An earlier version misspelled it as Beltgnen.",
    "Bonesman": "The Bonesmen of Halm met. The Bonesmen sang. One Bonesman left.",
    "Beltgan": "Ada Beltgen left. Beltgen came. They sang of “Jen Beltgan” all night.",
    "Ostrixo": "Ostrix is a firm in Halm. Ostrix said so. The new Ostrixo is a boat of Ostrix.",
}


@pytest.mark.parametrize(
    "story",
    [
        "The crew won two Halm Brescias. The Brescian boat left. A Brescian crew came.",
        "Ostrix CEO Bo Halm left. Then Ostrix CEO Jan Varel and Ostrix CFO Ada Orr came.",
        "Ada Beltgen left. Beltgen came. Beltgen spoke. The clinic misspelled her name Beltgnen.",
        "Ada Beltgen left. Beltgen came. Beltgen (a.k.a. Beltgnen) spoke.",
        "JUST HEARD San Remo. JUST HEARD San Remo. JUST HEARD Sen. Bo Halm.",
    ],
)
def test_plurals_offices_and_what_is_spelt_so_are_no_slips(story: str) -> None:
    assert found(story, "names/") == []


@pytest.mark.parametrize("slip", DOUBTFUL)
def test_what_may_be_meant_otherwise_is_not_mended_unseen(slip: str) -> None:
    assert slip in fixed(DOUBTFUL[slip])


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


def test_accents_dropped_are_no_slip_but_an_inconsistency() -> None:
    story = FERRY.replace("Varelinsk", "Kärpälä").format("The crew cheered Karpala.")
    (found,) = lint(story)
    assert (found.rule, found.suggestions) == ("names/accents", ("Kärpälä",))


def test_a_word_has_accents_only_where_the_rest_of_the_name_stands_beside_it() -> None:
    assert found("The Café Halm was shut. Our Cafe was sold.") == []
    assert found("The Café Halm was shut. Later Cafe Halm was sold.") == [("names/accents", "Cafe")]


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
        ("She has always wanted to see Broadwy.", "Broadway"),
        ("The part was played by Sigourny Weaver.", "Sigourney"),
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
    story = "A prize for Nora Gankelus. The town gave Gankelus a medal. Ganklus was calm.\n"
    assert right_for(lint(story)) == {"Ganklus": "Gankelus"}


def test_a_word_in_the_place_of_a_name_by_the_words_around() -> None:
    """No weight set by hand knows of it: Untied is a word. Nobody should mend it unseen."""
    story = "Manchester United won. Nobody of Manchester Untied was glad. So it is in {}.\n"
    (finding,) = lint(story.format("Ostrey"))
    assert (finding.rule, finding.text, finding.severity) == (
        "names/inconsistent",
        "Untied",
        WARNING,
    )
    assert finding.suggestions == ("United",)
    assert fixed(story.format("Ostrey")) == story.format("Ostrey")


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


PAIRS = {
    "The Ostrey Ferry left. The Ostrey Ferry sank. The Ostrey Ferry was old. Ostrey {} is gone.": (
        "Fery",
        "Ferry",
    ),
    "The Harlen Mariners won. Harlen Mariners lead. The Harlen Mariners left. Harlen {} lost.": (
        "Marines",
        "Mariners",
    ),
}
"""Stories with a name of two words, its half that stands once, and the right one."""


@pytest.mark.parametrize("between", ["and", "or", "and his late brother"])
def test_two_who_are_named_together_are_two(between: str) -> None:
    assert found(f"The mill was left to Harald Brunt {between} Harold Brunt in May.") == []
    assert found("Harald Brunt was mayor. And so was Harold Brunt.")


@pytest.mark.parametrize("story", PAIRS)
def test_the_half_that_two_names_share_says_that_they_are_one(story: str) -> None:
    wrong, right = PAIRS[story]
    (finding,) = lint(story.format(wrong))
    assert (finding.rule, finding.text) == ("names/inconsistent", wrong)
    assert finding.suggestions == (right,)
    assert fixed(story.format(wrong)) == story.format(wrong)
    assert not lint(story.format(right))


@pytest.mark.parametrize(
    "story",
    [
        "Rob Vrelic met Rod Vrelic. Rob Vrelic left.",
        "Erica Vrelic met her father, Eric Vrelic. Eric Vrelic left.",
        "The Ostrey Award is old. Two Ostrey Awards were given. The Ostrey Award is dear.",
        "Ostrey Police met Ostrey Policy. Ostrey Police left.",
        "Mr Brant met Mr Brand. Mr Brand left.",
    ],
)
def test_a_half_that_two_names_share_is_not_all(story: str) -> None:
    assert not found(story)


def test_an_abbreviation_with_two_letters_exchanged() -> None:
    """A letter more, or another one, makes another abbreviation."""
    story = "A form (PBXT) is new. Send the {} to the mint. The PBXT is dear, and a PBXT is long."
    assert right_for(lint(story.format("PXBT"))) == {"PXBT": "PBXT"}
    assert not found(story.format("PBXD"))
    assert not found(story.format("PBXTA"))
