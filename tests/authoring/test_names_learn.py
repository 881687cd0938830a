"""What an archive and correction notices teach."""

from __future__ import annotations

import gzip
import json
from functools import partial
from pathlib import Path

import pytest

from newslint.authoring.names_check import audit
from newslint.authoring.names_edit import read
from newslint.core.name import Name
from newslint.lexicon.lexicon import shipped
from tests.builders import invoke

names = partial(invoke, "names")

STORY = """\
The harbour council met again.

Councillor {rosa} told reporters that the sea wall would be built. {later} said so twice, and
Joaquín Estébarez agreed with {rosa}'s plan. Mara Johnson and Mara Johnston were there.
"""


def stories() -> list[str]:
    """Twelve articles: in one the name is misspelt throughout, in another once."""
    slips = {4: ("Rosa Velmeer", "Velmeer"), 7: ("Rosa Velmere", "Velmree")}
    told = [slips.get(number, ("Rosa Velmere", "Velmere")) for number in range(12)]
    texts = [STORY.format(rosa=rosa, later=later) for rosa, later in told]
    return [*texts[:-1], texts[-1].replace("Joaquín", "Joaquin")]


@pytest.fixture
def archive(folder: Path) -> Path:
    for number, text in enumerate(stories()):
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def by_name(text: str) -> dict[str, Name]:
    return {name.name: name for name in read(text, "proposed.yaml")}


def test_an_archive_teaches_names_their_slips_and_their_neighbours(archive: Path) -> None:
    done = names("learn", ".")
    assert (done.exit_code, done.stderr) == (0, "")
    found = by_name(done.stdout)
    assert list(found) == ["Joaquín Estébarez", "Mara Johnson", "Mara Johnston", "Rosa Velmere"]
    assert found["Rosa Velmere"].misspellings == ("Rosa Velmeer", "Velmree")
    assert found["Mara Johnson"].distinct == ("Mara Johnston",)
    assert found["Joaquín Estébarez"].aliases == ("Joaquin Estébarez",)
    assert "# in 11 articles: 00.txt; 01.txt\n" in done.stdout
    assert "- Rosa Velmeer  # in one article: 04.txt\n" in done.stdout
    assert audit(found.values(), shipped().entry) == []


def test_tables_teach_the_same_as_stories(archive: Path) -> None:
    from_stories = by_name(names("learn", ".").stdout)
    rows = [json.dumps({"id": n, "body": text}) for n, text in enumerate(stories())]
    with gzip.open("a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(rows))
    doubled = [text.replace('"', '""') for text in stories()]
    Path("b.csv").write_text("id,body\n" + "".join(f'1,"{text}"\n' for text in doubled))
    for table in ("a.jsonl.gz", "b.csv"):
        done = names("learn", table, "--text-column", "body")
        found = by_name(done.stdout)
        assert {name: found[name][1:7] for name in found} == {
            name: from_stories[name][1:7] for name in from_stories
        }
        assert f": {table}:" in done.stdout
    refused = names("learn", "b.csv")
    assert refused.exit_code == 2
    assert "b.csv: no 'text' among id, body (say which it is with --text-column)" in refused.stderr


def test_what_the_book_has_is_not_proposed(archive: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.yaml"
    book.write_text("- name: Rosa Velmere\n- name: Mara Johnson\n  distinct: [Mara Johnston]\n")
    found = by_name(names("learn", ".", "--names", str(book)).stdout)
    assert list(found) == ["Joaquín Estébarez"]


def test_rare_names_are_proposed_if_asked_for(archive: Path) -> None:
    (archive / "z.txt").write_text("Then Ottokar Brandvold spoke.\n")
    assert "Ottokar Brandvold" not in by_name(names("learn", ".").stdout)
    assert "Ottokar Brandvold" in by_name(names("learn", ".", "--at-least", "1").stdout)


BARRELLED = """\
Lena Varelsk-Brandoe opened the hall on day {day}.

Varelsk-Brandoe said so. "Yes," said Varelsk-Brandoo.
"""


def test_a_surname_of_two_may_stand_alone(folder: Path) -> None:
    for day in range(6):
        (folder / f"{day}.txt").write_text(BARRELLED.format(day=day))
    done = names("learn", ".")
    assert done.exit_code == 0
    assert "- name: Varelsk-Brandoe\n" in done.stdout
    assert "kind: organisation" not in done.stdout


ROW = {
    "name": "Varelsk-Brandoe",
    "form": "Varelsk-Brandoe",
    "sort": "name",
    "articles": 6,
    "first": "",
    "last": "",
    "examples": ["a"],
}


def test_a_report_may_have_a_surname_of_two(folder: Path) -> None:
    Path("n.jsonl").write_text(json.dumps(ROW) + "\n")
    assert "- name: Varelsk-Brandoe\n" in names("learn", "--names-report", "n.jsonl").stdout


@pytest.mark.parametrize(
    "bad",
    [{"name": " "}, {"articles": "many"}, {"articles": -1}, {"examples": [7]}, {"articles": None}],
)
def test_a_report_that_is_none_is_one_line(folder: Path, bad: dict[str, object]) -> None:
    Path("n.jsonl").write_text(json.dumps(ROW | bad) + "\n")
    done = names("learn", "--names-report", "n.jsonl")
    assert done.stderr == "error: n.jsonl:1: no row of newslint archive --names-report\n"


def test_a_book_is_written_once(archive: Path) -> None:
    done = names("learn", ".", "--to", "proposed.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Wrote proposed.yaml.\n")
    assert names("learn", ".").stdout == Path("proposed.yaml").read_text(encoding="utf-8")
    assert "is there already" in names("learn", ".", "--to", "proposed.yaml").stderr


def test_corrections_become_a_book(folder: Path) -> None:
    Path("notices.txt").write_text(
        "The surname of Rosa Velmere is Velmere, not Velmore.\n\n"
        "The vote was on Monday.\n"
        "Rosa Velmere's first name was misspelled as Roza.\n"
    )
    done = names("learn", "--corrections", "notices.txt")
    assert done.exit_code == 0
    assert done.stderr.startswith("notices.txt:3: not read: it is not about how a name is spelt")
    found = by_name(done.stdout)
    assert found["Rosa Velmere"].misspellings == ("Rosa Velmore", "Roza Velmere")
    assert "# notices.txt:1: The surname of Rosa Velmere is" in done.stdout
    assert "# From 2 notices; 1 could not be read." in done.stdout
