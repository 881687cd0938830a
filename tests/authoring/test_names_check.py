"""Faults between entries, each found once and at its place.

That the shipped book has none is seen by `newslint names check`, in cli/commands/test_names.py.
"""

from pathlib import Path

import pytest

from newslint.authoring.fault import Fault
from newslint.authoring.names_check import audit
from newslint.core.place import Where
from newslint.engine.books import open_book
from newslint.lexicon.lexicon import FAMILY, PLACE, UNKNOWN, WORD, Entry
from tests.book.books import load_names

WORLD = {
    "begun": Entry(WORD, 4.0, 9),
    "bergun": Entry(WORD, 1.0, 0),
    "holm": Entry(FAMILY, 3.0, 90),
    "ostrey": Entry(PLACE, 0.0, 1),
}


def entry(word: str) -> Entry:
    return WORLD.get(word, UNKNOWN)


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "desk.yaml"
    path.write_text(text, encoding="utf-8")
    found = audit(load_names(path), entry)
    return [str(fault._replace(hint="")).replace(str(path), "desk") for fault in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- name: Ola Berg\n- name: ola  berg", "desk:2: 'ola berg' is also the name in desk:1"),
        (
            "- name: Ola Berg\n  aliases: [O. Berg]\n- name: O. Berg",
            "desk:3: 'O. Berg' is also an alias in desk:1",
        ),
        (
            "- name: Vost\n  misspellings: [Voss]\n- name: Voss",
            "desk:1: 'Voss' is wrong here and right in desk:3",
        ),
        (
            "- name: Vost\n  misspellings: [Vosst]\n- name: Voss\n  misspellings: [Vosst]",
            "desk:3: 'Vosst' is also a misspelling in desk:1",
        ),
        (
            "- name: Mara Vost\n  misspellings: [MARA VOST BERG, MARA VOST]",
            "desk:1: 'MARA VOST' differs from what is right in nothing we see",
        ),
        (
            "- name: Vost\n  misspellings: [Vosst]\n  distinct: [Vosst]",
            "desk:1: 'Vosst' stands twice in this entry",
        ),
        ("- name: Ole Begunn\n  misspellings: [Begun]", "desk:1: 'Begun' is an ordinary word"),
        ("- name: Ole Holmm\n  misspellings: [Holm]", "desk:1: 'Holm' is what others are called"),
        ("- name: Ostry\n  misspellings: [Ostrey]", "desk:1: 'Ostrey' is the name of a place"),
        (
            "- name: Ola Berg\n  misspellings: [one two three four five six]",
            "desk:1: 'one two three four five six' can never be found in copy",
        ),
        ("- name: Zoop!\n  misspellings: [Zopp!]", "desk:1: 'Zopp!' can never be found in copy"),
        (
            "- name: Ostry.com\n  misspellings: [Ostrry.com]",
            "desk:1: 'Ostrry.com' can never be found in copy",
        ),
        (
            "- name: Ostrin pact\n  misspellings: [Ostrinn pact]",
            "desk:1: 'Ostrinn pact' can never be found in copy",
        ),
        (
            "- name: Varnou\n  kind: organisation\n  misspellings: [Varnuos]",
            "desk:1: 'Varnuos' is nearer to 'Varnous' than to 'Varnou'",
        ),
        (
            "- name: Port Sarrows\n  kind: place\n  misspellings: [Port Sarrow's]",
            "desk:1: 'Port Sarrow's' is a possessive, and 'Port Sarrows' is none",
        ),
        (
            "- name: Marlgroup\n  kind: organisation\n  misspellings: [Marlfats]\n"
            "- name: Marlfast\n  kind: organisation",
            "desk:1: 'Marlfats' is nearer to 'Marlfast' in desk:4",
        ),
        (
            "- name: Mara Vostrig\n  misspellings: [Mira Vostrik]\n"
            "- name: Tor Hall\n  aliases: [Mira Vostrin]",
            "desk:1: 'Mira Vostrik' is nearer to 'Mira Vostrin' in desk:3",
        ),
        (
            "- name: Berg Holm Ola\n  misspellings: [Holm Berg Ola]",
            "desk:1: 'Holm Berg Ola' can never be found in copy",
        ),
    ],
)
def test_a_fault_is_found_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in faults(tmp_path, text)


def test_a_loop_is_a_fault_on_both_sides(tmp_path: Path) -> None:
    text = "- name: Vost\n  misspellings: [Voss]\n- name: Voss\n  misspellings: [Vost]"
    assert [fault[:6] for fault in faults(tmp_path, text)] == ["desk:1", "desk:3"]


@pytest.mark.parametrize(
    "text",
    [
        "- name: Stephen Berg\n  misspellings: [Bergg]\n- name: Anna Berg\n  misspellings: [Bergg]",
        "- name: Georgia\n  kind: place\n- name: Georgia\n  kind: person",
        "- name: Gül Özdemir\n  misspellings: [Gül Ozdemír Vost]\n  distinct: [Gülen]",
        "- name: Ole Holmm\n  misspellings: [Ole Holm]",
        "- name: Bergunn\n  misspellings: [Bergun]",
        "- name: Ostry\n  instead_of: [Ostrey, Holm, Begun]",
        # Number is kept where the book has the plural, or a people is meant.
        "- name: Varnou\n  aliases: [Varnous]\n  misspellings: [Varnuos]",
        "- name: Varnoan\n  kind: term\n  misspellings: [Varnaons]",
        "- name: Union of Ferry Crew\n  misspellings: [Union of Ferry Crews]",
        "- name: Sarrow's\n  kind: brand\n  misspellings: [Sarow's]",
        # As near to both: for a person to decide.
        "- name: Marlvast\n  misspellings: [Marlgast]\n- name: Marlhast",
        # One name in two entries.
        "- name: Mara Vostrig\n  aliases: [M. Vostrig]\n  misspellings: [Mira Vostrik]\n"
        "- name: Mira Vostrin\n  kind: work\n  aliases: [M. Vostrig]",
    ],
)
def test_what_is_no_fault(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


def test_a_misspelling_may_be_right_behind(tmp_path: Path) -> None:
    behind, desk = tmp_path / "behind.yaml", tmp_path / "desk.yaml"
    behind.write_text("- name: Mara Vost\n- name: Ola Berg\n  aliases: [O. Berg]\n")
    desk.write_text("- name: Mara Wost\n  misspellings: [Mara Vost]\n- name: O. Berg\n")
    (fault,) = audit(load_names(desk), behind=open_book([str(behind)], shipped=False).names)
    assert str(fault).startswith(
        f"{desk}:1: 'Mara Vost' is wrong here and right in {behind}:1 (what is right elsewhere"
    )


def test_a_misspelling_may_be_nearer_to_a_name_behind(tmp_path: Path) -> None:
    behind, desk = tmp_path / "behind.yaml", tmp_path / "desk.yaml"
    behind.write_text("- name: Marlfast\n  kind: brand\n- name: Vostrig\n  aliases: [Wostrik]\n")
    desk.write_text("- name: Marlgroup\n  misspellings: [Marlfats]\n- name: Vostrig\n")
    (fault,) = audit(load_names(desk), behind=open_book([str(behind)], shipped=False).names)
    assert str(fault) == (
        f"{desk}:1: 'Marlfats' is nearer to 'Marlfast' in {behind}:1 (list it there, or not at all)"
    )


def test_a_fault_is_one_line_with_a_hint() -> None:
    fault = Fault(Where("desk.yaml", 4), "'Begun' is an ordinary word", "list 'Ole Begun'")
    assert str(fault) == "desk.yaml:4: 'Begun' is an ordinary word (list 'Ole Begun')"
