"""Names as they are read: YAML, CSV and JSON Lines, and one line for what is wrong."""

from pathlib import Path

import pytest

from newslint.core.errors import BookError
from tests.book.books import book_file, load_names


def test_every_scalar_is_a_string(tmp_path: Path) -> None:
    path = book_file(
        tmp_path, "- name: No\n  aliases: [Null, yes, 007, 1e3]\n  note: |\n    a\n    b\n"
    )
    (name,) = load_names(path)
    assert (name.name, name.aliases, name.note) == ("No", ("Null", "yes", "007", "1e3"), "a b")
    assert (name.kind, str(name.where)) == ("person", f"{path}:1")


def test_the_three_forms_say_the_same(tmp_path: Path) -> None:
    yaml = (
        "- {name: Mara Vost, kind: person, aliases: [M. Vost, Vost], distinct: [Voss], note: who}"
    )
    csv = 'name,kind,aliases,distinct,note\nMara Vost,person,M. Vost;Vost,Voss,"who"\n'
    line = (
        '{"name": "Mara Vost", "aliases": ["M. Vost", "Vost"], "distinct": ["Voss"], "note": "who"}'
    )
    loaded = [
        load_names(book_file(tmp_path, text, f"desk.{suffix}"))[0]._replace(where=None)  # type: ignore[arg-type]
        for suffix, text in (("yaml", yaml), ("csv", csv), ("jsonl", f"\n{line}\n"))
    ]
    assert loaded[0] == loaded[1] == loaded[2]


def test_a_table_knows_its_lines(tmp_path: Path) -> None:
    path = book_file(
        tmp_path, '\ufeffname,note\r\nAnna Holm,"two\r\nlines"\r\n\r\nOla Berg,\r\n', "d.csv"
    )
    assert [(n.name, n.where.line) for n in load_names(path)] == [("Anna Holm", 2), ("Ola Berg", 5)]


def test_an_empty_book_is_a_book(tmp_path: Path) -> None:
    assert load_names(book_file(tmp_path, "# nothing yet\n")) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- name: A\n  mispellings: [B]", 2, "did you mean 'misspellings'?"),
        ("- name: A\n  name: B", 2, "'name' stands twice, first in line 1"),
        ("- name: A\n- aliases: [B]", 2, "'name' is missing"),
        ("- name: A\n-\n  name:\n", 3, "there is nothing here"),
        ("- name: A\n  aliases: Steve", 2, "a list is wanted here, not text (write [Steve])"),
        ("- name: A\n  aliases: [[B]]", 2, "text is wanted here, not a list"),
        ("name: A", 1, "a list is wanted here, not a mapping"),
        ("- A", 1, "a mapping (key: value) is wanted here, not text"),
        ("- &a\n  name: A\n- *a", 1, "anchors and aliases"),
        ("- !!python/name:os.system\n  name: A", 1, "tags are not used"),
        ("- name: !!str A", 1, "tags are not used"),
        ("- name: A\n---\n- name: B", 3, "'---' begins another"),
        ("- name: A\n  aliases: [B\n", 3, "not valid YAML"),
        ("- name: 'A", 1, "not valid YAML"),
        ("- name: A\n\t- b", 2, "not valid YAML"),
        ("- name: A\n- name: \x01", 2, "not valid YAML"),
        (b"- name: A\n- name: \xff\xfe", 2, "not UTF-8"),
        ("- name: A\n  kind: organization", 1, "did you mean 'organisation'?"),
        ("- name: A\n  misspellings: [A]", 1, "stands under misspellings, and is right as well"),
        ("- name: A\n- name: '...'", 2, "neither a letter nor a digit"),
        ('- name: A\n- name: "x\\0y"', 2, "cannot be printed"),
        ("- id: usage/x\n", 1, "this is a rule, not a name (give it with --rules)"),
        ("- " + "[" * 40 + "]" * 40, 1, "nested too deeply"),
    ],
)
def test_faults_in_names_say_where(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    path = book_file(tmp_path, text)
    with pytest.raises(BookError) as caught:
        load_names(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "'name' is not among them"),
        ("name,alias\nA,B", 1, "did you mean 'aliases'?"),
        ("name,name\nA,B", 1, "column 'name' stands twice"),
        ("name,kind\nA,person\nB,person,x", 3, "separated by ';'"),
        ('name\nA\n"B\n\nC', 3, "not valid CSV"),
        ("name,kind\nA,\n,place", 3, "a name is missing"),
        (b"name\nA\n\xff", 3, "not UTF-8"),
    ],
)
def test_faults_in_csv_say_where(
    tmp_path: Path, text: str | bytes, line: int, message: str
) -> None:
    path = book_file(tmp_path, text, "desk.csv")
    with pytest.raises(BookError) as caught:
        load_names(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]", "not a JSON object"),
        ('{"name": "A"', "not valid JSON"),
        ('{"name": 1}', "'name' is a string"),
        ('{"name": "A", "aliases": "B"}', "'aliases' is a list of strings"),
        ('{"name": "A", "nmae": "B"}', "did you mean 'name'?"),
        ('{"name": "A", "name": "B"}', "'name' stands twice"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_faults_in_json_lines_say_where(tmp_path: Path, text: str, message: str) -> None:
    path = book_file(tmp_path, f'{{"name": "Z"}}\n{text}\n', "desk.jsonl")
    with pytest.raises(BookError) as caught:
        load_names(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert message in str(caught.value)
