"""Passages in another language: left alone within an English article, whatever the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.evidence.foreign import is_foreign_text
from newslint.evidence.knowledge import Knowledge
from tests.builders import fixed, found, linter
from tests.conftest import Run

ENGLISH = (
    "The ferry is late, said the harbour master to those who had waited on the quay all night."
)

PASSAGES = {
    "German": (
        "Der Kapitän sagte, das Boot habe die Insel am Abend verlassen und sei ohne ohne "
        "Licht gefahren, weil an diese Leute niemand dachte."
    ),
    "Spanish": (
        "El capitán dijo que la barca había salido de la isla por la tarde , y que nadie "
        "pensó en esa gente cuando empezó a oscurecer."
    ),
    "French": (
        "Le capitaine a dit que le bateau avait quitté l'île le soir , sans lumière ; "
        "personne ne pensait à ces gens : un mauvais exemple !"
    ),
    "Italian": (
        "Il capitano ha detto che la barca aveva lasciato l'isola la sera , senza luci, e che "
        "nessuno pensava a quella gente rimasta sola."
    ),
    "Dutch": (
        "De kapitein zei dat de boot het eiland in de avond had verlaten en dat niemand aan "
        "die mensen dacht , omdat het donker was."
    ),
    "Swedish": (
        "Kaptenen sade att båten hade lämnat ön på kvällen utan ljus , och att ingen hade "
        "tänkt på de människor som var kvar."
    ),
    "Polish": (
        "Kapitan powiedział, że łódź opuściła wyspę wieczorem bez światła , i że nikt nie "
        "pomyślał o ludziach, którzy tam zostali."
    ),
}


@pytest.mark.parametrize("language", PASSAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_passage_is_left_alone(language: str, between: str) -> None:
    assert found(between.join((ENGLISH, PASSAGES[language], ENGLISH))) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n"])
def test_a_passage_is_left_alone_where_its_lines_are_short(line_end: str) -> None:
    short = PASSAGES["French"].replace(", ", ",\n").split(";")
    story = line_end.join((*[ENGLISH, ""] * 3, *short, "", ENGLISH))
    assert found(story) == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (PASSAGES["German"], True),
        (ENGLISH, False),
        ("the end of the song", False),
        ("das ist das ende davon", None),
        (
            "Kowalczyk, Nowak, Wójcik, Kamiński, Zieliński, Szymańska, Lewandowska: 3, 4, 5, 6, 7",
            None,
        ),
        ("", None),
    ],
)
def test_few_words_tell_english_and_no_other_language(text: str, foreign: bool | None) -> None:
    assert is_foreign_text(text, linter().knowledge) is foreign


def test_an_english_line_between_foreign_ones_is_english() -> None:
    line = "das ist das alte lied vom meer\n"
    assert found(f"{line}the the end of it\n{line}{line}") == [("spelling/doubled-word", "the the")]


def test_a_name_is_another_one_there() -> None:
    story = (
        "Ann Halvarsen spoke. Halvarsen said the boat was late, and Halvarsen left.\n\n"
        "El capitán dijo que Halvársen había salido de la isla por la tarde y que Halvarsena no "
        "pensó en esa gente."
    )
    assert found(story) == []


@pytest.mark.parametrize(
    ("passage", "right"),
    [
        (
            "The captian said , that the the boat had left.",
            "The captain said, that the boat had left.",
        ),
        (
            "Exports rose to 220 mln dlrs from 111 mln stg, imports to 90 bln , officials said.",
            "Exports rose to 220 mln dlrs from 111 mln stg, imports to 90 bln, officials said.",
        ),
        (
            "He called it a Wanderlust und Heimweh , and the pub near the river Zur Alten Post.",
            "He called it a Wanderlust und Heimweh, and the pub near the river Zur Alten Post.",
        ),
        (
            "In the race: Kowalczyk , Nowak, Wiśniewski, Wójcik, Kamiński, Zieliński, Szymańska.",
            "In the race: Kowalczyk, Nowak, Wiśniewski, Wójcik, Kamiński, Zieliński, Szymańska.",
        ),
    ],
)
def test_english_is_not_taken_for_another_language(passage: str, right: str) -> None:
    assert fixed(f"{ENGLISH}\n\n{passage}\n") == f"{ENGLISH}\n\n{right}\n"


def test_what_holds_in_every_language_is_reported(newslint: Run, folder: Path, desk: str) -> None:
    story = PASSAGES["German"].replace("Kapitän", "Kapit\u200bän Harstom")
    (folder / "a.txt").write_text(f"{ENGLISH}\n\n{story}\n\nHarstom left.\n")
    done = newslint("--names", desk, "--output-format", "concise", "-q", "a.txt")
    said = [line.split(" ", 3) for line in done.stdout.splitlines()]
    assert [(place, rule) for place, _, rule, _ in said] == [
        ("a.txt:3:10:", "cleanup/invisible-character"),
        ("a.txt:5:1:", "names/misspelt"),
    ]


def test_a_question_in_english_is_checked_among_answers_in_another_language() -> None:
    answer = "Das ist das alte Lied vom Meer und von der Stadt, die nicht mehr ist."
    question = "What did the comittee say of it when the old boathouse was sold?"
    assert found(f"{answer} {answer} {question} {answer} {answer}\n") == [
        ("spelling/typo", "comittee")
    ]


def test_words_in_another_script_say_nothing_of_the_english_beside_them() -> None:
    verse = "над тихим заливом долго горел старый огонь"
    assert found(f"He read {verse} to the comittee.\n") == [("spelling/typo", "comittee")]


def test_a_passage_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def judge(text: str, knowledge: Knowledge) -> bool | None:
        judged.append(text)
        return is_foreign_text(text, knowledge)

    monkeypatch.setattr("newslint.evidence.foreign.is_foreign_text", judge)
    line = "".join(
        f"The boat left at {at} , and the people waited on the quay in the rain. "
        for at in range(9)
    )
    assert len(found(f"{line}\nAt sea .\n\nAll is well there , and nobody was hurt.")) == 11
    assert len(judged) == len(set(judged))
