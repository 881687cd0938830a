"""Names that the publication prints otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.finding import SAFE, UNSAFE
from tests.memory.archives import ORDINARY, build, lint, stories

ARCHIVE = [
    *ORDINARY,
    *stories("Theodora Winslade-Price, the mayor, spoke to the paper.", 12),
    *stories("The General Harbour Services Office sent Erik Halvorsen to Marnock County.", 12),
    *stories("He wrote a zorbnik for the HRDA.", 12),
    *stories("The parser is called openVelt, says Brannikson.", 12),
]


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("memory") / "m", ARCHIVE)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met Theodora Winslade-Pryce again.", "Pryce", "Price"),
        ("They met Theodora Winslede-Price again.", "Winslede", "Winslade"),
        ("They met Theodoar Winslade-Price again.", "Theodoar", "Theodora"),
        ("They rang the Harbour Service Office.", "Service", "Services"),
        ("They saw Eric Halvorsen there.", "Eric", "Erik"),
        ("They saw Erik Halverson there.", "Halverson", "Halvorsen"),
        ("They drove to Marnock Country that day.", "Country", "County"),
        ("They asked, and Branniksen said no.", "Branniksen", "Brannikson"),
        ("They asked, and Branniksoon said no.", "Branniksoon", "Brannikson"),
        ("They want openVlet for it.", "openVlet", "openVelt"),
        ("They rang him. He told the paper that Brannikslo", "Brannikslo", "Brannikson"),
        ("It is one more zorbink of his.", "zorbink", "zorbnik"),
    ],
)
def test_a_name_that_is_printed_otherwise(memory: Path, text: str, wrong: str, right: str) -> None:
    (finding,) = lint(memory, text)
    assert (finding.rule, finding.text) == ("names/remembered", wrong)
    assert finding.suggestions[0] == right


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met Theodora Prysk-Winslade there.", "Prysk-Winslade", "Winslade-Prysk"),
        ("They met Theodora Winslade Prysk there.", "Winslade Prysk", "Winslade-Prysk"),
        ("They met TheodoraWinslade there.", "TheodoraWinslade", "Theodora Winslade"),
    ],
)
def test_parts_that_are_printed_otherwise(
    tmp_path: Path, text: str, wrong: str, right: str
) -> None:
    archive = [*ORDINARY, *stories("Theodora Winslade-Prysk, the mayor, spoke to the paper.", 12)]
    (finding,) = lint(build(tmp_path / "m", archive), text)
    assert (finding.rule, finding.text) == ("names/remembered", wrong)
    assert finding.suggestions[0] == right


def test_letters_that_stand_for_a_name(memory: Path) -> None:
    for text in ("The HRDA asked, and within the HDRA nobody knew.", "They asked Velt for HDRA."):
        (finding,) = lint(memory, text)
        assert (finding.text, finding.suggestions) == ("HDRA", ("HRDA",))


@pytest.mark.parametrize(
    "text",
    [
        "They met Theodora Winslade-Price again.",
        "They met Theodora Winslade-Price's aunt.",
        "They met Hanna Pryce in the market.",  # a Pryce of her own
        "They drove across the country, by Marnock.",
        "All the Halvorsens came.",
        "They read about zorbniks.",
        "They spoke of Velt and Price.",
        "The HRDB is somebody else.",
        "They rang General Motors.",
        "They play in a band called Officez.",
        "They call him “Brannikso” there.",
        "They met Hanna Braniksson, 43, by the sea.",
        "They rang a Mr Brannigan.",
        "They rang him. He told the paper that Brannikso",  # a feed that breaks off
    ],
)
def test_what_is_right_or_somebody_else(memory: Path, text: str) -> None:
    assert lint(memory, text) == []


def test_the_message_says_how_often_and_when_last(memory: Path) -> None:
    (finding,) = lint(memory, "They saw Erik Halverson there.")
    assert finding.message == (
        "'Erik Halvorsen' stands in 12 stories, last on 14 May 2026; 'Erik Halverson' in none"
    )


def test_the_fix_is_safe_where_a_full_name_leaves_no_doubt(memory: Path) -> None:
    (sure,) = lint(memory, "They saw Erik Halvorsne there.")
    (known,) = lint(memory, "They saw Eric Halvorsen there.")
    assert sure.fix is not None
    assert sure.fix.applicability == SAFE
    assert known.fix is not None
    assert known.fix.applicability == UNSAFE


def test_another_vowel_in_a_name_leaves_doubt(memory: Path) -> None:
    (finding,) = lint(memory, "They saw Erik Halversen there.")
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE


def test_a_name_of_datelines_is_not_shouted(tmp_path: Path) -> None:
    archive = [*ORDINARY, *stories("SANTA MARNOCK: They opened a shop, and the HRDA came.", 12)]
    memory = build(tmp_path / "m", archive)
    for text, right in (("They rang Snata Marnock.", "Santa"), ("They rang the HRAD.", "HRDA")):
        (finding,) = lint(memory, text)
        assert finding.suggestions[0] == right


def test_another_printed_word_leaves_doubt(tmp_path: Path) -> None:
    archive = [
        *ORDINARY,
        *stories("They toured Ostrava with Halvorsen.", 12),
        *stories("Northern Ostravan rain fell.", 12),
        *stories("They left for North Ostrava.", 12),
    ]
    (finding,) = lint(build(tmp_path / "m", archive), "They saw North Ostravab there.")
    assert finding.fix is not None
    assert finding.fix.applicability == UNSAFE


def test_the_message_gives_the_whole_name_where_both_say_the_same(memory: Path) -> None:
    (finding,) = lint(memory, "They saw Erik Halvorsne there.")
    assert finding.message.startswith("'Erik Halvorsen' stands in 12 stories")


def test_what_everybody_knows_is_itself_whatever_is_printed(tmp_path: Path) -> None:
    archive = [*ORDINARY, *stories("They rang Londor about it.", 30)]
    assert lint(build(tmp_path / "m", archive), "They rang London about it.") == []


def test_two_that_are_printed_often_are_two(tmp_path: Path) -> None:
    texts = [
        *ORDINARY,
        *stories("Erik Halvorsen rowed home.", 9),
        *stories("Erik Halverson sang at the fair.", 7),
    ]
    assert lint(build(tmp_path / "m", texts), "They saw Erik Halverson there.") == []


def test_what_was_printed_once_proves_nothing(tmp_path: Path) -> None:
    texts = [*ORDINARY, *stories("Erik Halvorsen rowed home.", 20), "Erik Halverson rowed home."]
    (finding,) = lint(build(tmp_path / "m", texts), "They saw Erik Halverson there.")
    assert finding.message.endswith("; 'Erik Halverson' in one")


def test_too_few_stories_prove_nothing(tmp_path: Path) -> None:
    texts = [*ORDINARY, *stories("Erik Halvorsen rowed home.", 2)]
    assert lint(build(tmp_path / "m", texts), "They saw Erik Halverson there.") == []


def test_the_story_itself_is_taken_out(tmp_path: Path) -> None:
    story = "Erik Halvorsen rowed home. Later they saw Eryk Halvorsen there."
    texts = [*ORDINARY, *stories("Erik Halvorsen rowed home.", 2), story]
    memory = build(tmp_path / "m", texts)
    assert "names/remembered" not in {finding.rule for finding in lint(memory, story)}


def test_the_book_rules_over_the_memory(memory: Path, tmp_path: Path) -> None:
    from newslint.book.settings import Settings
    from newslint.engine.books import open_book
    from newslint.engine.linter import Linter
    from newslint.text.source import Source

    desk = tmp_path / "desk.yaml"
    desk.write_text("- name: Erik Halverson\n")
    book = open_book([str(desk)], cache=None)
    linter = Linter(book, Settings(memory=(str(memory),)))
    assert linter.lint(Source.from_text("They saw Erik Halverson there.")) == []


def test_jargon_that_is_printed_again_and_again_is_no_typo(tmp_path: Path) -> None:
    text = "They bought a harpoun for the boat."
    archive = [*ORDINARY, *stories("A harpoun hung on the wall.", 4)]
    assert [finding.text for finding in lint(build(tmp_path / "a", ORDINARY), text)] == ["harpoun"]
    assert lint(build(tmp_path / "b", archive), text) == []


def test_a_full_name_that_is_printed_again_and_again_is_no_doubtful_one(tmp_path: Path) -> None:
    text = "They asked Jordna Marnock about it."
    archive = [
        *ORDINARY,
        *stories("Jordan came home.", 60),
        *stories("Jordna Marnock wrote this.", 4),
    ]
    assert [finding.text for finding in lint(build(tmp_path / "a", ORDINARY), text)] == ["Jordna"]
    assert lint(build(tmp_path / "b", archive), text) == []


def test_a_listed_misspelling_stays_one(tmp_path: Path) -> None:
    archive = [*ORDINARY, *stories("They recieved a letter.", 9)]
    text = "They recieved it on time."
    assert [f.text for f in lint(build(tmp_path / "m", archive), text)] == ["recieved"]
