"""Other people's lists of names, made into a book."""

from __future__ import annotations

import gzip
import json
from functools import partial
from pathlib import Path

import pytest

from tests.book.books import load_names
from tests.builders import invoke

names = partial(invoke, "names")


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
    assert (done.exit_code, done.stderr) == (0, f"Wrote 3 names to {to}.\n")
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
        ("a.jsonl.gz", b"plain", "a.jsonl.gz: not a gzipped file"),
        (
            "a.json.gz",
            gzip.compress(b"[\n" * 999, mtime=0)[:30],
            "a.json.gz: compressed file ended before",
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
