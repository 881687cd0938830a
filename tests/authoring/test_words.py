"""The desk's own words: lists of them in a book, and `newslint words add`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.authoring.names_edit import grow_words, read
from newslint.core.errors import BookError
from newslint.engine.books import open_book
from newslint.engine.linter import Linter
from newslint.text.source import Source
from tests.builders import invoke
from tests.examples import examples

BOOK = """\
# The desk's own
- name: Lena Harstorm  # the skipper
  misspellings: [Harstom]

- words:   # of our trade
    - wharfinger's boy  # a phrase
    # of old
    - prentise
- name: Brannock Bay
  kind: place
"""

STORY = "A prentise saw two prentises. PRENTISE! The prentise’s comittee met.\n"

add = partial(invoke, "words", "add")


def found(*books: str, story: str = STORY) -> list[str]:
    linter = Linter(open_book(books, cache=None))
    return [finding.text for finding in linter.lint(Source.from_text(story))]


@pytest.fixture
def book(folder: Path) -> Path:
    path = folder / "desk.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_the_words_of_the_desk_are_right_in_every_form(book: Path) -> None:
    assert found(story="She was a prentise carpenter.\n") == ["prentise"]
    assert found("desk.yaml") == ["comittee"]


def test_a_misspelling_of_a_nearer_book_outweighs_a_word(book: Path) -> None:
    Path("near.yaml").write_text("- name: Prentice\n  misspellings: [prentise]\n")
    assert "PRENTISE" in found("near.yaml", "desk.yaml")
    assert found("desk.yaml", "near.yaml") == ["comittee"]


def test_a_table_has_words_by_their_kind(folder: Path) -> None:
    Path("desk.csv").write_text("name,kind\nprentise,word\n")
    assert found("desk.csv") == ["comittee"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- words: prentise\n", "desk.yaml:1: a list is wanted here, not text (write [prentise])"),
        ("- words: [a]\n  note: b\n", "desk.yaml:2: unknown key 'note'"),
        ("- words: [a]\n  name: b\n", "desk.yaml:2: unknown key 'name'"),
        ("- words:\n  - a\n  - [b]\n", "desk.yaml:3: text is wanted here, not a list"),
        ("- words: ['!']\n", "desk.yaml:1: '!' has neither a letter nor a digit"),
    ],
)
def test_a_list_that_is_wrong_is_refused(folder: Path, text: str, said: str) -> None:
    Path("desk.yaml").write_text(text)
    with pytest.raises(BookError) as error:
        open_book(["desk.yaml"], cache=None)
    assert str(error.value).startswith(said)


def test_add_begins_a_book(folder: Path) -> None:
    done = add("gasfield", "per  capita", "gasfield")
    assert done.stdout == "Wrote 'gasfield', names.yaml:1\nWrote 'per capita', names.yaml:1\n"
    assert Path("names.yaml").read_text() == "- words: [gasfield, per capita]\n"


def test_add_puts_words_into_the_list_and_leaves_all_else(book: Path) -> None:
    assert add("Null", "prentise", "oast", "--to", "desk.yaml").exit_code == 0
    assert book.read_text(encoding="utf-8") == BOOK.replace(
        "    - prentise\n", "    - prentise\n    - 'Null'\n    - oast\n"
    )


def test_add_twice_changes_nothing(book: Path) -> None:
    done = add("prentise", "--to", "desk.yaml")
    assert done.stdout == "Nothing to add: 'prentise', desk.yaml:8\n"
    assert book.read_text(encoding="utf-8") == BOOK


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("Harstom", "--to", "desk.yaml"), "'Harstom' is wrong here and right in desk.yaml:9"),
        (("oast", "--to", "desk.csv"), "books grow in YAML only"),
        (("!", "--to", "desk.yaml"), "nothing can be added to"),
        ((), "Missing argument 'WORD...'"),
    ],
)
def test_add_refuses_and_writes_nothing(book: Path, args: tuple[str, ...], reason: str) -> None:
    done = add(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert book.read_text(encoding="utf-8") == BOOK


def test_a_name_is_added_beside_lists_of_words(book: Path) -> None:
    from newslint.authoring.names_edit import Addition, grow

    grown = grow(BOOK, Addition("Lena Harstorm", {"note": "skipper"}, {}), "desk.yaml")
    assert grown.text == BOOK.replace("[Harstom]\n", "[Harstom]\n  note: skipper\n")
    with pytest.raises(BookError, match="is a word here"):
        grow(BOOK, Addition("Prentise", {}, {"aliases": ("x",)}), "desk.yaml")


@examples(30)
@given(st.lists(st.text("abz'- :#\"0é", min_size=1).map(lambda s: f"{s}x".strip()), min_size=1))
def test_whatever_words_are_added_are_what_is_read(words: list[str]) -> None:
    spaced = [" ".join(word.split()) for word in words]
    first = grow_words("", spaced[:1], "a.yaml")
    second = grow_words(first.text, spaced, "a.yaml")
    assert [name.name for name in read(second.text, "a.yaml")] == list(dict.fromkeys(spaced))
