"""Books in layers: the nearer wins, entry by entry."""

from pathlib import Path

import pytest

from newslint.book.book import Book
from newslint.book.book_files import files_of
from newslint.book.compiled import open_compiled
from newslint.core.errors import BookError
from newslint.engine.books import compile_book, open_book
from tests.book.books import opened, roles


def test_the_nearer_layer_wins_entry_by_entry(tmp_path: Path, desk: str) -> None:
    near = tmp_path / "near.yaml"
    near.write_text("- name: Kiev\n- name: Turkey\n  instead_of: [Türkiye]\n- name: Beigun\n")
    shelves = [opened(path)._compiled_books[0] for path in (str(near), desk)]
    book = Book(shelves)
    assert roles(book, "Kiev") == {("canonical", "Kiev")}
    assert roles(book, "Kyiv") == {("canonical", "Kyiv")}
    assert roles(book, "Türkiye") == {("instead_of", "Turkey")}
    assert roles(book, "Beigun") == {("canonical", "Beigun")}
    assert roles(book, "Begin") == {("distinct", "Stephen Biegun"), ("misspelling", "Beginn")}
    kept = ["Kiev", "Turkey", "Beigun", "Stephen Biegun", "Kyiv", "Beginn"]
    assert [name.name for name in book.names] == kept


def test_an_entry_of_the_same_name_adds_to_the_one_behind(tmp_path: Path, desk: str) -> None:
    near = tmp_path / "near.yaml"
    near.write_text(
        "- name: Stephen Biegun\n  aliases: [Stephen Beigan]\n  misspellings: [Bigun]\n"
    )
    book = Book([opened(path)._compiled_books[0] for path in (str(near), desk)])
    assert roles(book, "Bigun") == roles(book, "Beigun") == {("misspelling", "Stephen Biegun")}
    assert roles(book, "Stephen Beigan") == {("alias", "Stephen Biegun")}


def test_a_style_is_a_layer_between_the_desk_and_the_shipped_book(tmp_path: Path) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text("- name: Kiev\n  kind: place\n")
    plain, styled, both = (
        open_book(names, cache=None, style=style)
        for names, style in (([], ""), ([], "ap"), ([str(desk)], "ap"))
    )
    assert ("alias", "Kyiv") in roles(plain, "Kiev")
    assert ("instead_of", "Kyiv") in roles(styled, "Kiev")
    assert ("canonical", "Kiev") in roles(both, "Kiev")
    assert roles(styled, "Kiyv") == roles(plain, "Kiyv") == {("misspelling", "Kyiv")}


def test_a_rule_may_stand_twice_only_in_two_layers(tmp_path: Path) -> None:
    rule = "- {id: usage/x, kind: substitution, swap: {a b: c}, message: '%s'}\n"
    (tmp_path / "one.yaml").write_text(rule % "first")
    (tmp_path / "two.yaml").write_text(rule % "second")
    with pytest.raises(
        BookError, match=r"two\.yaml:1: 'usage/x' is also the rule in .*one\.yaml:1"
    ):
        open_book(rules=[str(tmp_path)], shipped=False, cache=None)
    layers = [
        open_book(rules=[str(tmp_path / file)], shipped=False, cache=None)._compiled_books[0]
        for file in ("two.yaml", "one.yaml")
    ]
    assert [rule.message for rule in Book(layers).rules] == ["second"]


def test_a_rules_folder_may_hold_names(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {id: usage/x, kind: substitution, swap: {a: b}, message: m}\n"
    )
    (tmp_path / "b.yaml").write_text("- name: Ola Berg\n")
    book = open_book(rules=[str(tmp_path)], shipped=False, cache=None)
    assert (len(book.rules), len(book.names)) == (1, 1)


def test_a_book_is_compiled_into_one_file(tmp_path: Path, desk: str) -> None:
    target = tmp_path / "data" / "book"
    compile_book([], files_of(desk, "desk.yaml"), str(target))
    shelf = open_compiled(target)
    assert next(str(name.where) for name in shelf.names()) == "desk.yaml:1"
    assert [path.name for path in target.parent.iterdir()] == ["book"]
