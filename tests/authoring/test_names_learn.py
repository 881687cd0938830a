"""What an archive and correction notices teach, and what comes of other people's lists."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.authoring.corrections import Correction, read_notices
from newslint.authoring.names_check import audit
from newslint.authoring.names_edit import read
from newslint.book.names_reader import load_names
from newslint.core.name import Name
from newslint.lexicon.lexicon import shipped


def names(*args: str) -> Result:
    from newslint.cli.groups import load_command

    command = load_command("names")

    return CliRunner().invoke(command, args)


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
    assert "# 22 times in 11 articles, first in 00.txt: …" in done.stdout
    assert "- Rosa Velmeer  # 2 times, first in 04.txt: …" in done.stdout
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
        assert f"in {table}:" in done.stdout
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


def test_a_book_is_written_once(archive: Path) -> None:
    done = names("learn", ".", "--to", "proposed.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "wrote proposed.yaml\n")
    assert names("learn", ".").stdout == Path("proposed.yaml").read_text(encoding="utf-8")
    assert "is there already" in names("learn", ".", "--to", "proposed.yaml").stderr


@pytest.mark.parametrize(
    ("notice", "right", "wrong"),
    [
        (
            "An earlier version of this article misspelled the surname of the harbour master. "
            "He is Jonas Hallgrim, not Hallgrin.",
            "Jonas Hallgrim",
            "Jonas Hallgrin",
        ),
        ("The surname of Rosa Velmere is Velmere, not Velmore.", "Rosa Velmere", "Rosa Velmore"),
        (
            "Rosa Velmere's name was misspelled as Rosa Velmore in an article on Tuesday.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        (
            "A report on Page 4 misspelled the name of the skipper, Rosa Velmere, as Roza Velmere.",
            "Rosa Velmere",
            "Roza Velmere",
        ),
        (
            "Because of an editing error, a report misspelt Rosa Velmere’s surname as Velmore.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        (
            "We misspelled the last name of Ordo Maris chief executive Rosa Velmere as Velmoore.",
            "Rosa Velmere",
            "Rosa Velmoore",
        ),
        (
            "The name of Councillor Rosa Velmere was misspelt as Velmeer.",
            "Rosa Velmere",
            "Rosa Velmeer",
        ),
        (
            "We misspelled her name as Rosa Velmore. It is Rosa Velmere.",
            "Rosa Velmere",
            "Rosa Velmore",
        ),
        ("The name of the town is Brannock Bay, not Brannoch Bay.", "Brannock Bay", "Brannoch Bay"),
        ("Her surname should have been spelled Velmere, not “Velmore”.", "Velmere", "Velmore"),
        ("The correct spelling is Velmere rather than Velmore.", "Velmere", "Velmore"),
        (
            "Jonas Hallgrim's first name was incorrectly given as Jonus.",
            "Jonas Hallgrim",
            "Jonus Hallgrim",
        ),
        (
            "An article misspelled the given name of a councillor. She is Rosa Velmere, not Roza.",
            "Rosa Velmere",
            "Roza Velmere",
        ),
        (
            "Dr Jonas Hallgrim was quoted in a report. His surname is Hallgrim, not Halgrim.",
            "Jonas Hallgrim",
            "Jonas Halgrim",
        ),
    ],
)
def test_a_notice_is_read(notice: str, right: str, wrong: str) -> None:
    (read,) = read_notices(notice, "notices.txt")
    assert isinstance(read, Correction)
    assert (read.right, read.wrong) == (right, wrong)


@pytest.mark.parametrize(
    "notice",
    [
        "A caption misidentified the man. He is Jonas Hallgrim, not Peter Dunmore.",
        "Her name is Rosa Velmere, not Anna Kostrova.",
        "The vote was on Monday, not Tuesday.",
        "An article misspelled the name of the mayor.",
        "The surname of the mayor is spelt Estébarez, not Estebarez.",
        "Rosa Velmere's surname was misspelled in an article on Tuesday.",
        "A-" * 400 + " misspelled the name of " + "A B " * 400,
    ],
)
def test_a_notice_that_does_not_say_enough_is_not_guessed_at(notice: str) -> None:
    (read,) = read_notices(notice, "notices.txt")
    assert not isinstance(read, Correction)


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


def entity(label: str, thing: str, **more: object) -> dict[str, object]:
    claim = {"mainsnak": {"datavalue": {"value": {"id": thing}}}}
    unknown = {"mainsnak": {"snaktype": "somevalue"}}
    return {"labels": {"en": {"value": label}}, "claims": {"P31": [unknown, claim]}, **more}


DUMP = [
    entity(
        "Rosa Velmere",
        "Q5",
        aliases={"en": [{"value": "Rosa B. Velmere"}, {"value": "R; V"}], "de": [{"value": "x"}]},
        descriptions={"en": {"value": "skipper"}},
    ),
    entity(
        "Brannock Bay", "Q515", labels={"en": {"value": "Brannock Bay"}, "de": {"value": "Bai"}}
    ),
    entity("Ordo Maris", "Q4830453"),
    entity("a scholarly article", "Q13442814"),
    entity("no label", "Q5", labels={}),
    {"labels": [], "claims": []},
]


@pytest.mark.parametrize("name", ["dump.json", "dump.json.gz"])
@pytest.mark.parametrize("to", ["book.csv", "book.jsonl"])
def test_a_dump_becomes_a_table(folder: Path, name: str, to: str) -> None:
    lines = ",\n".join(map(json.dumps, DUMP))
    with (gzip.open if name.endswith("gz") else open)(name, "wt", encoding="utf-8") as file:
        file.write(f"[\n{lines}\n]\n")
    done = names("import", name, "--to", to)
    assert (done.exit_code, done.stderr) == (0, f"wrote 3 names to {to}\n")
    found = load_names(to)
    assert [(n.name, n.kind) for n in found] == [
        ("Rosa Velmere", "person"),
        ("Brannock Bay", "place"),
        ("Ordo Maris", "organisation"),
    ]
    # A cell of CSV cannot hold an alias that has its separator.
    aliases = ("Rosa B. Velmere",) if to.endswith("csv") else ("Rosa B. Velmere", "R; V")
    assert (found[0].aliases, found[0].note) == (aliases, "skipper")
    german = names("import", name, "--language", "de")
    assert [line.split(",")[0] for line in german.stdout.splitlines()] == ["name", "Bai"]


def test_a_table_of_other_columns_becomes_a_book(folder: Path) -> None:
    Path("staff.csv").write_text("who,aka,desk\nRosa Velmere,R. V.;Rosie,sea\n...,,sea\n")
    done = names("import", "staff.csv", "--column", "name=who", "--column", "aliases=aka")
    assert done.stdout.splitlines()[1] == "Rosa Velmere,person,R. V.;Rosie,,,,"
    assert done.stderr.startswith("left out 1 that cannot be a name in a book; the first is staff")
    Path("staff.jsonl").write_text('{"name": "Brannock Bay", "aliases": ["The Bay"]}\n')
    done = names("import", "staff.jsonl", "--kind", "place")
    assert done.stdout.splitlines()[1] == "Brannock Bay,place,The Bay,,,,"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"who\nx\n", "a.csv:2: no 'name' among who (say which it is with --column name="),
        ("a.csv", b'name\n"x\n', "a.csv:2: not valid CSV"),
        ("a.csv", b"name\nx\n\xff\n", "not UTF-8"),
        ("a.jsonl", b'{"name": "x"}\nx\n', "a.jsonl:2: not valid JSON"),
        ("a.json", b"[\n[1]\n]", "a.json:2: not a JSON object"),
        ("a.jsonl.gz", b"plain", "a.jsonl.gz: Not a gzipped file"),
        (
            "a.json.gz",
            gzip.compress(b"[\n" * 999, mtime=0)[:30],
            "a.json.gz: Compressed file ended before",
        ),
        ("a.txt", b"x", "a.txt: what it holds is not said by its ending"),
    ],
)
def test_what_cannot_be_read_is_said(folder: Path, name: str, data: bytes, said: str) -> None:
    Path(name).write_bytes(data)
    done = names("import", name, "--to", "b.csv")
    assert said in done.stderr
    assert sorted(path.name for path in Path().iterdir()) == [name]


def test_no_book_is_overwritten(folder: Path) -> None:
    Path("a.csv").write_text("name\nRosa Velmere\n")
    for to, said in (("a.csv", "is there already"), ("b.yaml", "the book is a table")):
        assert said in names("import", "a.csv", "--to", to).stderr
    assert "wanted is KEY=COLUMN" in names("import", "a.csv", "--column", "who=x").stderr
