"""Faults between entries, each found once and at its place; none in the shipped book."""

from pathlib import Path

import pytest

from newslint.book import open_book
from newslint.book.audit import audit
from newslint.book.names_file import load_names


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "desk.yaml"
    path.write_text(text, encoding="utf-8")
    found = audit(load_names(path), common={"begun", "holm"}.__contains__)
    return [str(fault).replace(str(path), "desk") for fault in found]


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
            "- name: Mara Vost\n  misspellings: [MARA VOST]",
            "desk:1: 'MARA VOST' differs from what is right in nothing we see",
        ),
        (
            "- name: Vost\n  misspellings: [Vosst]\n  distinct: [Vosst]",
            "desk:1: 'Vosst' stands twice in this entry",
        ),
        (
            "- name: Vost\n  styles: {npa: Vost}",
            "desk:1: unknown style 'npa': known are ap, bbc, guardian, reuters",
        ),
        ("- name: Ole Begunn\n  misspellings: [Begun]", "desk:1: 'Begun' is an ordinary word"),
    ],
)
def test_a_fault_is_found_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert faults(tmp_path, text) == [expected]


def test_a_loop_is_a_fault_on_both_sides(tmp_path: Path) -> None:
    text = "- name: Vost\n  misspellings: [Voss]\n- name: Voss\n  misspellings: [Vost]"
    assert [fault[:6] for fault in faults(tmp_path, text)] == ["desk:1", "desk:3"]


@pytest.mark.parametrize(
    "text",
    [
        "- name: Stephen Berg\n  misspellings: [Bergg]\n- name: Anna Berg\n  misspellings: [Bergg]",
        "- name: Georgia\n  kind: place\n- name: Georgia\n  kind: person",
        "- name: Gül Özdemir\n  misspellings: [Gül Ozdemír]\n  distinct: [Gülen]",
    ],
)
def test_what_is_no_fault(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


def test_the_shipped_book_has_no_faults() -> None:
    assert [str(fault) for fault in audit(open_book().names)] == []
