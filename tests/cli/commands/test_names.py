"""`newslint names ...`: what it says of a book and of a spelling, and what it writes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.builders import invoke
from tests.conftest import ROOT

BOOK = """\
# The desk's own

- name: Joaquín Estébarez   # the mayor
  aliases: [Joaquin Estebarez]             # right too
  misspellings: [Estevarez, 'Esteb rez', 1984, Null]
  # who else
  distinct:
    - Estevez  # the poet
  note: >-
    folded
    text

# Places
- name: Brannock Bay
  kind: place
"""

names = partial(invoke, "names")

added = partial(invoke, "names", "add")


@pytest.fixture
def book(folder: Path) -> Path:
    path = folder / "desk.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


@pytest.mark.slow
def test_check_has_nothing_to_say_of_the_shipped_book() -> None:
    done = names("check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing to report in ")


def test_check_lists_every_fault_with_its_place_and_a_hint(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        "- name: Vost\n  mispellings: [x]\n- name: Voss\n  misspellings: [Begun]\n- kind: place\n"
    )
    (folder / "b.jsonl").write_text('{"name": "Voss", "misspellings": ["Barack Obama"]}\nx\n')
    done = names("check", ".", "a.yaml")
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "./a.yaml:2: unknown key 'mispellings' (did you mean 'misspellings'?)",
        "./a.yaml:3: 'Begun' is an ordinary word (list it with the rest of the name)",
        "./a.yaml:5: 'name' is missing",
        "./b.jsonl:1: 'Barack Obama' is wrong here and right in "
        + done.stdout.split("right in ")[1].splitlines()[0],
        "./b.jsonl:1: 'Voss' is also the name in ./a.yaml:3 (make one entry of the two)",
        "./b.jsonl:2: not valid JSON: Expecting value, column 1",
        "Found 6 faults in 2 names.",
    ]


def test_check_goes_on_after_a_book_that_cannot_be_read(folder: Path) -> None:
    (folder / "a.yaml").write_text("- name: Vost\n")
    done = names("check", "none.yaml", "a.yaml")
    assert (done.exit_code, done.stdout) == (2, "Nothing to report in 1 name.\n")
    assert done.stderr == "error: none.yaml: no such file or folder\n"


def test_check_passes_rules_by(folder: Path) -> None:
    done = names("check", str(ROOT / "rules" / "usage"))
    assert (done.exit_code, done.stdout) == (0, "Nothing to report in 0 names.\n")


@pytest.mark.parametrize(
    ("spelling", "said"),
    [
        ("Beigun", ["misspelling of Stephen Biegun", "(shipped book)", "write 'Biegun'"]),
        ("Stephen Beigun", ["'Beigun' is a misspelling of Stephen Biegun"]),
        ("Biegun", ["part of Stephen Biegun", "would not report it"]),
        ("Iraq", ["the name of Iraq [place]", "somebody else than Iran [place]"]),
        ("nevertheless", ["in no names book", "an ordinary word", "common (zipf 4"]),
        ("goverment", ["a listed misspelling of government", "spelling/typo"]),
        ("Smith", ["... and part of "]),
        ("Qvuzzlk", ["in no names book", "'qvuzzlk' is unknown"]),
    ],
)
def test_lookup_says_what_is_known(spelling: str, said: list[str]) -> None:
    done = names("lookup", spelling)
    assert done.exit_code == 0
    for part in said:
        assert part in done.stdout


def test_lookup_asks_the_desk_first(book: Path) -> None:
    done = names("lookup", "--names", "desk.yaml", "Estevarez", "Brannock Bay")
    assert "desk.yaml:3: 'Estevarez' is a misspelling of Joaquín Estébarez" in done.stdout
    assert "(--names)" in done.stdout
    assert "\n\nBrannock Bay\n  desk.yaml:14: 'Brannock Bay' is the name of" in done.stdout


@pytest.mark.parametrize(
    ("part", "names_with_it"),
    [
        ("Okonjo", ["Ann Okonjo-Reid", "Okonjo-Reid Hall"]),
        ("Okonjo-Reid", ["Ann Okonjo-Reid", "Okonjo-Reid Hall"]),
        ("Okonjo Reid", ["Ann Okonjo-Reid", "Okonjo-Reid Hall"]),
        ("ann reid", ["Ann Okonjo-Reid"]),
        ("Hall Ostby", []),
    ],
)
def test_lookup_of_a_part_of_a_name(folder: Path, part: str, names_with_it: list[str]) -> None:
    book = "- name: Ann Okonjo-Reid\n- name: Okonjo-Reid Hall\n- name: Ole Ostby\n"
    (folder / "desk.yaml").write_text(book)
    done = names("lookup", "--isolated", "--names", "desk.yaml", part)
    lines = [line for line in done.stdout.splitlines() if "desk.yaml" in line]
    assert [line.split(" part of ")[1].rpartition(" [")[0] for line in lines] == names_with_it


def test_add_begins_a_book(folder: Path) -> None:
    done = added("Mara  Vost", "--misspelling", "Vosst", "--alias", "M. Vost")
    written = "Wrote 'Mara Vost' (misspellings: Vosst; aliases: M. Vost), names.yaml:1\n"
    assert (done.exit_code, done.stdout) == (0, written)
    text = "- name: Mara Vost\n  aliases: [M. Vost]\n  misspellings: [Vosst]\n"
    assert (folder / "names.yaml").read_text() == text


def test_add_keeps_comments_order_and_every_other_entry(book: Path) -> None:
    more = ("--misspelling", "Esteberez", "--distinct", "Estevao", "--to", "desk.yaml")
    written = (
        "Wrote 'Joaquín Estébarez' (misspellings: Esteberez; distinct: Estevao), desk.yaml:3\n"
    )
    assert added("joaquin estebarez", *more).stdout == written
    expected = BOOK.replace("1984, Null]", "1984, 'Null', Esteberez]")
    expected = expected.replace(
        "    - Estevez  # the poet\n", "    - Estevez  # the poet\n    - Estevao\n"
    )
    assert book.read_text(encoding="utf-8") == expected


@pytest.mark.slow
def test_add_puts_new_names_at_the_end_and_keys_in_order(book: Path) -> None:
    added("Brannock Bay", "--instead-of", "Brannoch Bay", "--to", "desk.yaml")
    added("Vost: Ltd", "--kind", "organisation", "--note", "a: b", "--to", "desk.yaml")
    assert book.read_text(encoding="utf-8") == (
        f"{BOOK}  instead_of: [Brannoch Bay]\n"
        "\n- name: 'Vost: Ltd'\n  kind: organisation\n  note: 'a: b'\n"
    )


def test_add_keeps_line_ends_byte_order_mark_and_the_lack_of_a_last_line_end(folder: Path) -> None:
    (folder / "desk.yaml").write_bytes(b"\xef\xbb\xbf- name: Vost\r\n- name: Berg")
    added("Holm", "--to", "desk.yaml")
    assert (folder / "desk.yaml").read_bytes() == (
        b"\xef\xbb\xbf- name: Vost\r\n- name: Berg\r\n- name: Holm\r\n"
    )


def test_add_leaves_mixed_line_ends_where_they_are(folder: Path) -> None:
    (folder / "desk.yaml").write_bytes(b"- name: Vost\r\n- name: Berg\n")
    added("Holm", "--to", "desk.yaml")
    text = b"- name: Vost\r\n- name: Berg\n- name: Holm\n"
    assert (folder / "desk.yaml").read_bytes() == text


@pytest.mark.slow
def test_add_twice_changes_nothing(book: Path) -> None:
    done = added("Brannock Bay", "--kind", "place", "--to", "desk.yaml")
    assert done.stdout == "Nothing to add: 'Brannock Bay', desk.yaml:14\n"
    assert book.read_text(encoding="utf-8") == BOOK


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("Ole Begunn", "--misspelling", "Begun"), "not added: 'Begun' is an ordinary word"),
        (("Ole Vost", "--misspelling", "Estevarez"), "is also a misspelling in desk.yaml:3"),
        (("Ole Vost", "--alias", "!"), "nothing can be added to"),
        (("Ole Vost", "--kind", "persn"), "'persn' is not one of"),
        (("Ole Vost", "--to", "desk.csv"), "books grow in YAML only"),
        (("Ole Vost", "--to", "none/desk.yaml"), "no such file or directory"),
        ((), "Missing argument 'NAME'"),
    ],
)
@pytest.mark.slow
def test_add_refuses_and_writes_nothing(book: Path, args: tuple[str, ...], reason: str) -> None:
    done = added(*args) if "--to" in args or not args else added(*args, "--to", "desk.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert book.read_text(encoding="utf-8") == BOOK
    assert [path.name for path in book.parent.iterdir()] == ["desk.yaml"]


def test_the_commands_are_under_their_word(folder: Path) -> None:
    said = names("--help").stdout
    for command in ("check", "lookup", "add", "schema"):
        assert f"  {command} " in said
        assert names(command, "-h").exit_code == 0
    unknown = names("chek")
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (2, 1)
    assert "see newslint names --help" in unknown.stderr


def test_the_word_names_is_a_command_and_a_path_is_a_path(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from newslint.cli.main import run

    (folder / "names").mkdir()
    (folder / "names" / "a.txt").write_text("Quiet.\n")
    assert run(["names", "schema"]) == 0
    assert capfd.readouterr().out.startswith("{")
    assert run(["./names"]) == 0
    assert "1 file" in capfd.readouterr().out
