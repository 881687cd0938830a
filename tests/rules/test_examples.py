"""Every example of every shipped rule, under the whole book, and the order of its files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.authoring.rule_examples import faults_of
from newslint.book.settings import only
from newslint.book.shipped import styles
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from tests.conftest import ROOT


@pytest.mark.parametrize("style", ["", *styles()])
def test_rules_do_what_their_examples_say(style: str) -> None:
    book = open_book(cache=None, style=style)
    linter, area = Linter(book, only(book.rules.ids)), f"style/{style}/" if style else ""
    rules = [rule for rule in book.rules.with_examples() if rule.id.startswith(area)]
    assert rules
    assert [str(fault) for rule in rules for fault in faults_of(rule, linter)] == []


def files_of_rules() -> Iterator[tuple[Path, list[str]]]:
    """The shipped files that hold rules, with the ids in their order."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        ids = re.findall(r"^- id: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if ids:
            yield path, ids


def test_a_file_is_short_and_sorted() -> None:
    for path, ids in files_of_rules():
        assert ids == sorted(ids), path
        assert len(ids) <= 45, path


def test_a_folder_holds_the_rules_of_its_area() -> None:
    for path, ids in files_of_rules():
        folder = path.parent.relative_to(ROOT / "rules").as_posix()
        area = "style/common" if path.name == "common.yaml" else folder
        assert {rule.rpartition("/")[0] for rule in ids} == {area}, path
